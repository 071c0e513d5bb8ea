import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Answers } from '../forms/index.ts'
import { takenName } from './distinct-names.ts'

const entry = (id: string, content: Answers) => ({ id, content })
const lines = {
  list: { titledBy: 'title', distinct: { within: 'option', text: 'Taken' } },
  entries: [
    entry('1', { option: 'a', title: 'Staff' }),
    entry('2', { option: 'b', title: 'Rent' }),
    entry('3', { option: 'c', title: 'Twice' }),
    entry('4', { option: 'c', title: 'Twice' }),
  ],
}
const isTaken = (id: string | undefined, option: string, title: string): boolean =>
  takenName(lines, id, { option, title }, []).length > 0

describe('a name that another entry of a list has', () => {
  it('is taken however it is written, in new entries and in those that take it up', () => {
    assert.ok(isTaken(undefined, 'a', 'Staff'))
    assert.ok(isTaken(undefined, 'a', '  sTaff '))
    assert.ok(isTaken('2', 'a', 'Staff'))
  })

  it('is free where only names of something else are like it, and where there is none', () => {
    assert.ok(!isTaken(undefined, 'b', 'Staff'))
    assert.ok(!isTaken(undefined, 'a', 'Staffing'))
    assert.ok(!isTaken('1', 'a', 'Staff'))
    assert.ok(!isTaken(undefined, 'a', ''))
    assert.deepEqual(
      takenName({ ...lines, list: { titledBy: 'title' } }, undefined, { option: 'a', title: 'Staff' }, []),
      [],
    )
  })

  it('stays with entries that had it before, and goes for good once one of them is renamed', () => {
    assert.ok(!isTaken('4', 'c', 'Twice'))
    assert.ok(!isTaken('4', 'c', 'Once'))
    assert.ok(isTaken('1', 'c', 'Twice'))
  })

  it('is said at the question that names entries', () => {
    const [problem] = takenName(lines, undefined, { option: 'a', title: 'Staff' }, [
      { type: 'short-text', id: 'title', label: 'What is it?', shortName: 'title' },
    ])
    assert.deepEqual(problem, {
      code: 'check',
      check: 'distinct',
      text: 'Taken',
      question: 'title',
      field: 'title',
      name: 'title',
      type: 'short-text',
    })
  })
})
