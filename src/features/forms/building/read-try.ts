import { isObject } from '../../../core/canonical/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { PostedFields } from '../../../core/forms/index.ts'
import {
  type Answers,
  eligibility,
  type Form,
  type FormPage,
  type Problem,
  problemText,
  type Question,
  readAnswer,
  validatePage,
  validateSubmission,
  whatIsVisible,
} from '../../../core/forms/index.ts'

/** Where somebody is who tries a form out; nothing of it is kept anywhere but in their page. */
export type Tried = { readonly answers: Answers; readonly pageId: string; readonly oneMore: string | undefined }

/** What is asked for next: a page by its id, the `next` page, to `check` all, or one more item of a list, or one less. */
export type TryStep =
  | { readonly go: 'next' | 'check' | 'page'; readonly pageId: string }
  | { readonly go: 'add' | 'remove'; readonly question: string; readonly index: number }

export type TryShown =
  | {
      readonly kind: 'page'
      readonly page: FormPage
      readonly questions: readonly Question[]
      readonly problems: readonly Problem[]
      readonly tried: Tried
    }
  | { readonly kind: 'check'; readonly tried: Tried }

/** The answers of a try as a page carries them. What was tampered with is no answers. */
export function readTried(text: string): Answers {
  try {
    const parsed: unknown = JSON.parse(text)
    return isObject(parsed) ? (parsed as Answers) : {}
  } catch {
    return {}
  }
}

/** Answers with what the register knows of the bodies that they name. */
export type Known = (answers: Answers) => Promise<Answers>

/**
 * One step of trying a form out: reads the fields of the page that was shown, and says what to show next. Nobody is asked for
 * the kind of a body that an answer names, nor believed: it is known, as it is in an application. A page with
 * something wrong is shown again; so is one on which an answer has brought up another question.
 *
 * @throws {NotFound} if the form has no page to show
 */
export async function takeStep(
  form: Form,
  { answers: before, pageId }: Pick<Tried, 'answers' | 'pageId'>,
  fields: PostedFields,
  step: TryStep,
  known: Known,
): Promise<TryShown> {
  const shown = pageOf(form, before, pageId)
  const answers = await known(shown === undefined ? before : read(before, shown.questions, fields, step))
  if (step.go === 'check') return { kind: 'check', tried: { answers, pageId, oneMore: undefined } }
  if (step.go === 'page') return open(form, answers, step.pageId, [])
  if (step.go === 'add' || step.go === 'remove')
    return open(form, answers, pageId, [], step.go === 'add' ? step.question : undefined)
  const problems = validatePage(form, answers, pageId, 'submit').filter(canBePutRight)
  const now = pageOf(form, answers, pageId)
  const fresh = now?.questions.some(({ id }) => !shown?.questions.some((question) => question.id === id)) === true
  if (problems.length > 0 && !(fresh && onlyOf(problems, now?.questions ?? [], shown?.questions ?? [])))
    return open(form, answers, pageId, problems)
  if (fresh) return open(form, answers, pageId, [])
  const { pages } = whatIsVisible(form, answers)
  const place = pages.findIndex(({ page }) => page.id === pageId)
  const next = pages[place + 1]
  return next === undefined
    ? { kind: 'check', tried: { answers, pageId, oneMore: undefined } }
    : open(form, answers, next.page.id, [])
}

/** Whether the problems are all with questions that have only just come up. */
const onlyOf = (problems: readonly Problem[], now: readonly Question[], before: readonly Question[]): boolean =>
  problems.every(({ question }) => now.some(({ id }) => id === question) && !before.some(({ id }) => id === question))

/** No file can be sent while a form is tried out. */
const canBePutRight = ({ type }: Problem): boolean => type !== 'file'

const pageOf = (form: Form, answers: Answers, pageId: string) =>
  whatIsVisible(form, answers).pages.find(({ page }) => page.id === pageId)

function read(before: Answers, questions: readonly Question[], fields: PostedFields, step: TryStep): Answers {
  const posted = questions.map((question) => {
    const value = readAnswer(question, fields) ?? null
    const shorter = step.go === 'remove' && step.question === question.id && Array.isArray(value)
    return [question.id, shorter ? value.filter((_, index) => index !== step.index) : value] as const
  })
  return { ...before, ...Object.fromEntries(posted) }
}

/** A page with its visible questions; the first page when it is not shown with these answers. */
function open(form: Form, answers: Answers, pageId: string, problems: readonly Problem[], oneMore?: string): TryShown {
  const found = pageOf(form, answers, pageId) ?? whatIsVisible(form, answers).pages[0]
  if (found === undefined) throw notFound('page')
  return { kind: 'page', ...found, problems, tried: { answers, pageId: found.page.id, oneMore } }
}

/** The first page of a form as an applicant begins. @throws {NotFound} if it has none */
export const beginTry = (form: Form): TryShown => open(form, {}, form.pages[0]?.id ?? '', [])

/** What stands in the way of submitting what was tried, and what the rules say of it. */
export function judgeTried(form: Form, answers: Answers) {
  const { failed, caveats } = eligibility(form, answers)
  const pageOfQuestion = (id: string) =>
    form.pages.find(({ questions }) => questions.some((question) => question.id === id))?.title ?? ''
  return {
    problems: validateSubmission(form, answers)
      .filter(canBePutRight)
      .map((problem) => ({
        text: problemText(problem),
        page: pageOfQuestion(problem.question),
      })),
    failed: failed.map(({ clause, text }) => ({ clause, text })),
    caveats: caveats.map(({ clause, text }) => ({ clause, text })),
  }
}
