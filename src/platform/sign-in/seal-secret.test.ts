import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import { openSecret, type SealedFor, sealSecret } from './seal-secret.ts'

describe('a sealed secret', () => {
  const secretKey = 'k'.repeat(32)
  const of: SealedFor = { purpose: 'authenticator secrets', owner: 'owner' }
  const secret = new TextEncoder().encode('12345678901234567890')
  const sealed = sealSecret(secret, of, { secretKey, randomBytes })

  it('opens for its owner and its purpose with the same key, and not otherwise', () => {
    assert.deepEqual(openSecret(sealed, of, secretKey), secret)
    assert.equal(openSecret(sealed, { ...of, owner: 'other' }, secretKey), undefined)
    assert.equal(openSecret(sealed, { ...of, purpose: 'webhook secrets' }, secretKey), undefined)
    assert.equal(openSecret(sealed, of, `${secretKey}x`), undefined)
    for (let place = 0; place < sealed.length; place++) {
      const changed = sealed.slice(0, place) + (sealed[place] === 'A' ? 'B' : 'A') + sealed.slice(place + 1)
      assert.notDeepEqual(openSecret(changed, of, secretKey), secret, `${place}`)
    }
    for (const text of ['', 'x', sealed.slice(0, 30)]) assert.equal(openSecret(text, of, secretKey), undefined)
    assert.notEqual(sealSecret(secret, of, { secretKey, randomBytes }), sealed)
  })
})
