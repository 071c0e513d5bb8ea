import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calculateAppraisal } from './appraise.ts'
import { calculateDiscount } from './discount.ts'
import type { Calculation } from './index.ts'
import { calculateMcda } from './mcda.ts'

const refusedAt = (result: Calculation) => (result.ok ? [] : result.problems.map(({ at }) => at))
const outputOf = (result: Calculation) => {
  assert.ok(result.ok, JSON.stringify(result))
  return result.output as Record<string, unknown>
}

describe('the calculator discount', () => {
  it('gives everything asked of it', () => {
    const output = outputOf(calculateDiscount({ schedule: 'green-book-2026', cashFlows: [-100, 110] }))
    assert.deepEqual(Object.keys(output), [
      'factors',
      'presentValues',
      'total',
      'equivalentAnnual',
      'irr',
      'payback',
      'discountedPayback',
    ])
    assert.ok(Math.abs(Number(output.irr) - 0.1) < 1e-12)
    const two = outputOf(calculateDiscount({ schedule: 'green-book-2022', cashFlows: [-100, 230, -132] }))
    assert.equal((two.irr as number[]).length, 2)
    const none = outputOf(calculateDiscount({ schedule: 'green-book-2026', cashFlows: [5] }))
    assert.deepEqual([none.irr, none.equivalentAnnual, none.payback], [null, null, 0])
  })

  it('gives the modified internal rate where it is told what money costs and earns', () => {
    const given = { schedule: 'green-book-2026', cashFlows: [-120_000, 39_000, 30_000, 21_000, 37_000, 46_000] }
    const modified = { finance: 0.1, reinvestment: 0.12 }
    const { mirr } = outputOf(calculateDiscount({ ...given, modified }))
    assert.ok(Math.abs(Number(mirr) - 0.1260941304) < 5e-11)
    assert.equal(outputOf(calculateDiscount({ ...given, cashFlows: [5], modified })).mirr, null)
    assert.deepEqual(refusedAt(calculateDiscount({ ...given, modified: { finance: -1, reinvestment: 2 } })), [
      '/modified/finance',
      '/modified/reinvestment',
    ])
    assert.deepEqual(refusedAt(calculateDiscount({ ...given, modified: { finance: 0.1 } })), ['/modified/reinvestment'])
  })

  it('takes bands, of which the last goes on for ever', () => {
    const bands = [
      { from: 1, to: 1, rate: 0.1 },
      { from: 2, to: 2, rate: 0 },
    ]
    const { factors } = outputOf(calculateDiscount({ schedule: bands, cashFlows: [0, 0, 0, 0] }))
    assert.deepEqual(factors, [1, 1 / 1.1, 1 / 1.1, 1 / 1.1])
  })

  it('refuses what does not fit, and says where', () => {
    const at = (schedule: unknown, cashFlows: unknown = [1]) => refusedAt(calculateDiscount({ schedule, cashFlows }))
    assert.deepEqual(at('green-book-1997'), ['/schedule'])
    assert.deepEqual(at([]), ['/schedule'])
    assert.deepEqual(at([{ from: 2, rate: 0.1 }]), ['/schedule/0/from'])
    assert.deepEqual(
      at([
        { from: 1, to: 5, rate: 0.1 },
        { from: 7, rate: 0.1 },
      ]),
      ['/schedule/1/from'],
    )
    assert.deepEqual(at([{ from: 1, rate: -1 }]), ['/schedule/0/rate'])
    assert.deepEqual(at('green-book-2026', []), ['/cashFlows'])
  })
})

describe('the calculator appraise', () => {
  const option = { id: 'a', publicCosts: [1], benefits: [2] }

  it('gives each option', () => {
    const { options } = outputOf(
      calculateAppraisal({ schedule: 'green-book-2026', options: [option], businessAsUsual: 'a' }),
    )
    assert.deepEqual(options, [
      {
        id: 'a',
        pvPublicCosts: 1,
        pvOtherCosts: 0,
        pvBenefits: 2,
        npsv: 1,
        bcr: 2,
        rpsc: 2,
        againstBusinessAsUsual: { npsv: 0 },
        switching: { costsForZero: 2, benefitsForZero: 0.5, costsForEqual: null, benefitsForEqual: null },
      },
    ])
  })

  it('takes sixty years beside none, years of different numbers, and benefits below nothing', () => {
    const given = [
      { id: 'none', publicCosts: [], benefits: [] },
      { id: 'worse', publicCosts: [1, 2], benefits: [-1] },
      { id: 'long', publicCosts: [100], benefits: [0, ...Array.from({ length: 60 }, () => 5)] },
    ]
    const { options } = outputOf(
      calculateAppraisal({ schedule: 'green-book-2026', options: given, businessAsUsual: 'none' }),
    )
    const found = (options as readonly { npsv: number; bcr: number | null }[]).map(({ npsv, bcr }) => [npsv, bcr])
    assert.deepEqual(found[0], [0, null])
    const cost = 1 + 2 / 1.035
    assert.deepEqual(found[1], [-1 - cost, -1 / cost])
    // The published annuity of 60 years is 25.375260.
    assert.ok(Math.abs((found[2]?.[0] ?? 0) - (5 * 25.37526 - 100)) < 1e-4)
  })

  it('refuses what does not fit, and says where', () => {
    const at = (options: unknown, businessAsUsual = 'a') =>
      refusedAt(calculateAppraisal({ schedule: 'green-book-2026', options, businessAsUsual }))
    assert.deepEqual(at([option], 'b'), ['/businessAsUsual'])
    assert.deepEqual(at([option, option]), ['/options/1/id'])
    assert.deepEqual(at([{ ...option, optimismBias: { costs: 0.4, mitigated: 2 } }]), [
      '/options/0/optimismBias/mitigated',
    ])
  })
})

