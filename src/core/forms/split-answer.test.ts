import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { MoneyTableQuestion, Question, RepeatingGroupQuestion } from './definition.ts'
import { splitAnswer } from './split-answer.ts'

const team: RepeatingGroupQuestion = {
  type: 'repeating-group',
  id: 'team',
  label: 'Team',
  questions: [
    { type: 'short-text', id: 'name', label: 'Name' },
    { type: 'radios', id: 'role', label: 'Role', options: [{ value: 'lead', label: 'Lead' }] },
  ],
}
const [name, role] = team.questions
assert.ok(name && role)
const people = [{ name: 'Ann', role: 'lead' }, { name: 'Ben' }, { role: 'lead' }]

const costs: MoneyTableQuestion = {
  type: 'money-table',
  id: 'costs',
  label: 'Costs',
  columns: [
    { id: 'y1', label: 'Year 1' },
    { id: 'y2', label: 'Year 2' },
  ],
  rows: [
    { id: 'staff', label: 'Staff' },
    { id: 'advice', label: 'Advice' },
  ],
}
const sums = [
  { row: 'staff', y1: 10, y2: 20 },
  { row: 'advice', y2: 5 },
]

describe('several choices of which one is not offered any more', () => {
  const models: Question = {
    type: 'checkboxes',
    id: 'models',
    label: 'Models',
    options: ['in-house', 'mutual', 'shared'].map((value) => ({ value, label: value })),
  }
  const [inHouse, mutual, shared] = models.options
  assert.ok(inHouse && mutual && shared)

  it('keep those that still are', () => {
    assert.deepEqual(splitAnswer(models, { ...models, options: [shared, inHouse] }, ['in-house', 'mutual', 'shared']), {
      kept: ['in-house', 'shared'],
      gone: { question: { ...models, options: [mutual] }, answer: ['mutual'] },
    })
  })

  it('go whole when none is, and stay whole when all are', () => {
    assert.equal(splitAnswer(models, { ...models, options: [shared] }, ['in-house', 'mutual']), undefined)
    assert.equal(splitAnswer(models, { ...models, options: [mutual] }, ['mutual']), undefined)
  })
})

describe('an answer of several parts', () => {
  it('keeps what is still asked of each item when a question of the group goes', () => {
    assert.deepEqual(splitAnswer(team, { ...team, questions: [name] }, people), {
      kept: [{ name: 'Ann' }, { name: 'Ben' }],
      gone: { question: { ...team, questions: [role] }, answer: [{ role: 'lead' }, { role: 'lead' }] },
    })
  })

  it('does so too when a question of the group is answered otherwise now, or lacks an option', () => {
    const [asDay, other]: readonly Question[] = [
      { ...team, questions: [name, { type: 'date', id: 'role', label: 'Since' }] },
      {
        ...team,
        questions: [
          name,
          { type: 'radios', id: 'role', label: 'Role', options: [{ value: 'member', label: 'Member' }] },
        ],
      },
    ]
    assert.ok(asDay && other)
    for (const after of [asDay, other])
      assert.deepEqual(splitAnswer(team, after, people)?.kept, [{ name: 'Ann' }, { name: 'Ben' }])
  })

  it('keeps the other columns and rows of a table', () => {
    const [first, second] = costs.columns
    assert.ok(first && second)
    assert.deepEqual(splitAnswer(costs, { ...costs, columns: [second] }, sums), {
      kept: [
        { row: 'staff', y2: 20 },
        { row: 'advice', y2: 5 },
      ],
      gone: { question: { ...costs, columns: [first] }, answer: [{ row: 'staff', y1: 10 }] },
    })
    assert.deepEqual(splitAnswer(costs, { ...costs, rows: costs.rows?.slice(0, 1) ?? [] }, sums), {
      kept: [{ row: 'staff', y1: 10, y2: 20 }],
      gone: { question: costs, answer: [{ row: 'advice', y2: 5 }] },
    })
  })

  it('loses nothing: what is kept and what goes are all that was answered', () => {
    const { kept, gone } = splitAnswer(costs, { ...costs, columns: costs.columns.slice(1) }, sums) ?? assert.fail()
    const cells = (items: unknown) =>
      (items as Record<string, unknown>[]).flatMap(({ row, ...rest }) =>
        Object.entries(rest).map((cell) => [row, ...cell]),
      )
    assert.deepEqual([...cells(kept), ...cells(gone.answer)].sort(), cells(sums).sort())
  })

  it('is not split where nothing goes, nothing would stay, or it has no parts', () => {
    assert.equal(splitAnswer(team, team, people), undefined)
    assert.equal(splitAnswer(team, { ...team, questions: [role] }, [{ name: 'Ann' }]), undefined)
    const text: Question = { type: 'short-text', id: 't', label: 'T' }
    assert.equal(splitAnswer(text, { type: 'date', id: 't', label: 'T' }, 'x'), undefined)
  })
})
