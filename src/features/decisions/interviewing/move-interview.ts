import { longestReason } from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { brokenRule, type Placed, type TimetableCase } from '../../../core/timetable/index.ts'
import type { Services } from '../../../platform/services.ts'
import { sealedRulesOf } from '../../assessment/index.ts'
import type { RoundPath } from '../../funds/index.ts'
import { recordDoing } from '../record-doing.ts'
import { type ClosedProblem, holdBeforeClose } from './hold-before-close.ts'
import { placesOf, stands } from './places.store.ts'
import { writePlaces } from './publish-timetable.ts'
import { readTimetableSetting } from './read-timetable-case.ts'
import { sendInvitations } from './send-invitations.ts'

export type MoveProblem =
  | { readonly code: 'where-missing'; readonly field: 'where' }
  | { readonly code: 'breaks-rule'; readonly field: 'where'; readonly rule: string }
  | { readonly code: 'reason-missing'; readonly field: 'reason' }
  | ClosedProblem

type Asked = {
  readonly actor: Actor
  readonly path: RoundPath
  readonly at: Date
  readonly reference: string
  /** The id of a session and a slot, with a space between. */
  readonly where: string
  readonly reason: string
}

/**
 * Moves one interview, or gives it a place, by hand. The members of its new session hear it, but those with a conflict; where
 * those are not enough, everybody who is free then comes too. Checked as what the solver finds is.
 *
 * @throws {NotFound} if the round is not theirs to run, or the application not on the shortlist
 */
export async function moveInterview(services: Services, asked: Asked): Promise<Result<undefined, MoveProblem>> {
  const { actor, path, at, reference } = asked
  const reason = asked.reason.trim().slice(0, longestReason)
  return await services.db.transaction().execute(async (tx) => {
    const held = await holdBeforeClose(tx, actor, 'interview:run', path)
    if (!held.ok) return held
    const round = held.value
    const rules = await sealedRulesOf(tx, round.id)
    if (rules === undefined) throw notFound('rules')
    const setting = await readTimetableSetting(tx, round, rules, services.sha256)
    if (!setting.idOf.has(reference)) throw notFound('interview')
    const [sessionId = '', slot = ''] = asked.where.split(' ')
    const nowhere = !setting.sessions.some(({ id }) => id === sessionId) || !/^\d{1,2}$/.test(slot)
    const missing: readonly MoveProblem[] = [
      ...(nowhere ? [{ code: 'where-missing', field: 'where' } as const] : []),
      ...(reason === '' ? [{ code: 'reason-missing', field: 'reason' } as const] : []),
    ]
    if (missing.length > 0) return refused(...missing)
    const others = (await placesOf(tx, round.id))
      .filter(stands)
      .filter((place) => place.reference !== reference)
      .map(
        (place): Placed => ({
          interview: place.reference,
          session: place.sessionId,
          slot: place.slot,
          members: place.memberIds,
          recused: place.recusedIds,
          missingExpertise: [],
        }),
      )
    const moved = placedByHand(setting.case, others, { reference, sessionId, slot: Number(slot) })
    const rule = brokenRule(setting.case, [...others, moved])
    if (rule !== undefined) return refused<MoveProblem>({ code: 'breaks-rule', field: 'where', rule })
    const by = personIdOf(actor)
    await writePlaces(tx, setting, { placed: [...others, moved], roundId: round.id, runId: null, at, by, reason })
    await sendInvitations(tx, services, round, at)
    const facts = { sessionId, slot: Number(slot), reason }
    await recordDoing(tx, { round, actor, at }, 'interview.moved', facts, reference)
    return done(undefined)
  })
}

/** Who would hear it there. */
export function placedByHand(
  given: TimetableCase,
  others: readonly Placed[],
  { reference, sessionId, slot }: { readonly reference: string; readonly sessionId: string; readonly slot: number },
): Placed {
  const halfDay = given.sessions.find(({ id }) => id === sessionId)?.halfDay
  const sits = (session: string) =>
    others.filter((other) => other.session === session).flatMap(({ members, recused }) => [...members, ...recused])
  const elsewhere = new Set(
    given.sessions
      .filter((session) => session.halfDay === halfDay && session.id !== sessionId)
      .flatMap(({ id }) => sits(id)),
  )
  const there = new Set(sits(sessionId))
  const interview = given.interviews.find(({ id }) => id === reference)
  const conflicts = new Set(interview?.conflicts)
  const enough = (ids: readonly string[]): boolean => {
    const hearing = given.members.filter(({ id }) => ids.includes(id) && !conflicts.has(id))
    return hearing.length >= given.quorum && hearing.some(({ chair }) => chair)
  }
  const free = given.members
    .filter(({ id, available }) => available.includes(sessionId) && !elsewhere.has(id) && !there.has(id))
    .map(({ id }) => id)
  const panel = enough([...there]) ? [...there] : [...there, ...free]
  const members = panel.filter((id) => !conflicts.has(id)).sort()
  const knows = new Set(given.members.filter(({ id }) => members.includes(id)).flatMap(({ expertise }) => expertise))
  return {
    interview: reference,
    session: sessionId,
    slot,
    members,
    recused: panel.filter((id) => conflicts.has(id)).sort(),
    missingExpertise: interview?.needsExpertise.filter((need) => !knows.has(need)) ?? [],
  }
}
