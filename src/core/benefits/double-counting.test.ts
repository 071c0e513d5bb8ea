import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type BenefitKind, moneyKinds } from './benefit-kinds.ts'
import { countedOnce, overlapsOf } from './double-counting.ts'

const benefit = (id: string, changes: Partial<ReturnType<typeof plainBenefit>> = {}) => ({
  ...plainBenefit(id),
  ...changes,
})

const plainBenefit = (id: string) => ({
  id,
  kind: 'cashable' as BenefitKind,
  isMoney: true,
  line: `line of ${id}`,
  measure: `measure of ${id}`,
  overlaps: [] as readonly string[],
  forecast: [{ year: 2024, low: 1, central: 1, high: 1 }],
})

const worth = (central: number) => ({ forecast: [{ year: 2024, low: central, central, high: central }] })

describe('benefits that may be counted twice', () => {
  it('are two of one budget, however its name is written', () => {
    const found = overlapsOf([
      benefit('a', { line: 'Premises: running costs' }),
      benefit('b', { line: 'premises – running costs' }),
    ])
    assert.deepEqual(found, [{ first: 'a', second: 'b', reasons: ['same-line'] }])
  })

  it('are a saving and a cost avoided on one budget, which is said for itself', () => {
    const found = overlapsOf([
      benefit('a', { line: 'Agency staff' }),
      benefit('b', { line: 'Agency staff', kind: 'cost-avoided' }),
    ])
    assert.deepEqual(found, [{ first: 'a', second: 'b', reasons: ['cashed-and-avoided'] }])
  })

  it('are two of one measure, and two of which one says so, with every reason', () => {
    const found = overlapsOf([
      benefit('a', { measure: 'Hours of casework' }),
      benefit('b', { measure: 'hours of casework', overlaps: ['a'] }),
    ])
    assert.deepEqual(found, [{ first: 'a', second: 'b', reasons: ['marked', 'same-measure'] }])
  })

  it('are not two that say nothing of their budget, nor two that are not money and share a measure', () => {
    assert.deepEqual(overlapsOf([benefit('a', { line: '' }), benefit('b', { line: ' – ' })]), [])
    const survey = { isMoney: false, kind: 'satisfaction' as const, measure: 'Survey' }
    assert.deepEqual(overlapsOf([benefit('a', survey), benefit('b', survey)]), [])
  })
})

describe('adding up benefits of money', () => {
  it('counts the largest of those that overlap, by way of others too, and names what it stands for', () => {
    const { counted, leftOut } = countedOnce([
      benefit('a', { ...worth(10), overlaps: ['b'] }),
      benefit('b', { ...worth(30), line: 'X' }),
      benefit('c', { ...worth(20), line: 'x' }),
      benefit('d', worth(5)),
    ])
    assert.deepEqual(
      counted.map(({ id }) => id),
      ['b', 'd'],
    )
    assert.deepEqual(
      leftOut.map(({ benefit: { id }, for: other }) => [id, other]),
      [
        ['a', 'b'],
        ['c', 'b'],
      ],
    )
  })

  it('counts the first of equals', () => {
    const { counted } = countedOnce([benefit('a', { overlaps: ['b'] }), benefit('b')])
    assert.deepEqual(
      counted.map(({ id }) => id),
      ['a'],
    )
  })

  it('counts or leaves out each of them, never two that overlap, whatever their order', () => {
    const some = fc.array(
      fc.record({ line: fc.constantFrom('p', 'q', 'r'), kind: fc.constantFrom(...moneyKinds), central: fc.nat(100) }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(some, (made) => {
        const all = made.map(({ line, kind, central }, at) => benefit(String(at), { ...worth(central), line, kind }))
        const { counted, leftOut } = countedOnce(all)
        assert.equal(counted.length + leftOut.length, all.length)
        assert.deepEqual(overlapsOf(counted), [])
        const largest = ['p', 'q', 'r'].map((line) =>
          Math.max(0, ...all.filter((each) => each.line === line).map(({ forecast: [year] }) => year?.central ?? 0)),
        )
        const total = counted.reduce((sum, { forecast: [year] }) => sum + (year?.central ?? 0), 0)
        assert.equal(
          total,
          largest.reduce((sum, each) => sum + each, 0),
        )
      }),
    )
  })
})
