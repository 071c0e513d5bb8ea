export { type BeginProblem, beginProblems } from './begin-weighing.ts'
export { facilitatorScored, notIndependent } from './facilitator.ts'
export { causeWords, methodsFinding, methodWords } from './method-words.ts'
export { type Consistency, consistencies, consistencyOf, consistencyWords, type Pairs } from './pairs.ts'
export { type PeopleGroup, peopleByGroup } from './people-by-group.ts'
export { type RanksCase, type RanksResult, ranksCaseOf, ranksEngine, workOutRanks } from './ranks.ts'
export { type PairProblem, pairChoices, pairScale, pairsOf, readPairs } from './read-pairs.ts'
export { readScores, type ScoreProblem, type Scores } from './read-scores.ts'
export { mostReason, readSwings, type SwingProblem, type Swings, type Typed } from './read-swings.ts'
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