describe('the calculator mcda', () => {
  const given = { criteria: [{ id: 'c', swing: 1 }], options: ['a'], values: [[1]] }

  it('refuses what does not fit, and says where', () => {
    const at = (more: object) => refusedAt(calculateMcda({ ...given, ...more }))
    assert.deepEqual(at({}), [])
    assert.deepEqual(at({ values: [[1], [2]] }), ['/values'])
    assert.deepEqual(at({ values: [[1, 2]] }), ['/values/0'])
    assert.deepEqual(at({ criteria: [{ id: 'c', swing: 0 }] }), ['/criteria'])
    assert.deepEqual(at({ criteria: [{ id: 'c', swing: -1 }] }), ['/criteria/0/swing'])
    assert.deepEqual(at({ options: ['a', 'a'], values: [[1], [1]] }), ['/options/1'])
  })

  const compared = (pairs: unknown, criteria: readonly object[] = [{ id: 'a' }, { id: 'b' }]) =>
    calculateMcda({ criteria, options: ['x'], values: [criteria.map(() => 1)], pairs })

  it('takes comparisons in pairs for swings, and warns that guidance has swings', () => {
    const { weights, pairs } = outputOf(
      compared([
        [1, 3],
        [0.33, 1],
      ]),
    )
    const [first = 0, second = 0] = weights as readonly number[]
    assert.ok(Math.abs(first - 0.75) < 1e-12 && Math.abs(second - 0.25) < 1e-12)
    assert.deepEqual(pairs, {
      consistencyRatio: 0,
      warnings: [
        'Comparing in pairs is outside the guidance of the Green Book, which has swing weights (2026, paragraphs 5.14 and 5.15).',
      ],
    })
  })

  it('warns of comparisons that contradict one another, and does not refuse them', () => {
    const circle = [
      [1, 3, 1 / 3],
      [1 / 3, 1, 3],
      [3, 1 / 3, 1],
    ]
    const { pairs } = outputOf(compared(circle, [{ id: 'a' }, { id: 'b' }, { id: 'c' }]))
    const { consistencyRatio, warnings } = pairs as { consistencyRatio: number; warnings: readonly string[] }
    // All three weigh the same, and the largest eigenvalue is 1 + 3 + 1/3.
    assert.ok(Math.abs(consistencyRatio - (13 / 3 - 3) / 2 / 0.58) < 1e-9)
    assert.match(warnings[1] ?? '', /their consistency ratio is 1\.15\./)
  })

  it('refuses comparisons that do not fit, and says where', () => {
    const at = (...given: Parameters<typeof compared>) => refusedAt(compared(...given))
    assert.deepEqual(at([[1, 3]]), ['/pairs'])
    assert.deepEqual(
      at([
        [1, 3],
        [3, 1],
      ]),
      ['/pairs/1/0'],
    )
    assert.deepEqual(
      at([
        [2, 3],
        [0.33, 1],
      ]),
      ['/pairs/0/0'],
    )
    assert.deepEqual(
      at([
        [1, 0],
        [11, 1],
      ]),
      ['/pairs/0/1', '/pairs/1/0'],
    )
    const swings = [
      { id: 'a', swing: 1 },
      { id: 'b', swing: 1 },
    ]
    assert.deepEqual(
      at(
        [
          [1, 1],
          [1, 1],
        ],
        swings,
      ),
      ['/criteria/0/swing', '/criteria/1/swing'],
    )
    const many = Array.from({ length: 16 }, (_, id) => ({ id: `${id}` }))
    assert.deepEqual(
      at(
        many.map(() => many.map(() => 1)),
        many,
      ),
      ['/criteria'],
    )
  })
})
