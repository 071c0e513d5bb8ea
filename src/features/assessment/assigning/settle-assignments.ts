import { keepsFrom } from '../../../core/conflicts/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { recordEvent } from '../../audit/index.ts'
import { type Round, roundById } from '../../funds/index.ts'
import { conflictsOfRound } from '../conflicts/read-conflicts.ts'
import { sealedRulesOf } from '../sealed-rules.ts'
import { scorableApplications } from '../sifting/sift.store.ts'
import { type Assignment, type EndedWhy, endAssignment, holdRoundsOf, liveAssignmentsOf } from './assignments.store.ts'

type Settled = {
  readonly round: Pick<Round, 'id' | 'fundId' | 'deadlineAt'>
  readonly at: Date
  readonly by: string | null
}

/**
 * Ends at once what must not be any more: assignments to an application that is no longer scored, and those of somebody who
 * turns out to have a conflict that keeps them from it. What was scored stays, and the trace of why.
 *
 * @returns what ended
 */
export async function settleAssignments(tx: Tx, { round, at, by }: Settled): Promise<readonly Assignment[]> {
  const live = await liveAssignmentsOf(tx, round.id)
  if (live.length === 0) return []
  const scored = new Set((await scorableApplications(tx, round.id)).map(({ id }) => id))
  const rules = await sealedRulesOf(tx, round.id)
  const conflicts = rules === undefined ? [] : await conflictsOfRound(tx, round, rules)
  const held = new Map(
    conflicts.filter(keepsFrom).map(({ applicationId, personId, kind }) => [`${applicationId} ${personId}`, kind]),
  )
  const ended: Assignment[] = []
  for (const assignment of live) {
    const kind = held.get(`${assignment.applicationId} ${assignment.personId}`)
    const why: EndedWhy | undefined =
      kind !== undefined ? 'conflict' : scored.has(assignment.applicationId) ? undefined : 'withdrawn'
    if (why === undefined) continue
    const reason = kind ?? 'no longer scored'
    if (await endWithTrace(tx, { assignment, fundId: round.fundId, at, by, why, reason })) ended.push(assignment)
  }
  return ended
}

/** Ends what rests on an application that its applicant withdraws, in the same transaction. */
export async function settleWithdrawn(
  tx: Tx,
  { roundId, at, by }: { readonly roundId: string; readonly at: Date; readonly by: string },
): Promise<void> {
  const round = await roundById(tx, roundId)
  if (round !== undefined) await settleAssignments(tx, { round, at, by })
}

/**
 * Ends what somebody may not read any more, now that they work for another body: in every round that they assess and whose
 * shortlist is not frozen.
 */
export const settleMember = async (
  tx: Tx,
  { personId, at, by }: { readonly personId: string; readonly at: Date; readonly by: string },
): Promise<void> => await settleEach(tx, await holdRoundsOf(tx, personId), { at, by })

/** The same for everybody, now that the register knows more of who is beside whom. */
export const settleRounds = async (
  tx: Tx,
  { at, actorId }: { readonly at: Date; readonly actorId: string | null },
): Promise<void> => await settleEach(tx, await holdRoundsOf(tx), { at, by: actorId })

async function settleEach(tx: Tx, roundIds: readonly string[], settled: Omit<Settled, 'round'>): Promise<void> {
  for (const roundId of roundIds) {
    const round = await roundById(tx, roundId)
    if (round !== undefined) await settleAssignments(tx, { round, ...settled })
  }
}

/** Ends an assignment with its audit event. @returns false when it had ended already */
export async function endWithTrace(
  tx: Tx,
  ended: {
    readonly assignment: Pick<Assignment, 'id' | 'reference' | 'personId'>
    readonly fundId: string
    readonly at: Date
    readonly by: string | null
    readonly why: EndedWhy
    readonly reason: string
  },
): Promise<boolean> {
  const { assignment, fundId, at, by, why, reason } = ended
  if (!(await endAssignment(tx, { id: assignment.id, at, why, reason }))) return false
  await recordEvent(tx, {
    action: 'assignment.ended',
    actorId: by,
    fundId,
    objectType: 'assignment',
    objectId: assignment.id,
    at,
    facts: { reference: assignment.reference, personId: assignment.personId, why },
  })
  return true
}
