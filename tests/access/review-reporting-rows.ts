import { reviewOf } from './review-rows.ts'
import type { Row } from './route-table.ts'

const whole: Row = {
  rule: 'worksOnReview',
  parts: async (place, db) => ({ ...(await reviewOf(place, db)), edition: 'whole' }),
}

/** Who may read the report of a review: its own people alone. */
export const reviewReportingRows: Readonly<Record<string, Row>> = {
  'GET /reviews/:reference/report/:edition': whole,
  'GET /reviews/:reference/report/:edition/report.pdf': whole,
  'GET /reviews/:reference/report/:edition/report.docx': whole,
}
