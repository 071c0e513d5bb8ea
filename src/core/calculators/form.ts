import { isObject, type Json, oneOf, pointer, type ShapeProblem } from '../canonical/index.ts'
import {
  type Answers,
  checkDefinition,
  eligibility,
  type Form,
  type Mode,
  type Problem,
  problemText,
  questionsOf,
  validateDraft,
  validateSubmission,
  whatIsVisible,
} from '../forms/index.ts'
import type { Calculation } from './calculation.ts'

const KEYS = ['form', 'answers', 'mode']

/**
 * Checks answers against a form: what is wrong with them, what is shown, and what the eligibility rules say.
 *
 * @param input `{ form, answers?, mode? }`, with mode `submit` unless said
 * @returns `{ valid, problems, visible, outcome, failed, caveats }`; each problem also has `field`, the input it is about
 */
export function calculateForm(input: unknown): Calculation {
  if (!isObject(input)) return { ok: false, problems: [{ at: '', text: 'must be an object with form and answers' }] }
  const { form, answers = {}, mode = 'submit' } = input
  const problems = [...unknownKeys(input), ...oneOf('draft', 'submit')(mode, '/mode')]
  if (form === undefined) return { ok: false, problems: [...problems, { at: '/form', text: 'is missing' }] }
  const checked = checkDefinition(form)
  if (!checked.ok) {
    const within = checked.problems.map(({ at, text }) => ({ at: `/form${at}`, text }))
    return { ok: false, problems: [...problems, ...within] }
  }
  problems.push(...answerProblems(checked.value, answers))
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, output: outputOf(checked.value, answers as Answers, mode as Mode) }
}

const unknownKeys = (input: object): readonly ShapeProblem[] =>
  Object.keys(input)
    .filter((key) => !KEYS.includes(key))
    .map((key) => ({ at: pointer('', key), text: 'is not known here' }))

/** Answers are by the ids of questions that stand on a page. */
function answerProblems(form: Form, answers: unknown): readonly ShapeProblem[] {
  if (!isObject(answers)) return [{ at: '/answers', text: 'must be an object of answers by question id' }]
  const ids = new Set(questionsOf(form).map((question) => question.id))
  return Object.keys(answers)
    .filter((id) => !ids.has(id))
    .map((id) => ({ at: pointer('/answers', id), text: `there is no question “${id}” on a page` }))
}

function outputOf(form: Form, answers: Answers, mode: Mode): Json {
  const problems = mode === 'draft' ? validateDraft(form, answers) : validateSubmission(form, answers)
  const { outcome, failed, caveats } = eligibility(form, answers)
  return {
    valid: problems.length === 0,
    problems: problems.map(said),
    visible: whatIsVisible(form, answers).questions.map((question) => question.id),
    outcome,
    failed: failed.map((rule) => rule.id),
    caveats: caveats.map((rule) => rule.text),
  }
}

const said = (problem: Problem): Json => ({
  question: problem.question,
  code: problem.code,
  text: problemText(problem),
  field: problem.field,
})
