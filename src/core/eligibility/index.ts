export { type AnswerClass, answerClasses, countableTypes } from './answer-class.ts'
export { checkScreener, type ScreenerProblem } from './check-screener.ts'
export {
  type EveryPath,
  everyPath,
  type GroupPaths,
  MOST_PATHS,
  type Path,
  pathWords,
  type Step,
} from './every-path.ts'
export { type Group, independentGroups } from './independent-groups.ts'
export {
  carriedAnswers,
  freezeJudgement,
  type Judgement,
  judge,
  type Screened,
  screenerAnswers,
} from './judge.ts'
export { type PlaceOfProblem, placeOfProblem } from './place-of-problem.ts'
export { type ScreenedOutcome, screenedOutcome } from './screened-outcome.ts'
export { type AskedAt, whereDecided } from './where-decided.ts'
