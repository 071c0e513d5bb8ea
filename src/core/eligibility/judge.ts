import {
  type Answers,
  answerOf,
  type Eligibility,
  eligibility,
  type Form,
  type FrozenEligibility,
  findQuestion,
  freeze,
  type NameOf,
  type Rule,
  validateSubmission,
  whatIsVisible,
} from '../forms/index.ts'

/** A published screener with what it was told. `told` undefined: nobody has answered it for this application. */
export type Screened = {
  readonly form: Form
  readonly number: number
  readonly sha256: string
  readonly told: Answers | undefined
}

/** What the rules say of an application: those of its form and those of the screener before it. */
export type Judgement = Eligibility & {
  /** Whether the screener is answered, as far as there is one. Without its answers nothing is known of its rules. */
  readonly screening: 'none' | 'missing' | 'done'
}

/**
 * What the screener knows of an application: what it was told, and over that what the form itself answers to the same
 * question, so that an answer that was changed while writing counts.
 *
 * @param form of the application, with `answers`
 */
export function screenerAnswers(screener: Form, told: Answers, form: Form, answers: Answers): Answers {
  const shown = new Map(whatIsVisible(form, answers).questions.map((question) => [question.id, question]))
  const own = screener.pages
    .flatMap(({ questions }) => questions)
    .filter(({ id, type }) => shown.get(id)?.type === type && answerOf(answers, id) !== undefined)
  return { ...told, ...Object.fromEntries(own.map(({ id }) => [id, answers[id] ?? null])) }
}

/** What of a screener's answers a form asks too, and accepts as it stands: an applicant is asked once. */
export function carriedAnswers(screener: Form, told: Answers, form: Form): Answers {
  const same = screener.pages
    .flatMap(({ questions }) => questions)
    .filter(({ id, type }) => answerOf(told, id) !== undefined && findQuestion(form, id)?.type === type)
    .filter(({ id }) => form.pages.some(({ questions }) => questions.some((question) => question.id === id)))
    .map(({ id }) => [id, told[id] ?? null] as const)
  const problems = new Set(validateSubmission(form, Object.fromEntries(same)).map(wrongQuestion))
  return Object.fromEntries(same.filter(([id]) => !problems.has(id)))
}

/** The question that is answered wrongly; '' for one that is only not answered. */
const wrongQuestion = ({ code, question }: { readonly code: string; readonly question: string }): string =>
  code === 'missing' ? '' : question

/** Judges an application. A rule that both the form and the screener have, by its id, is said once. */
export function judge(form: Form, answers: Answers, screened: Screened | undefined): Judgement {
  const own = eligibility(form, answers)
  if (screened === undefined) return { ...own, screening: 'none' }
  const told = screenerAnswers(screened.form, screened.told ?? {}, form, answers)
  const open = screened.told === undefined || validateSubmission(screened.form, told).length > 0
  const before = eligibility(screened.form, told)
  const failed = together(before.failed, own.failed)
  const caveats = together(before.caveats, own.caveats)
  const outcome = failed.length > 0 ? 'fail' : caveats.length > 0 ? 'pass-with-caveats' : 'pass'
  return { outcome, failed, caveats, screening: open ? 'missing' : 'done' }
}

const together = (first: readonly Rule[], second: readonly Rule[]): readonly Rule[] => [
  ...first,
  ...second.filter(({ id }) => !first.some((rule) => rule.id === id)),
]

/** Fixes a judgement for a submission; undefined when there were no rules. */
export function freezeJudgement(
  form: Form,
  answers: Answers,
  screened: Screened | undefined,
  nameOf?: NameOf,
): FrozenEligibility | undefined {
  const { outcome, failed, caveats } = judge(form, answers, screened)
  if (outcome === null) return undefined
  const rules = [...failed, ...caveats].map(({ id, clause, text, outcome: kind }) => ({
    id,
    clause,
    text,
    outcome: kind,
  }))
  if (screened === undefined) return { outcome, rules, screener: null }
  const { form: screener, number, sha256, told = {} } = screened
  const { pages } = freeze(screener, screenerAnswers(screener, told, form, answers), nameOf)
  return { outcome, rules, screener: { title: screener.title, number, sha256, pages } }
}
