import type { Row } from './route-table.ts'

/** Who may use the routes of interviews and decisions. */
export const interviewRows: Readonly<Record<string, Row>> = {
  'GET /manage/funds/:fund/:round/decisions': { rule: 'readsAssessment' },
}
