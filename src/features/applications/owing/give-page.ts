import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type IsoDay, isoDay } from '../../../core/time/day.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { formVersionById } from '../../forms/index.ts'
import { lockApplication } from '../applications.store.ts'
import { writersOf } from '../colleagues/writers.store.ts'
import { openApplication } from '../open-application.ts'
import type { GivingProblem } from './owing.messages.ts'
import { assignRow, unassignRow } from './owing.store.ts'

type Request = {
  readonly reference: string
  readonly pageId: string
  /** '' for nobody, undefined when nothing was chosen. */
  readonly personId: string | undefined
  /** A UK day; undefined when what was typed is none. */
  readonly dueOn: IsoDay | null | undefined
  readonly receivedAt: Date
}

/**
 * Gives a page to somebody who can write it, or to nobody any more. They are told by email, with what else they are given
 * in the same minutes.
 *
 * @throws {NotFound} if the application is not this person's to write for the lead, or has no such page
 */
export async function givePage(
  services: Services,
  actor: Actor,
  { reference, pageId, personId, dueOn, receivedAt }: Request,
): Promise<Result<string, GivingProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    await lockApplication(tx, reference)
    const opened = await openApplication(tx, actor, { reference, questions: [], need: 'write', at: receivedAt })
    const { application } = opened
    const version = await formVersionById(tx, application.formVersionId)
    if (version?.definition.pages.every(({ id }) => id !== pageId) ?? true) throw notFound('page')
    if (application.state === 'submitted') return refused<GivingProblem>({ code: 'application-submitted' })
    if (personId === undefined) return refused<GivingProblem>({ code: 'person-not-chosen' })
    if (dueOn === undefined) return refused<GivingProblem>({ code: 'day-wrong' })
    if (dueOn !== null && dueOn < isoDay(receivedAt)) return refused<GivingProblem>({ code: 'day-past' })
    const writer = (await writersOf(tx, application.id, isoDay(receivedAt))).find((one) => one.personId === personId)
    if (personId !== '' && writer === undefined) return refused<GivingProblem>({ code: 'person-not-chosen' })
    if (writer !== undefined && writer.pages !== null && !writer.pages.includes(pageId))
      return refused<GivingProblem>({ code: 'cannot-write', name: writer.name })
    const row = { applicationId: application.id, pageId, dueOn, at: receivedAt, givenBy: opened.actor.personId }
    if (writer === undefined) await unassignRow(tx, application.id, pageId)
    else await assignRow(tx, { ...row, personId: writer.personId })
    await recordEvent(tx, {
      action: 'application.page-given',
      actorId: opened.actor.personId,
      fundId: application.fundId,
      objectType: 'application',
      objectId: reference,
      at: receivedAt,
      facts: { page: pageId, personId: writer?.personId ?? null, dueOn: writer === undefined ? null : dueOn },
    })
    return done(writer?.name ?? '')
  })
}
