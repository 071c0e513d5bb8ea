export { type AppraisedOption, appraise, type OptionAppraisal, type Switching } from './appraise.ts'
export {
  type DiscountSchedule,
  discountFactors,
  discountSchedules,
  presentValue,
  type RateBand,
  type ScheduleName,
} from './discount-schedule.ts'
export { internalRates } from './internal-rate.ts'
export { payback } from './payback.ts'
