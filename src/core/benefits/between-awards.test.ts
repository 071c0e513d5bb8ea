import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { cohortOf, type KeptBoth } from './index.ts'
import type { Benefit } from './read-benefits.ts'

const benefit = (id: string, central: number, changes: Partial<Benefit> = {}): Benefit => ({
  id,
  title: id,
  kind: 'cashable',
  isMoney: true,
  definition: '',
  measure: '',
  unit: '£',
  owner: '',
  fallsTo: 'The council',
  line: '',
  baseline: { value: 0, on: '2024-03-31', source: '' },
  target: { value: 0, on: '2027-03-31' },
  forecast: [{ year: 2024, low: central, central, high: central }],
  attribution: 1,
  optimism: 0,
  overlaps: [],
  ...changes,
})

const award = (reference: string, bodies: readonly string[], ...benefits: readonly Benefit[]) => ({
  of: reference,
  claims: { reference, service: 'Youth service', bodies },
  benefits,
  actuals: [],
})
const rent = (changes: Partial<Benefit> = {}) => benefit('rent', 100, { line: 'Premises', ...changes })
const sums = (awards: Parameters<typeof cohortOf>[0], kept: readonly KeptBoth[] = []) => {
  const { forecast, awards: each, between } = cohortOf(awards, kept)
  return { forecast, each: each.map(({ rollUp }) => rollUp.forecast), reasons: between.map(({ reasons }) => reasons) }
}

describe('benefits of different awards', () => {
  it('of one partner and one budget are flagged and counted once, as the larger one', () => {
    const awards = [
      award('A', ['Alder', 'Birch'], rent()),
      award('B', ['Birch'], rent({ ...benefit('r', 140), line: 'premises' })),
    ]
    assert.deepEqual(sums(awards), { forecast: 140, each: [0, 140], reasons: [['same-line']] })
    const { elsewhere } = cohortOf(awards)
    assert.deepEqual(
      elsewhere.map((each) => [each.benefit.claims.reference, each.as.claims.reference, each.as.benefit.id]),
      [['A', 'B', 'r']],
    )
  })

  it('are one by a measure, or by the name of a service, and by whoever gets them', () => {
    const measured = (fallsTo: string) => benefit('m', 100, { measure: 'Bed days', fallsTo })
    assert.deepEqual(
      sums([award('A', ['Alder'], measured('Ashdon NHS Trust')), award('B', ['Birch'], measured('ashdon nhs trust'))]),
      {
        forecast: 100,
        each: [100, 0],
        reasons: [['same-measure', 'same-service']],
      },
    )
    assert.deepEqual(
      sums([award('A', ['Alder'], benefit('Fewer posts', 9)), award('B', ['Alder'], benefit('fewer posts', 8))])
        .reasons,
      [['same-service']],
    )
  })

  it('are two where no body has to do with both, whatever they are called', () => {
    const awards = [award('A', ['Alder'], rent()), award('B', ['Birch'], rent())]
    assert.deepEqual(sums(awards), { forecast: 200, each: [100, 100], reasons: [] })
  })

  it('are compared only as far as they are money, and count within their award', () => {
    const hours = benefit('h', 5, { isMoney: false, kind: 'access-hours', measure: 'Hours' })
    assert.deepEqual(sums([award('A', ['Alder'], hours), award('B', ['Alder'], hours)]).reasons, [])
    const twice = [rent(), benefit('again', 90, { line: 'Premises' })]
    assert.deepEqual(sums([award('A', ['Alder'], ...twice), award('B', ['Birch'], rent())]).each, [100, 100])
  })

  it('both count where somebody said why, whichever is named first', () => {
    const awards = [award('A', ['Alder'], rent()), award('B', ['Alder'], rent())]
    const [a, b] = [
      { reference: 'A', benefit: 'rent' },
      { reference: 'B', benefit: 'rent' },
    ]
    for (const [first, second] of [
      [a, b],
      [b, a],
    ] as const)
      assert.equal(sums(awards, [{ first, second, reason: 'Other buildings.' }]).forecast, 200)
    assert.equal(sums(awards, [{ first: a, second: { ...b, benefit: 'other' }, reason: 'x' }]).forecast, 100)
    assert.equal(
      cohortOf(awards, [{ first: a, second: b, reason: 'Other buildings.' }]).between[0]?.kept,
      'Other buildings.',
    )
  })

  it('never come to more than all of them, nor to less than the largest', () => {
    const name = fc.constantFrom('Alder', 'Birch', 'Cedar')
    const made = fc.record({
      bodies: fc.uniqueArray(name, { minLength: 1 }),
      central: fc.integer({ min: 1, max: 999 }),
      line: fc.constantFrom('', 'Premises', 'Staff'),
    })
    fc.assert(
      fc.property(fc.array(made, { minLength: 1, maxLength: 6 }), (all) => {
        const awards = all.map(({ bodies, central, line }, at) =>
          award(String(at), bodies, benefit(`b${at}`, central, { line })),
        )
        const { forecast, each } = sums(awards)
        const amounts = all.map(({ central }) => central)
        assert.ok(forecast <= amounts.reduce((sum, amount) => sum + amount, 0) && forecast >= Math.max(...amounts))
        assert.equal(
          forecast,
          each.reduce((sum, amount) => sum + amount, 0),
        )
        // A second way: of each group that hangs together, which is walked here from member to member, the largest.
        const near = (one: number, other: number) =>
          one !== other &&
          all[one]?.line !== '' &&
          all[one]?.line === all[other]?.line &&
          (all[one]?.bodies.some((body) => all[other]?.bodies.includes(body)) ?? false)
        const seen = new Set<number>()
        let expected = 0
        for (const [start] of all.entries()) {
          if (seen.has(start)) continue
          const walk = [start]
          let largest = 0
          for (let at = walk.pop(); at !== undefined; at = walk.pop()) {
            if (seen.has(at)) continue
            seen.add(at)
            largest = Math.max(largest, amounts[at] ?? 0)
            for (const [other] of all.entries()) if (near(at, other)) walk.push(other)
          }
          expected += largest
        }
        assert.equal(forecast, expected)
      }),
    )
  })
})
