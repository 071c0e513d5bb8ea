import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type McdaCase, weigh } from './index.ts'

const near = (actual: number | undefined, expected: number, by = 1e-9) =>
  assert.ok(actual !== undefined && Math.abs(actual - expected) <= by, `${actual} is not ${expected}`)

/** A published options appraisal: three criteria weighted 3, 5 and 2. */
const published: McdaCase = {
  criteria: [
    { id: 'cost', swing: 30 },
    { id: 'security', swing: 50 },
    { id: 'speed', swing: 20 },
  ],
  options: ['Baseline', 'A', 'B'],
  values: [
    [5, 1, 4],
    [3, 3, 4],
    [1, 5, 1],
  ],
}

const values = fc.integer({ min: 0, max: 10 })
const cases = fc
  .record({ criteria: fc.integer({ min: 2, max: 4 }), options: fc.integer({ min: 2, max: 5 }) })
  .chain(({ criteria, options }) =>
    fc.record({
      criteria: fc
        .array(fc.integer({ min: 1, max: 100 }), { minLength: criteria, maxLength: criteria })
        .map((swings) => swings.map((swing, at) => ({ id: `c${at}`, swing }))),
      options: fc.constant(Array.from({ length: options }, (_, at) => `o${at}`)),
      values: fc.array(fc.array(values, { minLength: criteria, maxLength: criteria }), {
        minLength: options,
        maxLength: options,
      }),
    }),
  )

describe('weighing options', () => {
  it('gives the published totals and order', () => {
    const { totals, ranking, weights } = weigh(published)
    for (const [at, total] of [2.8, 3.2, 3].entries()) near(totals[at], total)
    assert.deepEqual(ranking, [['A'], ['B'], ['Baseline']])
    assert.deepEqual(weights, [0.3, 0.5, 0.2])
  })

  it('gives the published interval of the weight of security', () => {
    const security = weigh(published).switching.find(({ criterion }) => criterion === 'security')
    near(security?.from, 0.375)
    near(security?.to, 6 / 11)
  })

  it('gives the weights of swings in a ratio of two', () => {
    const swings = { ...published, criteria: [100, 50, 25].map((swing, at) => ({ id: `${at}`, swing })) }
    for (const [at, weight] of [4 / 7, 2 / 7, 1 / 7].entries()) near(weigh(swings).weights[at], weight)
  })

  it('gives the published marks of tenders of which quality counts for 80 and price for 20', () => {
    const tenders = [
      [123, 10_500],
      [126, 10_350],
      [129, 11_750],
      [117, 9900],
    ] as const
    const { totals } = weigh({
      criteria: [
        { id: 'quality', swing: 80 },
        { id: 'price', swing: 20 },
      ],
      options: ['A', 'B', 'C', 'D'],
      values: tenders.map(([quality, price]) => [quality / 129, 9900 / price]),
    })
    for (const [at, marks] of [95.14, 97.27, 96.85, 92.56].entries()) near((totals[at] ?? 0) * 100, marks, 5e-3)
  })

  it('gives a published weighted product where values are the logarithms of shares', () => {
    const matrix = [
      [25, 20, 15, 30],
      [10, 30, 20, 30],
      [30, 10, 30, 10],
    ]
    const sums = [65, 60, 65, 70]
    const { totals } = weigh({
      criteria: [20, 15, 40, 25].map((swing, at) => ({ id: `c${at}`, swing })),
      options: ['A', 'B', 'C'],
      values: matrix.map((row) => row.map((value, at) => Math.log10(value / (sums[at] ?? 1)))),
    })
    for (const [at, total] of [-0.50128589, -0.50448471, -0.52947246].entries()) near(totals[at], total, 1e-8)
  })

  it('gives the published weighted sums of the heating of six buildings', () => {
    const matrix = [
      [33.95, 23.78, 11.45, 39.97, 29.44, 167.1, 3.852],
      [38.9, 4.17, 6.32, 0.01, 4.29, 132.52, 25.184],
      [37.59, 9.36, 8.23, 4.35, 10.22, 136.71, 10.845],
      [30.44, 37.59, 13.91, 74.08, 45.1, 198.34, 2.186],
      [36.21, 14.79, 9.17, 17.77, 17.06, 148.3, 6.61],
      [37.8, 8.55, 7.97, 2.35, 9.25, 134.83, 11.935],
    ]
    // Less is better of all but the fifth and the last: those are turned over. Then each is a share of its sum.
    const more = [4, 6]
    const turned = matrix.map((row) => row.map((value, at) => (more.includes(at) ? value : 1 / value)))
    const sums = turned[0]?.map((_, at) => turned.reduce((sum, row) => sum + (row[at] ?? 0), 0)) ?? []
    const { totals, ranking } = weigh({
      criteria: sums.map((_, at) => ({ id: `c${at}`, swing: 20 })),
      options: ['A0', 'A1', 'A2', 'A3', 'A4', 'A5'],
      values: turned.map((row) => row.map((value, at) => value / (sums[at] ?? 1))),
    })
    const printed = [0.12040426, 0.3458235, 0.13838192, 0.12841246, 0.12346084, 0.14351701]
    for (const [at, total] of printed.entries()) near(totals[at], total, 1e-8)
    assert.deepEqual(ranking.flat(), ['A1', 'A5', 'A2', 'A3', 'A4', 'A0'])
  })

  it('keeps the leader within its interval, and not beyond', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { ranking, switching, weights } = weigh(given)
        const leader = ranking[0]?.[0] ?? ''
        const leads = (criterion: number, weight: number): boolean => {
          const rest = 1 - (weights[criterion] ?? 0)
          const criteria = given.criteria.map(({ id }, at) => ({
            id,
            swing: at === criterion ? weight : ((weights[at] ?? 0) * (1 - weight)) / rest,
          }))
          const { totals } = weigh({ ...given, criteria })
          return (totals[given.options.indexOf(leader)] ?? 0) >= Math.max(...totals) - 1e-9
        }
        switching.forEach(({ from, to }, at) => {
          assert.ok(from <= (weights[at] ?? 0) + 1e-9 && to >= (weights[at] ?? 0) - 1e-9)
          for (const share of [0, 0.3, 0.7, 1]) assert.ok(leads(at, from + (to - from) * share))
          if (from > 0.001) assert.ok(!leads(at, from - 0.0009) || from < 0.002)
          if (to < 0.999) assert.ok(!leads(at, to + 0.0009) || to > 0.998)
        })
      }),
    )
  })

  it('names the options that another beats everywhere', () => {
    const { dominated } = weigh({
      ...published,
      values: [
        [5, 1, 4],
        [5, 3, 4],
        [1, 5, 1],
      ],
    })
    assert.deepEqual(dominated, ['Baseline'])
    assert.deepEqual(
      weigh({
        ...published,
        values: [
          [1, 1, 1],
          [1, 1, 1],
          [1, 1, 1],
        ],
      }).dominated,
      [],
    )
  })

  it('puts equals together, in the order of the case', () => {
    const { ranking } = weigh({
      ...published,
      values: [
        [1, 1, 1],
        [2, 2, 2],
        [1, 1, 1],
      ],
    })
    assert.deepEqual(ranking, [['A'], ['Baseline', 'B']])
  })

  it('takes a single criterion, whose weight is everything', () => {
    const { switching } = weigh({ criteria: [{ id: 'c', swing: 5 }], options: ['A', 'B'], values: [[1], [2]] })
    assert.deepEqual(switching, [{ criterion: 'c', from: 0, to: 1 }])
  })
})
