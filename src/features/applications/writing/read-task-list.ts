import {
  type Answers,
  type Form,
  type FormPage,
  isAnswered,
  type Problem,
  type Question,
  whatIsVisible,
} from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type Organisation, organisationsById, type Person, peopleById } from '../../accounts/index.ts'
import { type FormVersion, formVersionById } from '../../forms/index.ts'
import type { StoredAnswers } from '../applications.store.ts'
import { contributorsOf } from '../colleagues/colleagues.store.ts'
import { openCommentsOf } from '../commenting/commenting.store.ts'
import { isUnfinished, submissionProblems } from '../find-problems.ts'
import { type Opened, openApplication, valuesOf } from '../open-application.ts'
import { type Assignments, assignmentsOf } from '../owing/owing.store.ts'
import { type Partner, partnersOf } from '../partners/partners.store.ts'

/** `optional`: nothing is written, and nothing need be. */
export type PageStatus = 'not-started' | 'optional' | 'in-progress' | 'has-problems' | 'completed'

/** One page of the form in the task list. */
export type Task = {
  readonly page: FormPage
  /** Those of it that are asked, as the answers stand. */
  readonly questions: readonly Question[]
  readonly status: PageStatus
  /** Who saved it last, and when. */
  readonly lastSaved: { readonly personId: string; readonly at: Date } | undefined
}

/** An application with how far each page is. */
export type TaskList = Opened & {
  readonly version: FormVersion
  readonly answers: Answers
  readonly problems: readonly Problem[]
  readonly tasks: readonly Task[]
  readonly partners: readonly Partner[]
  /** The lead and the partners. */
  readonly organisations: ReadonlyMap<string, Organisation>
  readonly people: ReadonlyMap<string, Person>
  /** Who was given which page or question; for those who write. */
  readonly given: Assignments
  /** Comments that are open, by page; for those who write. */
  readonly comments: ReadonlyMap<string, number>
  /** How many people are invited by their addresses, or have joined. */
  readonly invited: number
}

/**
 * All there is to do in an application: nine statements at most, however many questions and partners there are.
 *
 * @throws {NotFound} if the application is not this person's to read
 */
export async function readTaskList(db: Database, actor: Actor, reference: string, at: Date): Promise<TaskList> {
  const opened = await openApplication(db, actor, { reference, questions: 'all', need: 'read', at })
  const { application } = opened
  const version = await formVersionById(db, application.formVersionId)
  if (version === undefined) throw new Error(`application ${reference} lost its form`)
  const answers = valuesOf(application.answers)
  const register = { db, at, reference, illustrative: application.illustrative }
  const problems = await submissionProblems(version.definition, answers, register)
  const partners = await partnersOf(db, application.id)
  const organisations = await organisationsById(db, [
    application.leadId,
    ...partners.map(({ organisationId }) => organisationId),
  ])
  const tasks = tasksOf(version.definition, answers, application.answers, problems)
  const writers = tasks.flatMap(({ lastSaved }) => lastSaved?.personId ?? [])
  const people = writers.length === 0 ? new Map<string, Person>() : await peopleById(db, [...new Set(writers)])
  const together = opened.access === 'read' ? nothingTogether : await togetherOf(db, application.id)
  return { ...opened, version, answers, problems, tasks, partners, organisations, people, ...together }
}

const nothingTogether = { given: { pages: new Map(), questions: new Map() }, comments: new Map(), invited: 0 } as const

async function togetherOf(db: Database, id: string): Promise<Pick<TaskList, 'given' | 'comments' | 'invited'>> {
  return {
    given: await assignmentsOf(db, id),
    comments: await openCommentsOf(db, id),
    invited: (await contributorsOf(db, id)).length,
  }
}

/** How far each visible page is. */
export function tasksOf(
  form: Form,
  answers: Answers,
  stored: StoredAnswers,
  problems: readonly Problem[],
): readonly Task[] {
  return whatIsVisible(form, answers).pages.map(({ page, questions }) => {
    const saves = questions.flatMap(({ id }) => stored[id] ?? [])
    const last = saves.reduce<(typeof saves)[number] | undefined>(
      (latest, save) => (latest === undefined || save.savedAt > latest.savedAt ? save : latest),
      undefined,
    )
    return {
      page,
      questions,
      status: statusOf(questions, { answers, problems }),
      lastSaved: last && { personId: last.savedBy, at: last.savedAt },
    }
  })
}

/** How far questions of a page are: all that are asked, or those alone that one person is to answer. */
export function statusOf(
  questions: readonly Question[],
  { answers, problems }: Pick<TaskList, 'answers' | 'problems'>,
): PageStatus {
  const ids = new Set(questions.map(({ id }) => id))
  const own = problems.filter(({ question }) => ids.has(question))
  if (own.some((problem) => !isUnfinished(problem))) return 'has-problems'
  if (!questions.some(({ id }) => isAnswered(answers[id]))) return own.length > 0 ? 'not-started' : 'optional'
  return own.length > 0 ? 'in-progress' : 'completed'
}
