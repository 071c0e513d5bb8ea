import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { randomFrom } from '../random/random.ts'
import { drawWhole, type Family } from './draw-whole.ts'

/** A table of parts: sets of its rows with a part of each row within them, and of its columns. */
const table = fc
  .record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 5 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      parts: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: rows * columns, maxLength: rows * columns }),
      within: fc.integer({ min: 0, max: columns }),
      seed: fc.integer(),
    }),
  )

const familiesOf = (rows: number, columns: number, within: number): readonly [Family, Family] => {
  const row = (at: number, count: number) => Array.from({ length: count }, (_, column) => at * columns + column)
  return [
    Array.from({ length: rows }, (_, at) => [row(at, within), row(at, columns)]).flat(),
    Array.from({ length: columns }, (_, column) => Array.from({ length: rows }, (_, at) => at * columns + column)),
  ]
}

describe('a draw of whole unknowns', () => {
  it('brings every set to its sum or to a whole number beside it, and leaves what is whole', () => {
    fc.assert(
      fc.property(table, ({ rows, columns, parts, within, seed }) => {
        const families = familiesOf(rows, columns, within)
        const drawn = drawWhole(parts, families, randomFrom(seed).uniform)
        for (const set of families.flat()) {
          const sum = set.reduce((all, place) => all + (parts[place] ?? 0), 0) / 100
          const count = set.filter((place) => drawn[place]).length
          assert.ok(count >= Math.floor(sum) && count <= Math.ceil(sum), `${count} is not beside ${sum}`)
        }
        for (const [place, part] of parts.entries()) if (part % 100 === 0) assert.equal(drawn[place], part === 100)
      }),
      { numRuns: 500 },
    )
  })

  it('makes one alone true as often as its part: by what is below it', () => {
    const chosen = (at: number) => drawWhole([30], [[], []], () => at)[0]
    assert.equal(chosen(0.299), true)
    assert.equal(chosen(0.301), false)
  })

  it('takes one of two that share one whole, by their parts', () => {
    const chosen = (at: number) => drawWhole([30, 70], [[[0, 1]], []], () => at)
    assert.deepEqual(chosen(0.299), [true, false])
    assert.deepEqual(chosen(0.301), [false, true])
  })
})
