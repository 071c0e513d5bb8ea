import { notFound } from '../../../core/errors.ts'
import type { FormPage, Question } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { type IsoDay, isoDay } from '../../../core/time/day.ts'
import type { Database } from '../../../platform/database/database.ts'
import { writersOf } from '../colleagues/writers.store.ts'
import { type PageStatus, readTaskList, statusOf, type Task, type TaskList } from '../writing/read-task-list.ts'
import type { Assignment } from './owing.store.ts'

/** A question that was given by itself. */
export type OwedQuestion = {
  readonly page: FormPage
  readonly question: Question
  readonly status: PageStatus
  readonly given: Assignment
  readonly late: boolean
  /** Open ones on its page. */
  readonly comments: number
}

/** A page of the form with who is to write it. */
export type OwedPage = {
  readonly task: Task
  /** How far the questions are that are for whoever writes the page; undefined if each was given by itself. */
  readonly status: PageStatus | undefined
  readonly given: Assignment | undefined
  readonly late: boolean
  readonly comments: number
  /** Its questions that were given by themselves. */
  readonly questions: readonly OwedQuestion[]
}

/** Somebody who writes, with what they were given. */
export type OwingPerson = {
  readonly personId: string
  readonly name: string
  readonly organisation: string
  readonly pages: readonly OwedPage[]
  readonly questions: readonly OwedQuestion[]
}

/** Who is to write what: the reader first, then those who were given something, then those who can write, then what nobody was given. */
export type Owing = {
  readonly list: TaskList
  readonly people: readonly OwingPerson[]
  readonly nobody: readonly OwedPage[]
}

/** @throws {NotFound} if the application is not this person's to write any of */
export async function readOwing(db: Database, actor: Actor, reference: string, at: Date): Promise<Owing> {
  const list = await readTaskList(db, actor, reference, at)
  if (list.access === 'read') throw notFound('application')
  const writers = await writersOf(db, list.application.id, isoDay(at))
  const pages = list.tasks.map((task) => owedPage(task, list, isoDay(at)))
  const named = new Map(writers.map(({ personId, name, organisation }) => [personId, { name, organisation }]))
  // Somebody who was given something and can no longer write still stands here: it waits for them.
  for (const { personId, name } of [...list.given.pages.values(), ...list.given.questions.values()])
    if (!named.has(personId)) named.set(personId, { name, organisation: '' })
  const people = [...named].map(([personId, who]) => ({
    personId,
    ...who,
    pages: pages.filter(({ given }) => given?.personId === personId),
    questions: pages.flatMap(({ questions }) => questions.filter(({ given }) => given.personId === personId)),
  }))
  const given = people.filter((one) => one.pages.length + one.questions.length > 0)
  const own = given.filter(({ personId }) => personId === list.actor.personId)
  return {
    list,
    people: [...new Set([...own, ...given, ...people])],
    nobody: pages.filter((page) => page.given === undefined),
  }
}

/** Whether a page or question is still to be written. */
export const isOwed = (status: PageStatus | undefined): boolean =>
  status !== undefined && status !== 'completed' && status !== 'optional'

function owedPage(task: Task, list: TaskList, today: IsoDay): OwedPage {
  const { page } = task
  const isLate = (given: Assignment | undefined, status: PageStatus | undefined): boolean =>
    given !== undefined && given.dueOn !== null && given.dueOn < today && isOwed(status)
  const comments = list.comments.get(page.id) ?? 0
  const questions = task.questions.flatMap((question): readonly OwedQuestion[] => {
    const given = list.given.questions.get(question.id)
    const status = statusOf([question], list)
    return given === undefined ? [] : [{ page, question, status, given, late: isLate(given, status), comments }]
  })
  const rest = task.questions.filter(({ id }) => !list.given.questions.has(id))
  const given = list.given.pages.get(page.id)
  const status = rest.length === 0 ? undefined : statusOf(rest, list)
  return { task, status, given, late: isLate(given, status), comments, questions }
}
