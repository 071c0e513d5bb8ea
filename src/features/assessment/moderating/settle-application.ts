import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { insertNote } from './moderation.store.ts'
import { type ModerationShut, openModeration, type ToModerate } from './open-moderation.ts'

export type SettleProblem = ModerationShut | { readonly code: 'note-missing' | 'note-too-long'; readonly field: 'note' }

/** The most characters of a note. */
export const longestNote = 5000

/** Notes what the meeting said of an application, and whether it is settled. @throws {NotFound} */
export async function settleApplication(
  services: Services,
  request: ToModerate & { readonly settled: boolean; readonly note: string },
): Promise<Result<undefined, SettleProblem>> {
  const { settled, at } = request
  const note = request.note.trim()
  return await services.db.transaction().execute(async (tx) => {
    const open = await openModeration(tx, services, request)
    if (!open.ok) return open
    if (note === '') return refused<SettleProblem>({ code: 'note-missing', field: 'note' })
    if (note.length > longestNote) return refused<SettleProblem>({ code: 'note-too-long', field: 'note' })
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
