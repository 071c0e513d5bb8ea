export {
  type AppraisedLine,
  type AppraisedReviewOption,
  appraisalOf,
  type ReviewAppraisal,
} from './appraise-review.ts'
export { type ReviewLine, type ReviewRisk, reviewLinesOf, reviewRisksOf } from './read-lines.ts'
export { type Period, pricesOf, readPeriod } from './read-period.ts'
