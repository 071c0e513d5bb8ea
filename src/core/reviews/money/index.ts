export {
  type AppraisedLine,
  type AppraisedReviewOption,
  appraisalOf,
  type ReviewAppraisal,
} from './appraise-review.ts'
export { type AtOtherRates, atOtherRates } from './at-other-rates.ts'
export { bothSignsWarning } from './both-signs.ts'
export { type Distribution, distributionOf, type WeightedGroup, type WeightedOption } from './distribution.ts'
export { emptyYearsFindings } from './empty-years.ts'
export { type ImpliedPrice, type ImpliedPrices, impliedPrices } from './implied-price.ts'
export type { Payback } from './payback-against.ts'
export { isRisks, type ReviewLine, type ReviewRisk, reviewLinesOf, reviewRisksOf, riskLine } from './read-lines.ts'
export { type Period, pastYearRows, pricesOf, readPeriod, yearRows, yearWords } from './read-period.ts'
export { entriesOfOption, type LineSource, type StartingLine, startingLines } from './start-lines.ts'
