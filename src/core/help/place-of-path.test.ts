import assert from 'node:assert/strict'
import { it } from 'node:test'
import { placeOfPath } from './place-of-path.ts'

it('knows the round and the application of an address', () => {
  const round = { kind: 'round', fund: 'a-fund', round: 'first' }
  for (const path of [
    '/funds/a-fund/first',
    '/manage/funds/a-fund/first/rules',
    '/assess/a-fund/first',
    '/panel/a-fund/first/profile',
  ])
    assert.deepEqual(placeOfPath(path), round, path)
  const application = { kind: 'application', reference: 'DD-2026-7K3F-W' }
  assert.deepEqual(placeOfPath('/applications/DD-2026-7K3F-W/pages/drivers'), application)
})

it('makes nothing of other addresses, nor of what is none', () => {
  for (const path of [
    '/',
    '/home',
    '/funds/a-fund',
    'https://evil.example/funds/a/b',
    '//funds/a/b',
    '/applications/x',
    '/funds/A/../B',
  ])
    assert.equal(placeOfPath(path), undefined, path)
})
