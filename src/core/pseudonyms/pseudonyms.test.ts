import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { pseudonymsOf } from './index.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const salt = 'a secret of one round, and long enough'
const anyIds = fc.uniqueArray(fc.uuid(), { maxLength: 30 })

describe('pseudonyms', () => {
  it('are one for each, the same whatever the order of the ids', () => {
    fc.assert(
      fc.property(anyIds, (ids) => {
        const names = pseudonymsOf(ids, { salt, word: 'Bid', sha256 })
        assert.equal(new Set(names.values()).size, ids.length)
        assert.deepEqual([...names.keys()].sort(), [...ids].sort())
        assert.deepEqual(names, pseudonymsOf([...ids].reverse(), { salt, word: 'Bid', sha256 }))
      }),
    )
  })

  it('are numbered from 1 without a gap, and hold nothing of the id or the salt', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `DD-2026-${index}`)
    const names = [...pseudonymsOf(ids, { salt, word: 'Assessor', sha256 }).values()]
    assert.deepEqual(
      names,
      Array.from({ length: 12 }, (_, index) => `Assessor ${String(index + 1).padStart(2, '0')}`),
    )
  })

  it('are in another order with another salt, and for another kind of thing', () => {
    const ids = Array.from({ length: 20 }, (_, index) => String(index))
    const order = (secret: string, word: string) => [...pseudonymsOf(ids, { salt: secret, word, sha256 }).keys()]
    assert.notDeepEqual(order(salt, 'Bid'), order(`${salt}.`, 'Bid'))
    assert.notDeepEqual(order(salt, 'Bid'), order(salt, 'Assessor'))
  })

  it('are refused with a salt that could be guessed', () => {
    assert.throws(() => pseudonymsOf(['a'], { salt: 'short', word: 'Bid', sha256 }), RangeError)
  })
})
