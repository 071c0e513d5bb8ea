export { type BeginProblem, beginProblems } from './begin-weighing.ts'
export { causeWords, methodsFinding, methodWords } from './method-words.ts'
export { type RanksCase, type RanksResult, ranksCaseOf, ranksEngine, workOutRanks } from './ranks.ts'
export { readScores, type ScoreProblem, type Scores } from './read-scores.ts'
export { mostReason, readSwings, type SwingProblem, type Swings } from './read-swings.ts'
export { type KnownOfWeights, knownOfWeights, smaaCaseOf } from './smaa-case-of.ts'
export { closeCall, type WeighingWarning, weighingWarnings } from './warnings.ts'
export { type GroupView, type JointValue, type WeighedReview, weighReview, weightsOf } from './weigh-review.ts'
export {
  type ReviewWeighing,
  type WeighingMethod,
  type WeighingNote,
  type WeighingPerson,
  type WeighingStage,
  weighingMethods,
  weighingStages,
} from './weighing.ts'
