import type { Answers } from './answers.ts'
import type { Form, Question } from './definition.ts'
import type { Reading } from './expression.ts'
import { holds } from './expression.ts'
import { MOST_CHARACTERS_IN_FORM } from './limits.ts'
import { nameInSentence } from './name-in-sentence.ts'
import { type Found, type Place, type Problem, placed } from './problem.ts'
import { charactersIn } from './total-length.ts'
import { kindOf } from './types/every-kind.ts'
import { missing } from './types/question-kind.ts'
import { whatIsVisible } from './visibility.ts'

/** `draft`: what cannot be kept as an answer. `submit`: everything that stops the form from being submitted. */
export type Mode = 'draft' | 'submit'

/**
 * What is wrong with answers that are being written: wrong types, malformed values, far too long. Nothing need be answered.
 * A hidden question's answer is not looked at. Never stricter than `validateSubmission`.
 *
 * @param form a form that `checkDefinition` accepted
 * @returns every problem, in the order of the form
 */
export const validateDraft = (form: Form, answers: Answers): readonly Problem[] => validate(form, answers, 'draft')

/**
 * Everything that stops a submission: what a draft is refused for, what is missing, limits, and the checks between answers.
 *
 * @param form a form that `checkDefinition` accepted
 * @returns every problem, in the order of the form; the problems of its checks stand with their question
 */
export const validateSubmission = (form: Form, answers: Answers): readonly Problem[] =>
  validate(form, answers, 'submit')

/**
 * The problems of one page. Other pages' answers are read only for conditions.
 *
 * @param mode `draft` when saving for later, `submit` to say all that the page still needs
 */
export function validatePage(form: Form, answers: Answers, pageId: string, mode: Mode): readonly Problem[] {
  const { pages, reading } = whatIsVisible(form, answers)
  const questions = pages.find(({ page }) => page.id === pageId)?.questions ?? []
  return problemsOf(form, questions, reading, mode)
}

function validate(form: Form, answers: Answers, mode: Mode): readonly Problem[] {
  const { questions, reading } = whatIsVisible(form, answers)
  return [...problemsOf(form, questions, reading, mode), ...totalLengthProblems(questions, reading)]
}

function problemsOf(form: Form, questions: readonly Question[], reading: Reading, mode: Mode): readonly Problem[] {
  return questions.flatMap((question) => {
    const own = placed(placeOf(question), found(question, reading, mode))
    return mode === 'draft' ? own : [...own, ...checkProblems(form, question, reading)]
  })
}

function found(question: Question, reading: Reading, mode: Mode): readonly Found[] {
  const kind = kindOf(question)
  const value = reading.value(question.id)
  if (value === undefined) return mode === 'submit' && question.required ? [missing(kind)] : []
  const malformed = kind.draft(question, value, reading)
  return malformed.length > 0 || mode === 'draft' ? malformed : kind.submission(question, value, reading)
}

/** The checks that are said at this question. */
function checkProblems(form: Form, question: Question, reading: Reading): readonly Problem[] {
  const broken = (form.checks ?? []).filter((check) => check.question === question.id && holds(check.when, reading))
  return placed(
    placeOf(question),
    broken.map(({ id, text }) => ({ code: 'check', check: id, text })),
  )
}

/** Said once, last, at the first question that goes over. */
function totalLengthProblems(questions: readonly Question[], reading: Reading): readonly Problem[] {
  let characters = 0
  for (const question of questions) {
    characters += charactersIn(reading.value(question.id))
    if (characters > MOST_CHARACTERS_IN_FORM) {
      return placed(placeOf(question), [{ code: 'form-too-long', limit: MOST_CHARACTERS_IN_FORM }])
    }
  }
  return []
}

const placeOf = (question: Question): Place => ({
  question: question.id,
  field: question.id,
  name: nameInSentence(question),
  type: question.type,
})
