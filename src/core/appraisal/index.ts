export { type AppraisedOption, appraise, type OptionAppraisal, type Switching } from './appraise.ts'
export {
  type Bearer,
  type CashLine,
  isEconomic,
  isFinancial,
  type LineKind,
  type LineNature,
  nominalPounds,
  type Prices,
  realPounds,
  signOf,
} from './cash-line.ts'
export {
  type DiscountSchedule,
  discountFactors,
  discountSchedules,
  presentValue,
  type RateBand,
  type ScheduleName,
} from './discount-schedule.ts'
export { distributionWeight, equivalisedIncome, type Household } from './distribution-weight.ts'
export { type DeflatorName, type DeflatorSeries, gdpDeflators, inflationFactors } from './inflation.ts'
export { internalRates } from './internal-rate.ts'
export { appraisedOption, byYear, type EconomicPart, economicPartOf, type Reconciled, reconcile } from './ledgers.ts'
export { type ModifiedRates, modifiedRate } from './modified-rate.ts'
export {
  type Bounds,
  biasLeft,
  type Contribution,
  mixedBias,
  optimismBounds,
  type ProjectType,
} from './optimism-bias.ts'
export { type OtherScheduleName, otherSchedules } from './other-schedules.ts'
export { payback } from './payback.ts'
export { type Risk, type RiskTotals, riskTotals } from './risk-register.ts'
