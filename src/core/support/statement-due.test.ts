import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type GrantAccounted, statementDue } from './index.ts'

const grant: GrantAccounted = {
  firstPaidOn: '2025-05-01',
  paidPence: 500,
  returnedPence: 0,
  spentPence: 0,
  statedUntil: null,
}
const dueOf = (more: Partial<GrantAccounted>, today: string) => statementDue({ ...grant, ...more }, today)?.due

it('asks for a statement once a financial year with money is over, for three months after it', () => {
  assert.equal(dueOf({}, '2026-03-31'), undefined)
  assert.equal(dueOf({}, '2026-04-01'), '2026-06-30')
  assert.equal(dueOf({ firstPaidOn: '2026-03-31' }, '2026-04-01'), '2026-06-30')
  assert.equal(dueOf({ firstPaidOn: '2026-04-01' }, '2026-04-01'), undefined)
  assert.equal(dueOf({ firstPaidOn: null, paidPence: 0 }, '2030-01-01'), undefined)
})

it('asks again for the next year, and for the last of several alone', () => {
  assert.equal(dueOf({ spentPence: 100, statedUntil: '2026-03-31' }, '2026-07-01'), undefined)
  assert.equal(dueOf({ spentPence: 100, statedUntil: '2026-03-30' }, '2026-07-01'), '2026-06-30')
  assert.equal(dueOf({ spentPence: 100, statedUntil: '2026-03-31' }, '2027-04-01'), '2027-06-30')
  assert.equal(dueOf({}, '2028-05-01'), '2028-06-30')
})

it('asks for nothing once all that was paid is stated to be spent or came back', () => {
  assert.equal(dueOf({ spentPence: 400, returnedPence: 100, statedUntil: '2025-12-31' }, '2026-05-01'), undefined)
  assert.equal(dueOf({ spentPence: 400, returnedPence: 99, statedUntil: '2025-12-31' }, '2026-05-01'), '2026-06-30')
})
