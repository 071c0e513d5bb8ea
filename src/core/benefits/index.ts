export { beginRisk, likelihoodOf } from './begin-risk.ts'
export * from './benefit-kinds.ts'
export { type BenefitRecord, yearsOf } from './benefit-record.ts'
export {
  type BenefitName,
  type BetweenAwards,
  type BetweenReason,
  type Claimed,
  type Claims,
  type CountedElsewhere,
  type KeptBoth,
  nameOfBenefit,
} from './between-awards.ts'
export { type Cohort, type CohortOutturn, cohortOf } from './cohort.ts'
export { countedOnce, type Overlap, type OverlapReason, overlapsOf, sizeOf } from './double-counting.ts'
export * from './financial-year.ts'
export { type FrozenReturn, ofReturn, recordOfReturn } from './frozen-return.ts'
export * from './outturn.ts'
export { type Actual, actualsOf, valueByYear } from './read-actuals.ts'
export { numberOf, textOf } from './read-answers.ts'
export { type Benefit, benefitsOf, type ForecastYear } from './read-benefits.ts'
export { type Rating, ratingsOf } from './read-delivery.ts'
export { costOfGoLive, type GoLiveStep, goLiveOf } from './read-go-live.ts'
export { type ReturnStanding, returnStandings } from './return-standing.ts'
export * from './returns.ts'
export { type MoneyRollUp, rollUpOf } from './roll-up.ts'
export { actualsSheet } from './sheets/actuals.ts'
export type { BenefitSheet } from './sheets/benefit-sheet.ts'
export { deliveryRisksSheet } from './sheets/delivery-risks.ts'
export { goLiveSheet, goLiveSteps } from './sheets/go-live.ts'
export { benefitSheetById, benefitSheets } from './sheets/index.ts'
export { returnWordsSheet } from './sheets/return-words.ts'
export { singularUnit } from './singular-unit.ts'
export { publishedOf3bm, type WorkedExample, workedExample } from './worked-example.ts'
export { type Confirmation, type WorkedOut, workedOut } from './worked-out.ts'
