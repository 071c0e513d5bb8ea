import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Json } from '../../canonical/index.ts'
import { compareRecords, type ReviewRecord } from '../index.ts'

const entry = (id: string, content: Record<string, Json>) => ({ id, version: 1, content })
const record = (sheets: ReviewRecord['sheets']): ReviewRecord => ({ depth: 'standard', sheets })
const usual = entry('u', { title: 'As it is', model: 'in-house-as-is', description: 'x' })
const staff = (amount: number) =>
  entry('l', {
    option: 'u',
    title: 'Staff',
    kind: 'cost',
    bearer: 'council',
    nature: 'resource',
    basis: 'real',
    pounds: [{ row: 'year-0', amount }],
  })

describe('two states of a review', () => {
  it('differ in what was added, taken out and changed, answer by answer, and in what it comes to', () => {
    const before = record({ options: [usual], lines: [staff(100)], service: [entry('page', { name: 'Youth' })] })
    const after = record({
      options: [usual, entry('m', { title: 'Mutual', model: 'mutual', description: 'y' })],
      lines: [staff(90)],
    })
    const { sheets, figures } = compareRecords(before, after)
    assert.deepEqual(
      sheets.map(({ title, entries }) => [title, entries.map(({ kind, title: of }) => [kind, of])]),
      [
        ['The service and its duty', [['removed', '']]],
        ['Longlist of options', [['added', 'Mutual']]],
        ['Costs, incomes and benefits', [['changed', 'Staff']]],
      ],
    )
    const [change] = sheets[2]?.entries[0]?.answers ?? []
    assert.match(change?.before.join(' ') ?? '', /£100/)
    assert.match(change?.after.join(' ') ?? '', /£90/)
    assert.deepEqual(figures, [{ title: 'As it is', npsv: [-100, -90], financial: [-100, -90] }])
  })

  it('do not differ from themselves, and differ the other way round the other way round', () => {
    const text = fc.constantFrom('a', 'b')
    const anyEntries = fc.uniqueArray(fc.tuple(fc.constantFrom('x', 'y', 'z'), text), { selector: ([id]) => id })
    const anyRecord = anyEntries.map((entries) =>
      record({ evidence: entries.map(([id, title]) => entry(id, { title, says: title })) }),
    )
    const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const
    const kindsOf = (one: ReviewRecord, other: ReviewRecord) =>
      compareRecords(one, other)
        .sheets.flatMap(({ entries }) => entries.map(({ kind }) => kind))
        .sort()
    fc.assert(
      fc.property(anyRecord, anyRecord, (one, other) => {
        assert.deepEqual(compareRecords(one, one).sheets, [])
        assert.deepEqual(
          kindsOf(one, other)
            .map((kind) => turned[kind])
            .sort(),
          kindsOf(other, one),
        )
      }),
    )
  })
})
