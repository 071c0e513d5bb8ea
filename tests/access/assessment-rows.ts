import { assigningRows } from './assigning-rows.ts'
import type { Row } from './route-table.ts'
import { scoringRows } from './scoring-rows.ts'
import { shortlistRows } from './shortlist-rows.ts'
import { understandingRows } from './understanding-rows.ts'

/** Who may use the routes of assessment. */
export const assessmentRows: Readonly<Record<string, Row>> = {
  'GET /manage/funds/:fund/:round/assessment': { rule: 'readsAssessment' },
  ...assigningRows,
  ...scoringRows,
  ...shortlistRows,
  ...understandingRows,
}
