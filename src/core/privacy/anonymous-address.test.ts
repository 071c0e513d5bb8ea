import assert from 'node:assert/strict'
import { it } from 'node:test'
import { anonymousAddress, isAnonymousAddress } from './index.ts'

it('tells the address of somebody anonymous from every other', () => {
  assert.ok(isAnonymousAddress(anonymousAddress('0198c2f0-0000-7000-8000-000000000000')))
  for (const email of ['', 'nobody@anonymous.invalid', 'nobody-1@anonymous.example', 'ann@example.gov.uk'])
    assert.ok(!isAnonymousAddress(email), email)
})
