export { mentionedOf } from '../check/typical-values.ts'
export { type ConditionPlace, conditionAt, withCondition } from './condition-place.ts'
export { copyPage, copyPages, copyQuestions, namer, takenIds } from './copy-part.ts'
export {
  addPart,
  askMore,
  askOtherwise,
  changePart,
  type ExpressionPath,
  type Join,
  joinBy,
  nest,
  opposite,
  partAt,
  partsOf,
} from './edit-expression.ts'
export {
  addableFrom,
  comparisonsOf,
  type ListedQuestion,
  listedFrom,
  readableFrom,
  type TestName,
  testsOf,
} from './readable-questions.ts'
export { addSection, copySection, dropSection, moveSection, type NewSection, removeSection } from './sections.ts'
export {
  blankTest,
  comparisonIn,
  type HowMany,
  howMany,
  readTest,
  SUM,
  type TestProblem,
  type TypedTest,
  typedHowMany,
  typedTest,
} from './type-test.ts'
