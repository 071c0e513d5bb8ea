import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { compareMethods, dominates, type McdaCase, type OtherMethod, weigh } from '../index.ts'

const caseOf = (values: readonly (readonly number[])[], swings: readonly number[]): McdaCase => ({
  criteria: swings.map((swing, at) => ({ id: `c${at}`, swing })),
  options: values.map((_, at) => String.fromCharCode(65 + at)),
  values,
})

/** Values in tenths, so that level values are not rare; weights of nothing too. */
const cases = fc
  .record({ criteria: fc.integer({ min: 1, max: 4 }), options: fc.integer({ min: 1, max: 5 }) })
  .chain(({ criteria, options }) => {
    const row = fc.array(
      fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
      { minLength: criteria, maxLength: criteria },
    )
    return fc.tuple(
      fc.array(row, { minLength: options, maxLength: options }),
      fc
        .array(fc.integer({ min: 0, max: 5 }), { minLength: criteria, maxLength: criteria })
        .filter((swings) => swings.some((swing) => swing > 0)),
    )
  })
  .map(([values, swings]) => caseOf(values, swings))

const resultOf = (given: McdaCase, method: OtherMethod) =>
  compareMethods(given).find((each) => each.method === method) ?? assert.fail()
const firstsOf = (given: McdaCase) => compareMethods(given).map(({ method, ranking }) => [method, ranking[0]])
const near = (one: readonly number[], other: readonly number[]) =>
  one.forEach((value, at) => {
    assert.ok(Math.abs(value - (other[at] ?? Number.NaN)) < 1e-9, `${one} is not ${other}`)
  })

describe('what other methods make of weights and values', () => {
  it('is a number for every option, and never puts one before another that is as good on everything', () => {
    fc.assert(
      fc.property(cases, (given) => {
        for (const { scores } of compareMethods(given)) {
          assert.ok(scores.every(Number.isFinite))
          given.values.forEach((one, at) => {
            given.values.forEach((other, beside) => {
              if (dominates(one, other)) assert.ok((scores[at] ?? 0) >= (scores[beside] ?? 0) - 1e-9)
            })
          })
        }
      }),
    )
  })

  it('does not change with the order of options or criteria, or with swings in proportion', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const turned = {
          criteria: given.criteria.toReversed().map(({ id, swing }) => ({ id, swing: swing * 7 })),
          options: given.options.toReversed(),
          values: given.values.toReversed().map((row) => row.toReversed()),
        }
        const other = compareMethods(turned)
        for (const [at, { scores }] of compareMethods(given).entries())
          near(other[at]?.scores.toReversed() ?? [], scores)
      }),
    )
  })

  it('does not change with the unit of a criterion, and of those that scale to the range not with where it begins', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 9 }), (given, times, more) => {
        const moved = (by: number) => ({
          ...given,
          values: given.values.map((row) => row.map((value, at) => (at === 0 ? value * times + by : value))),
        })
        near(resultOf(moved(0), 'topsis-vector').scores, resultOf(given, 'topsis-vector').scores)
        for (const method of ['topsis-range', 'vikor', 'promethee'] as const)
          near(resultOf(moved(more), method).scores, resultOf(given, method).scores)
      }),
    )
  })

  it('does not mind a criterion that weighs nothing', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const more = {
          ...given,
          criteria: [...given.criteria, { id: 'more', swing: 0 }],
          values: given.values.map((row, at) => [...row, at / 10]),
        }
        const without = compareMethods(given)
        for (const [at, { scores }] of compareMethods(more).entries()) near(scores, without[at]?.scores ?? [])
      }),
    )
  })

  it('says that scaling is the cause where the weighted sum, scaled alike, has the same option first', () => {
    // A leads by what is small for all on the second criterion, which a range makes as long as the first.
    const given = caseOf(
      [
        [0.9, 0.5],
        [0.5, 0.6],
        [0.2, 0.61],
      ],
      [1, 2],
    )
    assert.deepEqual(weigh(given).ranking[0], ['A'])
    const range = resultOf(given, 'topsis-range')
    assert.deepEqual([range.ranking[0], range.cause], [['B'], 'scaling'])
    assert.equal(resultOf(given, 'weighted-product').cause, null)
  })

  it('says that its rule is the cause where it is', () => {
    const given = caseOf(
      [
        [1, 0],
        [0.45, 0.45],
      ],
      [1, 1],
    )
    assert.deepEqual(weigh(given).ranking[0], ['A'])
    const product = resultOf(given, 'weighted-product')
    assert.deepEqual([product.ranking, product.cause], [[['B'], ['A']], 'rule'])
    assert.deepEqual(resultOf(given, 'promethee').ranking, [['A', 'B']])
    assert.equal(resultOf(given, 'promethee').cause, 'rule')
  })

  it('puts a single option first by all, and options that are alike together', () => {
    for (const [, first] of firstsOf(caseOf([[0.3, 0]], [1, 2]))) assert.deepEqual(first, ['A'])
    const alike = caseOf(
      [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
      [1, 2],
    )
    for (const { ranking, cause } of compareMethods(alike)) assert.deepEqual([ranking, cause], [[['A', 'B']], null])
  })

  it('refuses what is no number, and values or weights below nothing', () => {
    for (const given of [
      caseOf([[Number.NaN]], [1]),
      caseOf([[Number.POSITIVE_INFINITY]], [1]),
      caseOf([[-0.1]], [1]),
      caseOf([[0.5, 0.5]], [2, -1]),
      caseOf([[0.5, 0.5]], [0, 0]),
      caseOf([[0.5]], [1, 1]),
    ])
      assert.throws(() => compareMethods(given), RangeError)
  })
})
