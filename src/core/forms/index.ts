export { answerWords } from './answer-words.ts'
export { answeredFiles, asksForFiles, type FilePlace, filePlace, withKnownFiles } from './answered-files.ts'
export { type Answers, answerOf, isAnswered } from './answers.ts'
export { checkDefinition, type DefinitionProblem } from './check-definition.ts'
export { compareDefinitions, type QuestionChange } from './compare-definitions.ts'
export { countWords } from './count-words.ts'
export { decidingQuestion } from './deciding-question.ts'
export type * from './definition.ts'
export { describeEntries, describeExpression } from './describe-expression.ts'
export { type Eligibility, eligibility } from './eligibility.ts'
export { holds, type Reading } from './expression.ts'
export type * from './expression-shape.ts'
export {
  asksForKind,
  asksForLeadKind,
  type Facts,
  factAnswers,
  isFact,
  kindQuestions,
  namedBodies,
  withKinds,
} from './facts.ts'
export { childrenOf, findQuestion, questionsOf } from './form-questions.ts'
export {
  type FrozenForm,
  type FrozenItem,
  type FrozenPage,
  type FrozenQuestion,
  type FrozenTable,
  freeze,
  submittedAnswers,
} from './frozen.ts'
export {
  declarationOf,
  type FrozenApplication,
  type FrozenBody,
  type FrozenEligibility,
  type FrozenFacts,
  type FrozenKeyed,
  type FrozenPlace,
  type FrozenSignOff,
  freezeApplication,
  frozenHash,
  withKeyed,
  withSignOffs,
} from './frozen-application.ts'
export { inputWords } from './input-words.ts'
export { isFigure } from './is-figure.ts'
export { MOST_CHARACTERS, MOST_CHARACTERS_IN_FORM, MOST_FILES, MOST_ITEMS, MOST_MEGABYTES } from './limits.ts'
export {
  compareMaterial,
  type MaterialAnswer,
  type MaterialChange,
  type MaterialContent,
  type MaterialKind,
  materialContent,
  materialHash,
  materialKinds,
  materialOf,
} from './material.ts'
export { type AnswerSetAside, answersSetAside } from './migrate-answers.ts'
export { type MovedPage, movedPages } from './moved-pages.ts'
export { nameInSentence } from './name-in-sentence.ts'
export { neededUnlessOther } from './needed-unless-other.ts'
export { countWithNoun, limitWords, moneyWords, numberWords, wholePounds } from './number-words.ts'
export { fieldsOf, type PostedFields, type ShownFields } from './posted-fields.ts'
export type { AddressPart, DatePart, Finding, Place, Problem, ProblemCode } from './problem.ts'
export { problemText } from './problem-words.ts'
export { readAnswer, showAnswer, withPosted } from './read-answer.ts'
export { referencesOf } from './references.ts'
export { changedUnderRules } from './rule-questions.ts'
export { tableTotal } from './totals.ts'
export { type AnsweredFile, fileLimits, filesOf } from './types/file.ts'
export { tableRows } from './types/money-table.ts'
export type { NameOf } from './types/question-kind.ts'
export { itemField } from './types/repeating-group.ts'
export { typedNumber } from './types/typed-number.ts'
export { type Mode, validateDraft, validatePage, validateSubmission } from './validate.ts'
export { type Visible, type VisiblePage, visibleInItem, whatIsVisible } from './visibility.ts'
