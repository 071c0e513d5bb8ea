import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readAddress } from './read-address.ts'

describe('the address of a receiver', () => {
  const codeOf = (typed: string, loopback = false): string => {
    const read = readAddress(typed, loopback)
    return read.ok ? read.value : read.problems.map(({ code }) => code).join()
  }

  it('is https and holds no password', () => {
    assert.equal(codeOf(' https://example.org/hooks?of=us#here '), 'https://example.org/hooks?of=us')
    assert.equal(codeOf(''), 'address-missing')
    assert.equal(codeOf('example.org'), 'address-malformed')
    assert.equal(codeOf('ftp://example.org'), 'address-malformed')
    assert.equal(codeOf('http://example.org'), 'address-not-https')
    assert.equal(codeOf('https://me:secret@example.org'), 'address-with-password')
    for (const host of ['10.0.0.1', '[fd00::1]', 'localhost', '127.1', '0x7f000001'])
      assert.equal(codeOf(`https://${host}/`), 'address-not-public', host)
    assert.equal(codeOf(`https://example.org/${'x'.repeat(2_000)}`), 'address-too-long')
  })

  it('may be of this machine without https only where that is said', () => {
    assert.equal(codeOf('http://127.0.0.1:9000/', true), 'http://127.0.0.1:9000/')
    assert.equal(codeOf('http://localhost:9000/', true), 'http://localhost:9000/')
    assert.equal(codeOf('http://127.0.0.1:9000/'), 'address-not-https')
    assert.equal(codeOf('http://127.0.0.1.example.org/', true), 'address-not-https')
  })
})
