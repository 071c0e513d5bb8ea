export * from './budget/index.ts'
export { type CostAndValue, costAndValue } from './cost-value.ts'
export { type DeliveryModelId, deliveryModelIds } from './delivery-model-ids.ts'
export {
  type DeliveryModel,
  deliveryModels,
  type LegalQuestion,
  legalQuestions,
  type UsualLine,
} from './delivery-models.ts'
export * from './filter/index.ts'
export {
  type FilterCategory,
  type FilterProblem,
  filterCategories,
  filterProblems,
  type RatedChoice,
  type Rating,
  type SuccessFactor,
  successFactors,
} from './framework-filter.ts'
export { dayNumber, dayOfNumber, type PlanScale, planScale } from './judging/plan-scale.ts'
export { type PlanStep, planOf } from './judging/read-plan.ts'
export * from './money/index.ts'
export * from './preference/index.ts'
export { criteriaOf } from './read-criteria.ts'
export { businessAsUsualOf, optionsOf, type ReviewOption } from './read-options.ts'
export * from './reporting/index.ts'
export type { ReviewCriterion } from './review-criterion.ts'
export { type Depth, depths, type ReviewRecord } from './review-record.ts'
export { mayIn, type ReviewNeed, type ReviewRole, reviewRoles } from './review-roles.ts'
export type { KeptRun, ReviewRuns } from './review-runs.ts'
export { type ServiceYear, serviceByYear } from './service-by-year.ts'
export { sheetById, sheets } from './sheets/index.ts'
export { linesSheet } from './sheets/lines.ts'
export { type ChapterId, chapters, type Sheet, writingNeed } from './sheets/sheet.ts'
export * from './uncertainty/index.ts'
export * from './weighing/index.ts'
