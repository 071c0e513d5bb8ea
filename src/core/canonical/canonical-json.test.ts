import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { canonicalJson, contentHash, type Json } from './index.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('canonical JSON', () => {
  it('writes the example of RFC 8785 section 3.2.2 as section 3.2.3 prints it', () => {
    const input: Json = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '€$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    }
    assert.equal(
      canonicalJson(input),
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('sorts keys by code unit as RFC 8785 section 3.2.3 shows', () => {
    const input = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, ö: 7 }
    const keys = Object.keys(JSON.parse(canonicalJson(input)))
    assert.deepEqual(
      keys.filter((key) => key !== '1'),
      ['\r', '\u0080', 'ö', '€', '\u{1f600}', '\ufb33'],
    )
    assert.ok(canonicalJson(input).startsWith('{"\\r":2,"1":4,'))
  })

  it('says the same of equal content whatever the order of its keys, and loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        const written = canonicalJson(value as Json)
        assert.deepEqual(JSON.parse(written), JSON.parse(JSON.stringify(value)))
        assert.equal(canonicalJson(reversed(value) as Json), written)
      }),
    )
  })

  it('refuses what has no JSON', () => {
    for (const value of [Number.NaN, Infinity, undefined, '\ud800', { a: undefined }, { '\udc00': 1 }, [() => 1]]) {
      assert.throws(() => canonicalJson(value as unknown as Json), TypeError)
    }
  })

  it('refuses bottomless nesting instead of exhausting the stack', () => {
    const deep: Json = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
    assert.throws(() => canonicalJson(deep), /500 deep/)
  })

  it('hashes the canonical text', () => {
    assert.equal(contentHash({ b: 1, a: 'ŵ' }, sha256), sha256('{"a":"ŵ","b":1}'))
  })
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  )
}
