export {
  type DeliveryModel,
  type DeliveryModelId,
  deliveryModelIds,
  deliveryModels,
  type LegalQuestion,
  legalQuestions,
  type UsualLine,
} from './delivery-models.ts'
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
