import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type IsoDay, isoDay } from '../../../core/time/day.ts'
import type { Services } from '../../../platform/services.ts'
import { formVersionById } from '../../forms/index.ts'
import { lockApplication } from '../applications.store.ts'
import { type Writer, writersOf } from '../colleagues/writers.store.ts'
import { openApplication } from '../open-application.ts'
import { recordAbout } from '../record-about.ts'
import { type Assignable, findAssignable } from './find-assignable.ts'
import type { GivingProblem } from './owing.messages.ts'
import { assignRow, unassignRow } from './owing.store.ts'

type Request = {
  readonly reference: string
  readonly given: Assignable
  /** '' for nobody, undefined when nothing was chosen. */
  readonly personId: string | undefined
  /** A UK day; undefined when what was typed is none. */
  readonly dueOn: IsoDay | null | undefined
  readonly receivedAt: Date
}

/**
 * Gives a page, or one question of it, to somebody who can write it, or to nobody any more. They are told by email, with
 * what else they are given in the same minutes. A question that is given to nobody is for whoever writes its page.
 *
 * @returns the name of who has it now; '' for nobody
 * @throws {NotFound} if the application is not this person's to write for the lead, or its form has no such page or question
 */
export async function giveToWriter(
  services: Services,
  actor: Actor,
  { reference, given, personId, dueOn, receivedAt }: Request,
): Promise<Result<string, GivingProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    await lockApplication(tx, reference)
    const opened = await openApplication(tx, actor, { reference, questions: [], need: 'write', at: receivedAt })
    const { application } = opened
    const version = await formVersionById(tx, application.formVersionId)
    const place = version && findAssignable(version.definition, given)
    if (place === undefined) throw notFound(given.kind)
    if (application.state === 'submitted') return refused<GivingProblem>({ code: 'application-submitted' })
    const writer = (await writersOf(tx, application.id, isoDay(receivedAt))).find((one) => one.personId === personId)
    const wrong = [
      ...problemsWithPerson(personId, writer, place.page.id),
      ...problemsWithDay(dueOn, isoDay(receivedAt)),
    ]
    if (wrong.length > 0 || dueOn === undefined) return refused(...wrong)
    const row = { applicationId: application.id, given, dueOn, at: receivedAt, givenBy: opened.actor.personId }
    if (writer === undefined) await unassignRow(tx, application.id, given)
    else await assignRow(tx, { ...row, personId: writer.personId })
    const facts = { personId: writer?.personId ?? null, dueOn: writer === undefined ? null : dueOn }
    if (given.kind === 'page')
      await recordAbout(tx, opened, receivedAt, 'application.page-given', { page: given.id, ...facts })
    else
      await recordAbout(tx, opened, receivedAt, 'application.question-given', {
        page: place.page.id,
        question: given.id,
        ...facts,
      })
    return done(writer?.name ?? '')
  })
}

function problemsWithPerson(
  personId: string | undefined,
  writer: Writer | undefined,
  pageId: string,
): readonly GivingProblem[] {
  if (writer === undefined) return personId === '' ? [] : [{ code: 'person-not-chosen' }]
  return writer.pages === null || writer.pages.includes(pageId) ? [] : [{ code: 'cannot-write', name: writer.name }]
}

function problemsWithDay(dueOn: IsoDay | null | undefined, today: IsoDay): readonly GivingProblem[] {
  if (dueOn === undefined) return [{ code: 'day-wrong' }]
  return dueOn !== null && dueOn < today ? [{ code: 'day-past' }] : []
}
