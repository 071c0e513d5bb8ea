import assert from 'node:assert/strict'
import { it } from 'node:test'
import { answerRequestState } from './answer-request.ts'

const dueAt = new Date('2027-03-01T17:00:00Z')
const at = (ms: number): Date => new Date(dueAt.getTime() + ms)

it('takes a reply at the instant it is due as in time, a millisecond later as late, and none once closed', () => {
  assert.equal(answerRequestState({ dueAt, closedAt: null }, at(-1)), 'open')
  assert.equal(answerRequestState({ dueAt, closedAt: null }, at(0)), 'open')
  assert.equal(answerRequestState({ dueAt, closedAt: null }, at(1)), 'overdue')
  assert.equal(answerRequestState({ dueAt, closedAt: at(5) }, at(4)), 'overdue')
  assert.equal(answerRequestState({ dueAt, closedAt: at(5) }, at(5)), 'closed')
})
