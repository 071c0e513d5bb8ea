import { type Actor, personIdOf } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { checkTimetable, type TimetableProblem } from '../../core/rounds/check-timetable.ts'
import { listChanges } from '../../core/rounds/list-changes.ts'
import {
  type MomentProblem,
  type RoundInstant,
  readTimetable,
  type TimetableTyped,
} from '../../core/rounds/read-timetable.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { holdRound, type RoundPath } from './find-round.ts'
import { updateTimetable } from './funds.store.ts'
import { sealAgain } from './sealing/seal-rules.ts'

export type ChangeTimetableProblem = MomentProblem | TimetableProblem

/**
 * Changes when things happen in a round. Of a public round the change is one more sealed version, for the same reason.
 *
 * @returns the instants that UK clocks showed twice, of which the later was taken
 * @throws {NotFound} if it is not there, or not theirs to change
 */
export async function changeTimetable(
  services: Services,
  request: {
    readonly actor: Actor
    readonly path: RoundPath
    readonly typed: TimetableTyped
    readonly reason: string
    readonly at: Date
  },
): Promise<Result<{ readonly twice: readonly RoundInstant[] }, ChangeTimetableProblem>> {
  const { actor, path, typed, at } = request
  const reason = request.reason.trim()
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    const before = { ...round, deadlineAt: round.ownDeadlineAt }
    const read = readTimetable(typed)
    if (!read.ok) return read
    const { timetable, twice } = read.value
    const problems = checkTimetable({ before, after: timetable, reason, at })
    if (problems.length > 0) return refused<ChangeTimetableProblem>(...problems)
    const changes = listChanges(before, timetable)
    if (Object.keys(changes).length === 0) return done({ twice })
    await updateTimetable(tx, before.id, timetable)
    await sealAgain(
      tx,
      services,
      { ...before, ...timetable, ownDeadlineAt: timetable.deadlineAt },
      { reason, by: personIdOf(actor), at },
    )
    await recordEvent(tx, {
      action: 'round.timetable-changed',
      actorId: personIdOf(actor),
      fundId: before.fundId,
      objectType: 'round',
      objectId: before.id,
      at,
      facts: { changes, reason },
    })
    return done({ twice })
  })
}
