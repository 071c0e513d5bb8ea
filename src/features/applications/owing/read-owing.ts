import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database } from '../../../platform/database/database.ts'
import { writersOf } from '../colleagues/writers.store.ts'
import { readTaskList, type Task, type TaskList } from '../writing/read-task-list.ts'
import type { Assignment } from './owing.store.ts'

/** A page of the form with who is to write it. */
export type OwedPage = {
  readonly task: Task
  readonly given: Assignment | undefined
  readonly late: boolean
  readonly comments: number
}

/** Who is to write what: those who were given something first, then those who can write, then what nobody was given. */
export type Owing = {
  readonly list: TaskList
  readonly people: readonly {
    readonly name: string
    readonly organisation: string
    readonly pages: readonly OwedPage[]
  }[]
  readonly nobody: readonly OwedPage[]
}

/** @throws {NotFound} if the application is not this person's to write any of */
export async function readOwing(db: Database, actor: Actor, reference: string, at: Date): Promise<Owing> {
  const list = await readTaskList(db, actor, reference, at)
  if (list.access === 'read') throw notFound('application')
  const { given: assignments, comments } = list
  const writers = await writersOf(db, list.application.id, isoDay(at))
  const pages = list.tasks.map((task): OwedPage => {
    const given = assignments.get(task.page.id)
    const late = given?.dueOn !== undefined && given.dueOn !== null && given.dueOn < isoDay(at)
    return {
      task,
      given,
      late: late && task.status !== 'completed' && task.status !== 'optional',
      comments: comments.get(task.page.id) ?? 0,
    }
  })
  const named = new Map(writers.map(({ personId, name, organisation }) => [personId, { name, organisation }]))
  // Somebody who was given a page and can no longer write still stands here: the page waits for them.
  for (const { personId, name } of assignments.values())
    if (!named.has(personId)) named.set(personId, { name, organisation: '' })
  const people = [...named].map(([personId, who]) => ({
    ...who,
    pages: pages.filter(({ given }) => given?.personId === personId),
  }))
  return {
    list,
    people: [...people.filter((one) => one.pages.length > 0), ...people.filter((one) => one.pages.length === 0)],
    nobody: pages.filter(({ given }) => given === undefined),
  }
}
