import { reviewOf } from './review-rows.ts'
import type { Row } from './route-table.ts'

/** Who may see what judgement and engagement show beside their sheets. */
export const reviewJudgingRows: Readonly<Record<string, Row>> = {
  'GET /reviews/:reference/plan': { rule: 'worksOnReview', parts: reviewOf },
}
