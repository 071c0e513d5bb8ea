import { type Actor, personIdOf } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { type ReminderProblem, readReminderHours } from '../../core/rounds/reminder.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { holdRound, type RoundPath } from './find-round.ts'
import { updateReminders } from './funds.store.ts'

/**
 * Sets when people with drafts are reminded of the deadline.
 *
 * @param request `typed`: hours before it, between commas
 * @throws {NotFound} if the round is not there, or not theirs to run
 */
export async function changeReminders(
  { db }: Services,
  request: { readonly actor: Actor; readonly path: RoundPath; readonly typed: string; readonly at: Date },
): Promise<Result<undefined, ReminderProblem>> {
  const { actor, path, typed, at } = request
  return await db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    const read = readReminderHours(typed)
    if (!read.ok) return refused(...read.problems)
    await updateReminders(tx, round.id, read.value)
    await recordEvent(tx, {
      action: 'round.reminders-changed',
      actorId: personIdOf(actor),
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts: { changes: { reminderHours: { from: [...round.reminderHours], to: [...read.value] } } },
    })
    return done(undefined)
  })
}
