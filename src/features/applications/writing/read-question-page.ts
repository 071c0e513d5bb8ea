import type { Json } from '../../../core/canonical/index.ts'
import { notFound } from '../../../core/errors.ts'
import {
  type Answers,
  asksForFiles,
  type Expression,
  type Form,
  type FormPage,
  type Problem,
  type Question,
  referencesOf,
  whatIsVisible,
} from '../../../core/forms/index.ts'
import { type Actor, organisationsOf } from '../../../core/permissions/index.ts'
import { writeVersions } from '../../../core/saving/seen-versions.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type FormVersion, formVersionById } from '../../forms/index.ts'
import { applicationByReference } from '../applications.store.ts'
import { pageProblems } from '../find-problems.ts'
import { type Opened, openApplication, valuesOf, writesPage } from '../open-application.ts'
import type { ShownAside } from './set-aside.store.ts'

/** A page of questions as somebody sees it. */
export type QuestionPage = Opened & {
  readonly version: FormVersion
  readonly page: FormPage
  /** Those to show; none when the page is hidden by other answers. */
  readonly questions: readonly Question[]
  /** Of this page, and those on which its conditions depend. */
  readonly answers: Answers
  /** For the hidden field: see `writeVersions`. */
  readonly versions: string
  readonly problems: readonly Problem[]
  /** What was written here and is not the answer, because another was first; for those who write alone. */
  readonly setAside: readonly { readonly question: Question; readonly text: ShownAside }[]
}

type Asked = {
  readonly reference: string
  readonly pageId: string
  readonly at: Date
  /** Says all that the page still needs. */
  readonly withProblems: boolean
}

/**
 * A question page: one statement, once the process has seen the application and its form; three before that.
 *
 * @throws {NotFound} if the application is not this person's to read, or its form has no such page
 */
export async function readQuestionPage(db: Database, actor: Actor, asked: Asked): Promise<QuestionPage> {
  const { reference, pageId, at } = asked
  const formVersionId = await formOf(db, actor, reference)
  const version = await formVersionById(db, formVersionId)
  const page = version?.definition.pages.find(({ id }) => id === pageId)
  if (version === undefined || page === undefined) {
    // The form may have been switched since it was remembered, and have this page now.
    formsOf(db).delete(reference)
    if ((await formOf(db, actor, reference)) === formVersionId) throw notFound('page')
    return await readQuestionPage(db, actor, asked)
  }
  const form = version.definition
  const wanted = [...page.questions.map(({ id }) => id), ...conditionQuestions(form)]
  const opened = await openApplication(db, actor, {
    reference,
    questions: wanted,
    files: asksForFiles(page.questions),
    need: 'read',
    at,
    pageId,
  })
  const { application } = opened
  if (application.formVersionId !== formVersionId) {
    formsOf(db).delete(reference)
    return await readQuestionPage(db, actor, asked)
  }
  const answers = valuesOf(application.answers)
  const questions = whatIsVisible(form, answers).pages.find((visible) => visible.page.id === pageId)?.questions ?? []
  const known = new Map(questions.map(({ id }) => [id, application.answers[id]?.version ?? 0]))
  const register = { db, at, reference, illustrative: application.illustrative }
  return {
    ...opened,
    version,
    page,
    questions,
    answers,
    versions: writeVersions(page.questions, known),
    setAside: writesPage(opened, pageId) ? asidesOf(questions, application.setAside, answers) : [],
    problems: asked.withProblems ? await pageProblems(form, answers, pageId, register) : [],
  }
}

const asidesOf = (
  questions: readonly Question[],
  texts: readonly ShownAside[],
  answers: Answers,
): QuestionPage['setAside'] =>
  texts.flatMap((text) => {
    const question = questions.find(({ id }) => id === text.questionId)
    return question === undefined || stands(text.value, answers[question.id]) ? [] : [{ question, text }]
  })

/** Whether a text stands word for word in the answer, so that nothing of it is left out. */
const stands = (text: Json, answer: Json | undefined): boolean =>
  typeof answer === 'string' && typeof text === 'string' && answer.includes(text)

/** The most applications whose form is remembered: two short texts each. */
const mostRemembered = 20_000

/** Which form version an application has, by database. It hardly ever changes, and is checked against each time. */
const remembered = new WeakMap<object, Map<string, string>>()

function formsOf(db: Database): Map<string, string> {
  const forms = remembered.get(db) ?? new Map<string, string>()
  remembered.set(db, forms)
  return forms
}

async function formOf(db: Database, actor: Actor, reference: string): Promise<string> {
  const forms = formsOf(db)
  const known = forms.get(reference)
  if (known !== undefined) return known
  const application = await applicationByReference(db, reference, organisationsOf(actor), [])
  if (application === undefined) throw notFound('application')
  const oldest = forms.keys().next()
  if (forms.size >= mostRemembered && !oldest.done) forms.delete(oldest.value)
  forms.set(reference, application.formVersionId)
  return application.formVersionId
}

const conditions = new WeakMap<Form, readonly string[]>()

/** Every question that a condition of the form reads: what is visible depends on these alone. */
export function conditionQuestions(form: Form): readonly string[] {
  const known = conditions.get(form)
  if (known !== undefined) return known
  const inQuestion = (question: Question): readonly (Expression | undefined)[] => [
    question.showIf,
    ...(question.type === 'repeating-group' ? question.questions.map((child) => child.showIf) : []),
  ]
  const expressions = form.pages.flatMap((page) => [page.showIf, ...page.questions.flatMap(inQuestion)])
  const read = new Set(expressions.flatMap((expression) => (expression === undefined ? [] : referencesOf(expression))))
  const holders = form.pages.flatMap((page) => page.questions)
  const found = holders
    .filter(
      (question) =>
        read.has(question.id) ||
        (question.type === 'repeating-group' && question.questions.some((child) => read.has(child.id))),
    )
    .map(({ id }) => id)
  conditions.set(form, found)
  return found
}
