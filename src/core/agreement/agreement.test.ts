import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { intraclassCorrelation, kendallW, krippendorffAlpha, meanSquares, ranksOf } from './index.ts'

const near = (actual: number | null, expected: number, by = 5e-5) => {
  assert.ok(actual !== null && Math.abs(actual - expected) <= by, `${actual} is not ${expected}`)
}

/** Shrout and Fleiss 1979, table 2: six targets, four judges. */
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]

/** Krippendorff's example of four coders and twelve units, with gaps. */
const coders = ['123321412...', '12332241 25..'.replace(' ', ''), '.33323422513', '12332441251.']
const units = Array.from({ length: 12 }, (_, unit) =>
  coders.map((coder) => (coder[unit] === '.' ? null : Number(coder[unit]))),
)

/** The mock panel of the Swiss National Science Foundation: 15 proposals, 5 assessors, grade g as 7 - g. */
const panel = '11125 11226 12135 13215 12235 13145 12345 15225 13435 14255 23445 24355 25446 23466 25546'
  .split(' ')
  .map((row) => [...row].map((grade) => 7 - Number(grade)))

describe('intraclass correlation', () => {
  it('is what Shrout and Fleiss published', () => {
    const squares = meanSquares(shroutFleiss)
    near(squares.rows, 11.2417)
    near(squares.judges, 32.4861)
    near(squares.error, 1.0194)
    near(squares.within, 6.2639)
    const icc = intraclassCorrelation(shroutFleiss)
    for (const [which, published] of [
      ['1,1', 0.1657],
      ['2,1', 0.2898],
      ['3,1', 0.7148],
      ['1,k', 0.4428],
      ['2,k', 0.6201],
      ['3,k', 0.9093],
    ] as const)
      near(icc[which], published)
  })

  it('of the mock panel says that order agrees and level does not', () => {
    const icc = intraclassCorrelation(panel)
    near(icc['2,1'], 0.1349)
    near(icc['3,1'], 0.3679)
    near(icc['3,k'], 0.7443)
  })

  it('does not change in its third form when one judge is milder by the same amount everywhere', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
          minLength: 3,
          maxLength: 8,
        }),
        fc.integer({ min: -20, max: 20 }),
        (rows, more) => {
          const [before, after] = [rows, rows.map(([one, other]) => [one, other + more])].map(
            (ratings) => intraclassCorrelation(ratings)['3,1'],
          )
          if (before === null || before === undefined) assert.ok(after === null || Math.abs(after ?? 0) < 1e9)
          else near(after ?? null, before, 1e-9)
        },
      ),
    )
  })

  it('is not defined where nothing differs, not even by a rounding of tenths', () => {
    const icc = intraclassCorrelation(Array.from({ length: 7 }, () => [0.1, 0.1, 0.1]))
    assert.deepEqual(new Set(Object.values(icc)), new Set([null]))
  })

  it('is not defined for one row or one judge', () => {
    assert.equal(intraclassCorrelation([[1, 2, 3]])['2,1'], null)
    assert.equal(intraclassCorrelation([[1], [2]])['1,1'], null)
  })
})

describe('Kendall’s W', () => {
  it('corrected for ties is what is published for the table of Shrout and Fleiss', () => {
    const found = kendallW(shroutFleiss)
    near(found?.w ?? null, 0.887)
    near(found?.chiSquared ?? null, 17.7407)
    near(found?.p ?? null, 0.00329, 5e-6)
  })

  it('of the mock panel is 0.5724', () => {
    near(kendallW(panel)?.w ?? null, 0.5724)
  })

  it('is 1 for one order and 0 for two that are opposite', () => {
    near(
      kendallW([
        [1, 10],
        [2, 20],
        [3, 30],
      ])?.w ?? null,
      1,
      1e-12,
    )
    near(
      kendallW([
        [1, 3],
        [2, 2],
        [3, 1],
      ])?.w ?? null,
      0,
      1e-12,
    )
  })

  it('is not defined when no judge tells any two apart', () => {
    assert.equal(
      kendallW([
        [1, 2],
        [1, 2],
      ]),
      null,
    )
    assert.equal(kendallW([[1, 2]]), null)
  })

  it('shares places among equals', () => {
    assert.deepEqual(ranksOf([10, 20, 10, 30]), { ranks: [1.5, 3, 1.5, 4], ties: 6 })
  })
})

describe('Krippendorff’s alpha', () => {
  it('is what he published for four coders with gaps', () => {
    near(krippendorffAlpha(units, 'nominal'), 0.743, 5e-4)
    near(krippendorffAlpha(units, 'ordinal'), 0.815, 5e-4)
    near(krippendorffAlpha(units, 'interval'), 0.849, 5e-4)
    near(krippendorffAlpha(units, 'ratio'), 0.797, 5e-4)
  })

  it('of the mock panel is next to nothing', () => {
    near(krippendorffAlpha(panel, 'interval'), 0.0088)
  })

  it('is 1 when all agree, and not defined without two values or two scores of one row', () => {
    assert.equal(
      krippendorffAlpha(
        [
          [1, 1],
          [2, 2],
        ],
        'interval',
      ),
      1,
    )
    assert.equal(
      krippendorffAlpha(
        [
          [1, 1],
          [1, 1],
        ],
        'ordinal',
      ),
      null,
    )
    assert.equal(
      krippendorffAlpha(
        [
          [1, null],
          [null, 2],
        ],
        'nominal',
      ),
      null,
    )
  })

  it('of intervals is one less the ratio of mean squared differences, pair by pair', () => {
    const scores = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null })
    fc.assert(
      fc.property(
        fc.array(fc.array(scores, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 6 }),
        (ratings) => {
          const rows = ratings.map((row) => row.filter((score) => score !== null)).filter((row) => row.length > 1)
          const all = rows.flat()
          const squares = (values: readonly number[]) =>
            values.flatMap((one, i) => values.filter((_, j) => j !== i).map((other) => (one - other) ** 2))
          const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
          const observed = total(rows.map((row) => total(squares(row)) / (row.length - 1))) / all.length
          const expected = total(squares(all)) / (all.length * (all.length - 1))
          const alpha = krippendorffAlpha(ratings, 'interval')
          if (expected === 0 || all.length === 0) assert.equal(alpha, null)
          else near(alpha, 1 - observed / expected, 1e-9)
        },
      ),
    )
  })
})
