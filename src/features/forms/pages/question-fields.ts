import {
  type Answers,
  answerOf,
  asksForKind,
  type Form,
  isFact,
  neededUnlessOther,
  type Problem,
  problemText,
  type Question,
  type ShownFields,
  showAnswer,
  whatIsVisible,
} from '../../../core/forms/index.ts'
import type { SafeHtml } from '../../../ui/html.ts'
import type { AuthorityChoice, FactsKnown, FieldContext, FileView, UploadsTo } from './fields/field.ts'
import { knownField } from './fields/known.ts'
import { moneyTableField } from './fields/money-table.ts'
import { repeatingGroupField } from './fields/repeating-group.ts'
import { simpleField } from './fields/simple.ts'

/** What the fields of a page are made from. */
export type FieldsModel = {
  readonly form: Form
  /** Those to show, in order: the visible ones of a page. */
  readonly questions: readonly Question[]
  readonly answers: Answers
  /** What somebody typed, shown in place of the answers: what could not be kept must not be lost. */
  readonly typed?: ShownFields | undefined
  readonly problems: readonly Problem[]
  /** Bodies to choose from; needed only where {@link asksForAuthority} says so. */
  readonly authorities?: readonly AuthorityChoice[] | undefined
  /** What is known of the files in the answers, by id. */
  readonly files?: ReadonlyMap<string, FileView> | undefined
  readonly uploads?: UploadsTo | undefined
  /** Whether the form is only tried out. */
  readonly trying?: boolean | undefined
  /** Which of the facts that questions ask for the service knows, so that they are only shown. */
  readonly factsKnown?: FactsKnown | undefined
  /** The list question that shows one blank item more. */
  readonly oneMore?: string | undefined
  /** Whether the only question is the heading of its page. */
  readonly onlyQuestionIsHeading?: boolean | undefined
}

/**
 * The fields of questions, each with its label, hint, problem and what was answered, ready to stand in a form. Input names
 * are those that `readAnswer` reads.
 */
export function questionFields(model: FieldsModel): readonly SafeHtml[] {
  const { questions, answers } = model
  const problems = new Map<string, string>()
  for (const problem of model.problems) {
    if (!problems.has(problem.field)) problems.set(problem.field, problemText(problem))
  }
  const needed = neededUnlessOther(model.form)
  const heading = model.onlyQuestionIsHeading === true && questions.length === 1
  return questions.map((question) => {
    const context: FieldContext = {
      name: question.id,
      shown: model.typed ?? showAnswer(question, answerOf(answers, question.id)),
      problems,
      authorities: model.authorities ?? [],
      files: model.files ?? new Map(),
      uploads: model.uploads,
      trying: model.trying === true,
      factsKnown: model.factsKnown,
      place: heading ? 'heading' : 'page',
      neededUnlessOther: needed.has(question.id),
    }
    return oneQuestion(question, context, model)
  })
}

function oneQuestion(question: Question, context: FieldContext, model: FieldsModel): SafeHtml {
  const list = { value: answerOf(model.answers, question.id), oneMore: model.oneMore === question.id }
  if (question.type === 'repeating-group') {
    return repeatingGroupField(question, context, list, whatIsVisible(model.form, model.answers).reading)
  }
  const known = asksForKind(question) ? context.factsKnown !== undefined : context.factsKnown === 'every'
  if (isFact(question) && known && (asksForKind(question) || list.value !== undefined))
    return knownField(question, context)
  if (question.type === 'money-table') return moneyTableField(question, context, list)
  return simpleField(question, context)
}

/** Problems for an error summary: each links to its input. */
export const problemLinks = (problems: readonly Problem[]) =>
  problems.map((problem) => ({ text: problemText(problem), href: `#${problem.field}` }))

/** Whether any of these questions is answered with a body of the register. */
export const asksForAuthority = (questions: readonly Question[]): boolean =>
  questions.some(
    (question) =>
      question.type === 'authority' || (question.type === 'repeating-group' && asksForAuthority(question.questions)),
  )
