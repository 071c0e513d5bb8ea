import { isObject, type Json } from '../../core/canonical/index.ts'
import {
  type Answers,
  answerOf,
  childrenOf,
  type Form,
  itemField,
  type NameOf,
  nameInSentence,
  type Problem,
  type ProblemCode,
  type Question,
  questionsOf,
  validateDraft,
  validatePage,
  validateSubmission,
  whatIsVisible,
} from '../../core/forms/index.ts'
import { type IsoDay, isoDay } from '../../core/time/day.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { type Organisation, organisationsById } from '../accounts/index.ts'
import { fileProblems } from '../forms/index.ts'

/** What an application's answers are checked against besides its form. */
export type Register = {
  readonly db: Database | Tx
  /** When it is asked: bodies come and go. */
  readonly at: Date
  /** Of the application, to which its files belong. */
  readonly reference: string
  /** Made-up bodies stand in made-up rounds, and real ones in real rounds. */
  readonly illustrative: boolean
}

/** Codes that say only that something is still to be written. */
const unfinished: ReadonlySet<ProblemCode> = new Set(['missing', 'too-few-items', 'address-part-missing'])

/** Whether a problem is only that something is still to be written. */
export const isUnfinished = ({ code }: Problem): boolean => unfinished.has(code)

/** Everything that stops a submission, in the order of the form. */
export async function submissionProblems(
  form: Form,
  answers: Answers,
  register: Register,
): Promise<readonly Problem[]> {
  const { questions } = whatIsVisible(form, answers)
  const ids = questions.map(({ id }) => id)
  const unknown = await authorityProblems(questions, answers, register)
  const files = await fileProblems(register.db, { type: 'application', id: register.reference }, questions, answers)
  return [...validateSubmission(form, answers), ...unknown, ...files].sort(
    (one, other) => ids.indexOf(one.question) - ids.indexOf(other.question),
  )
}

/** Everything that is wrong with the answers of one page. */
export async function pageProblems(
  form: Form,
  answers: Answers,
  pageId: string,
  register: Register,
): Promise<readonly Problem[]> {
  const page = whatIsVisible(form, answers).pages.find((visible) => visible.page.id === pageId)
  const unknown = await authorityProblems(page?.questions ?? [], answers, register)
  const files = await fileProblems(
    register.db,
    { type: 'application', id: register.reference },
    page?.questions ?? [],
    answers,
  )
  return [...validatePage(form, answers, pageId, 'submit'), ...unknown, ...files]
}

/** Codes of values that cannot be kept at all: far too long, or not text that the database can hold. */
const unkeepable: ReadonlySet<ProblemCode> = new Set([
  'too-long',
  'control-characters',
  'too-many-items',
  'not-an-item',
])

/** Why a value cannot be kept, if so. Anything else is kept as it was typed, whatever is wrong with it. */
export function keepingProblems(question: Question, value: Json | undefined): readonly Problem[] {
  if (value === undefined) return []
  const { showIf: _, ...always } = question
  const alone: Form = { id: 'one', title: '', pages: [{ id: 'one', title: '', questions: [always as Question] }] }
  return validateDraft(alone, { [question.id]: value }).filter(({ code }) => unkeepable.has(code))
}

type Chosen = Pick<Problem, 'question' | 'field' | 'name'> & { readonly id: string }

/** Every body of the register that answers these questions. */
function chosenAuthorities(questions: readonly Question[], answers: Answers): readonly Chosen[] {
  return questions.flatMap((question) => {
    const value = answerOf(answers, question.id)
    if (value === undefined) return []
    if (question.type === 'authority') {
      const { id } = question
      return typeof value === 'string' ? [{ question: id, field: id, name: nameInSentence(question), id: value }] : []
    }
    const asked = childrenOf(question).filter(({ type }) => type === 'authority')
    if (asked.length === 0 || !Array.isArray(value)) return []
    return value.flatMap((item: Json, index: number) =>
      asked.flatMap((child) => {
        const id = isObject(item) && Object.hasOwn(item, child.id) ? item[child.id] : undefined
        const field = itemField(question.id, index, child.id)
        return typeof id === 'string' && id !== ''
          ? [{ question: question.id, field, name: nameInSentence(child), id }]
          : []
      }),
    )
  })
}

/** Bodies that are not in the register, or not in being (or shadow authorities) on the day. Asks it only if need be. */
async function authorityProblems(
  questions: readonly Question[],
  answers: Answers,
  { db, at, illustrative }: Register,
): Promise<readonly Problem[]> {
  const chosen = chosenAuthorities(questions, answers)
  if (chosen.length === 0) return []
  const register = await organisationsById(db, [...new Set(chosen.map(({ id }) => id))])
  const on = isoDay(at)
  return chosen
    .filter(({ id }) => !standsOn(register.get(id), on, illustrative))
    .map(({ question, field, name }) => ({ code: 'not-an-authority', question, field, name, type: 'authority' }))
}

function standsOn(organisation: Organisation | undefined, on: IsoDay, illustrative: boolean): boolean {
  if (organisation === undefined || (organisation.illustrative && !illustrative)) return false
  const { inBeingFrom, inBeingTo, shadowFrom } = organisation
  const from = shadowFrom ?? inBeingFrom
  return (from === null || from <= on) && (inBeingTo === null || inBeingTo >= on)
}

/** The names of the bodies in all answers, as they are called now. */
export async function authorityNames(db: Database | Tx, form: Form, answers: Answers): Promise<NameOf> {
  const ids = new Set(chosenAuthorities(questionsOf(form), answers).map(({ id }) => id))
  const register = ids.size === 0 ? new Map<string, Organisation>() : await organisationsById(db, [...ids])
  return (type, id) => (type === 'authority' ? register.get(id)?.name : undefined)
}
