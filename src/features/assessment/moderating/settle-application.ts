import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { insertNote } from './moderation.store.ts'
import { type ModerationShut, openModeration, type ToModerate } from './open-moderation.ts'

export type SettleProblem =
  | ModerationShut
  | { readonly code: 'note-missing' | 'note-too-long'; readonly field: 'note' }
  | { readonly code: 'settled-missing'; readonly field: 'settled' }

/** The most characters of a note. */
export const longestNote = 5000

/**
 * Notes what the meeting said of an application, and whether it is settled, which nobody answers in its place.
 *
 * @param request `settled`: `yes` or `no`, as it was sent
 * @throws {NotFound} if there is no such application, or it is not this person's to moderate
 */
export async function settleApplication(
  services: Services,
  request: ToModerate & { readonly settled: string; readonly note: string },
): Promise<Result<undefined, SettleProblem>> {
  const { at } = request
  const note = request.note.trim()
  return await services.db.transaction().execute(async (tx) => {
    const open = await openModeration(tx, services, request)
    if (!open.ok) return open
    const problems: SettleProblem[] = []
    if (note === '') problems.push({ code: 'note-missing', field: 'note' })
    if (note.length > longestNote) problems.push({ code: 'note-too-long', field: 'note' })
    if (request.settled !== 'yes' && request.settled !== 'no')
      problems.push({ code: 'settled-missing', field: 'settled' })
    if (problems.length > 0) return refused(...problems)
    const settled = request.settled === 'yes'
    const { round, actor, applicationId } = open.value
    const id = services.newId()
    await insertNote(tx, { id, applicationId, settled, note, notedAt: at, notedBy: actor.personId })
    await recordEvent(tx, {
      action: 'moderation.noted',
      actorId: actor.personId,
      fundId: round.fundId,
      objectType: 'application',
      objectId: applicationId,
      at,
      facts: { roundId: round.id, settled, note },
    })
    return done(undefined)
  })
}
