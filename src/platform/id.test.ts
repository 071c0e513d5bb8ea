import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newId, uuidv7 } from './id.ts'

describe('an id', () => {
  it('is laid out as the example of RFC 9562, appendix A.6', () => {
    const random = Buffer.from('0cc318c4dc0c0c07398f', 'hex')
    assert.equal(uuidv7(new Date('2022-02-22T19:22:22Z'), random), '017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })

  it('keeps its version and variant whatever chance gives', () => {
    const ones = uuidv7(new Date(2 ** 48 - 1), new Uint8Array(10).fill(0xff))
    assert.equal(ones, 'ffffffff-ffff-7fff-bfff-ffffffffffff')
  })

  it('sorts by the time it was made', () => {
    const at = [0, 1, 255, 256, 1_391_965_200_000, 1_795_000_000_000]
    const ids = at.map((milliseconds) => uuidv7(new Date(milliseconds), new Uint8Array(10).fill(milliseconds % 251)))
    assert.deepEqual([...ids].sort(), ids)
  })

  it('refuses a time or a chance that does not fit', () => {
    assert.throws(() => uuidv7(new Date(-1), new Uint8Array(10)), RangeError)
    assert.throws(() => uuidv7(new Date(Number.NaN), new Uint8Array(10)), RangeError)
    assert.throws(() => uuidv7(new Date(0), new Uint8Array(9)), RangeError)
  })

  it('is new every time', () => {
    const ids = new Set(Array.from({ length: 10_000 }, newId))
    assert.equal(ids.size, 10_000)
  })
})
