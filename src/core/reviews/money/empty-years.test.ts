import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { SheetEntry } from '../../sheets/index.ts'
import type { ReviewRecord } from '../review-record.ts'
import { appraisalOf } from './appraise-review.ts'
import { emptyYearsFindings } from './empty-years.ts'

const entry = (id: string, content: SheetEntry['content']): SheetEntry => ({ id, version: 1, content })
const found = (years: number, amounts: Readonly<Record<string, readonly number[]>>) => {
  const record: ReviewRecord = {
    depth: 'quick',
    sheets: {
      options: [
        entry('usual', { title: 'As it is', model: 'in-house-as-is', description: '' }),
        entry('mutual', { title: 'Mutual', model: 'mutual', description: '' }),
      ],
      money: [entry('page', { first: 2026, years, schedule: 'green-book-2026', deflators: 'hmt-2025-12' })],
      risks: [entry('r', { title: 'r', option: 'mutual', probability: 10, cost: 100, year: 'year-2', owner: 'x' })],
      lines: Object.entries(amounts).map(([option, pounds]) =>
        entry(option, {
          option,
          title: 'Staff',
          kind: 'cost',
          bearer: 'council',
          nature: 'resource',
          basis: 'real',
          pounds: pounds.map((amount, at) => ({ row: `year-${at}`, amount })),
        }),
      ),
    },
  }
  const appraisal = appraisalOf(record)
  assert.ok(appraisal !== undefined)
  return emptyYearsFindings(appraisal)
}

describe('years without amounts', () => {
  it('are said of the options that have them, those of the same years together', () => {
    assert.deepEqual(found(60, { usual: [1, 1, 1], mutual: [2, 2, 2] }), [
      '“As it is” and “Mutual” have no amount in 58 of the 61 years, first in 2029 to 2030, which count as £0.',
    ])
    assert.deepEqual(found(2, { usual: [0, 1, 1], mutual: [2, 0, 0] }), [
      '“As it is” has no amount in 2026 to 2027, which counts as £0.',
      '“Mutual” has no amount in 2 of the 3 years, first in 2027 to 2028, which count as £0.',
    ])
  })

  it('are not said where each year has an amount, or an option has no line yet', () => {
    assert.deepEqual(found(2, { usual: [1, 1, 1], mutual: [-1, 2, 3] }), [])
    assert.deepEqual(found(2, { usual: [1, 1, 1] }), [])
  })
})
