import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isLoopback, isPublicAddress } from './public-address.ts'

it('tells public addresses from all others', () => {
  for (const address of ['8.8.8.8', '172.15.255.255', '172.32.0.1', '100.128.0.1', '2a00:1450:4009::8a', '2620:fe::fe'])
    assert.equal(isPublicAddress(address), true, address)
  for (const address of [
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.19.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
    '2001::1',
    '2002:a00:1::',
    'localhost',
    '',
    '10.0.0',
  ])
    assert.equal(isPublicAddress(address), false, address)
})

it('knows its own machine', () => {
  for (const address of ['127.0.0.1', '127.9.9.9', '::1']) assert.equal(isLoopback(address), true, address)
  for (const address of ['128.0.0.1', '::2', '10.0.0.1', 'localhost']) assert.equal(isLoopback(address), false, address)
})
