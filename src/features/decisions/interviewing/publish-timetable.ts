import { notFound } from '../../../core/errors.ts'
import { slotTimes } from '../../../core/interviews/index.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Placed } from '../../../core/timetable/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { markAccepted, sealedRulesOf } from '../../assessment/index.ts'
import type { RoundPath } from '../../funds/index.ts'
import { recordDoing } from '../record-doing.ts'
import { holdBeforeClose } from './hold-before-close.ts'
import { insertPlace, nowhere, placesOf, stands } from './places.store.ts'
import { readTimetableSetting, type TimetableSetting } from './read-timetable-case.ts'
import { caseHash, type TimetableProblem } from './request-timetable.ts'
import { sendInvitations } from './send-invitations.ts'
import { timetableRunsOf } from './timetable-runs.ts'

type Asked = { readonly actor: Actor; readonly path: RoundPath; readonly at: Date; readonly number: number }

/** How many interviews a publication gives a place, moves, leaves without one, and has heard by others where they were. */
export type Published = {
  readonly given: number
  readonly moved: number
  readonly taken: number
  readonly reseated: number
}

/**
 * Publishes a timetable that was worked out: what is the same stays as it was told, and whoever is given another place, or
 * none, is told with an event for their calendar. Refused if anything that it rests on has changed since.
 *
 * @throws {NotFound} if the round is not theirs to run, or has no such run
 */
export async function publishTimetable(
  services: Services,
  { actor, path, at, number }: Asked,
): Promise<Result<Published, TimetableProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const held = await holdBeforeClose(tx, actor, 'interview:run', path)
    if (!held.ok) return held
    const round = held.value
    const run = (await timetableRunsOf(tx, round.id)).find((each) => each.number === number)
    if (run === undefined) throw notFound('run')
    const { result } = run
    if (run.state !== 'done' || result === null) return refused<TimetableProblem>({ code: 'not-done' })
    if (result.placed.length === 0) return refused<TimetableProblem>({ code: 'nobody-placed' })
    if (run.acceptedAt !== null) return refused<TimetableProblem>({ code: 'accepted-already' })
    const rules = await sealedRulesOf(tx, round.id)
    if (rules === undefined) throw notFound('rules')
    const setting = await readTimetableSetting(tx, round, rules, services.sha256)
    if (caseHash(setting, services.sha256) !== caseHash(run.input, services.sha256))
      return refused<TimetableProblem>({ code: 'out-of-date' })
    const by = personIdOf(actor)
    const published = await writePlaces(tx, setting, {
      placed: result.placed,
      roundId: round.id,
      runId: run.id,
      at,
      by,
    })
    await markAccepted(tx, run.id, at, by)
    await sendInvitations(tx, services, round, at)
    const facts = { number, ...published, resultSha256: run.resultSha256 }
    await recordDoing(tx, { round, actor, at }, 'timetable.published', facts)
    return done(published)
  })
}

type ToWrite = {
  readonly placed: readonly Placed[]
  readonly roundId: string
  readonly runId: string | null
  readonly at: Date
  readonly by: string | null
  /** Why by hand; '' for what was worked out. */
  readonly reason?: string
}

const sameIds = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() === [...other].sort().join()

/** Writes what differs from what stands. */
export async function writePlaces(
  tx: Tx,
  { sessions, idOf }: Pick<TimetableSetting, 'sessions' | 'idOf'>,
  { placed, roundId, runId, at, by, reason = '' }: ToWrite,
): Promise<Published> {
  const before = new Map((await placesOf(tx, roundId)).map((place) => [place.reference, place]))
  const counts = { given: 0, moved: 0, taken: 0, reseated: 0 }
  for (const [reference, applicationId] of idOf) {
    const old = before.get(reference)
    const had = old !== undefined && stands(old) ? old : undefined
    const now = placed.find(({ interview }) => interview === reference)
    const session = sessions.find(({ id }) => id === now?.session)
    const base = { applicationId, runId, at, by, reason }
    if (now === undefined || session === undefined) {
      if (had === undefined) continue
      await insertPlace(tx, { ...base, ...nowhere })
      counts.taken += 1
      continue
    }
    const samePlace = had?.sessionId === session.id && had.slot === now.slot
    if (samePlace && sameIds(had.memberIds, now.members) && sameIds(had.recusedIds, now.recused)) continue
    const where = { sessionId: session.id, slot: now.slot, ...slotTimes(session, now.slot), place: session.place }
    await insertPlace(tx, { ...base, ...where, memberIds: now.members, recusedIds: now.recused })
    if (had === undefined) counts.given += 1
    else if (samePlace) counts.reseated += 1
    else counts.moved += 1
  }
  return counts
}
