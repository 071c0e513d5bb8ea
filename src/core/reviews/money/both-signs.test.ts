import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ReviewRecord } from '../review-record.ts'
import { bothSignsWarning } from './both-signs.ts'

const record: ReviewRecord = {
  depth: 'quick',
  sheets: { money: [{ id: 'page', version: 1, content: { first: 2026, years: 3 } }] },
}
const warning = (...amounts: readonly number[]) =>
  bothSignsWarning(record, '“Fees”', { pounds: amounts.map((amount, year) => ({ row: `year-${year}`, amount })) })

describe('a line with amounts of both signs', () => {
  it('is told in which years it is below nothing, and what to do', () => {
    assert.match(
      warning(-1, 5, 0, -2) ?? '',
      /^“Fees” is below nothing in 2026 to 2027 and 2029 to 2030 and above nothing in other years.* If the sign is a slip, change it\. /,
    )
  })

  it('is told nothing while its amounts are of one sign, or there are none', () => {
    assert.deepEqual(
      [warning(1, 0, 3), warning(-1, -2, 0), warning(0, 0), warning()],
      [undefined, undefined, undefined, undefined],
    )
  })

  it('is not told of years beyond those of the review', () => {
    assert.equal(warning(1, 2, 3, 4, -5), undefined)
  })
})
