export type { AwardType, FactSource, Fund, Funder, VatRule } from '../../core/rounds/fund.ts'
export { type Phase, phaseOf } from '../../core/rounds/phase.ts'
export type { Round, RoundInFund, Timetable } from '../../core/rounds/round.ts'
export {
  fundById,
  fundBySlug,
  fundersOf,
  publishedRounds,
  roundById,
  roundByPath,
  roundsOfFunds,
} from './funds.store.ts'
