import type { Row } from './route-table.ts'

/** Who may use the routes of assessment. */
export const assessmentRows: Readonly<Record<string, Row>> = {
  'GET /manage/funds/:fund/:round/assessment': { rule: 'readsAssessment' },
}
