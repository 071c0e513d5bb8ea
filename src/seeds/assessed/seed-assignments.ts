import { keepsFrom } from '../../core/conflicts/index.ts'
import type { AssessmentRules } from '../../core/rules/index.ts'
import {
  endAssignment,
  insertAssignments,
  liveAssignmentsOf,
} from '../../features/assessment/assigning/assignments.store.ts'
import { conflictsOfRound } from '../../features/assessment/conflicts/read-conflicts.ts'
import type { RoundInFund } from '../../features/funds/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import type { Chance } from './chance.ts'
import { insertRows } from './insert-rows.ts'
import { makePairs, type Pair } from './make-pairs.ts'
import type { SeededAssessor } from './seed-assessors.ts'
import type { ScoredBid } from './seed-sift.ts'

export type AssignmentsCase = {
  readonly round: RoundInFund
  readonly rules: AssessmentRules
  readonly bids: readonly ScoredBid[]
  readonly assessors: readonly SeededAssessor[]
  readonly each: number
  readonly programmeId: string
  readonly at: Date
}

/** Whether somebody is kept from a bid. */
export type Apart = (pair: Pair) => boolean

/** Gives made-up assessors what they read. @returns who reads what, and who is kept from what */
export async function seedAssignments(
  tx: Tx,
  services: Services,
  given: AssignmentsCase,
  chance: Chance,
): Promise<{ readonly pairs: readonly Pair[]; readonly apart: Apart }> {
  const { round, rules, bids, assessors, each, programmeId, at } = given
  const conflicts = await conflictsOfRound(tx, round, rules)
  const keys = new Set(conflicts.filter(keepsFrom).map(keyOf))
  const apart: Apart = (pair) => keys.has(keyOf(pair))
  const pairs = makePairs(
    {
      applications: bids,
      assessors: assessors.map(({ id, expertise }) => ({ id, serviceAreas: expertise.serviceAreas })),
      each,
      everyoneUpTo: rules.assignment.everyoneUpTo,
      apart,
    },
    chance,
  )
  const why = bids.length <= rules.assignment.everyoneUpTo ? 'everyone' : 'assigned'
  const places = new Map<string, number>()
  const rows = pairs.map((pair) => {
    const place = (places.get(pair.personId) ?? 0) + 1
    places.set(pair.personId, place)
    const { applicationId, personId } = pair
    const by = { runId: null, assignedBy: programmeId }
    return { id: services.newId(), applicationId, personId, why, place, assignedAt: at, ...by } as const
  })
  await insertAssignments(tx, rows)
  return { pairs, apart }
}

const keyOf = ({ applicationId, personId }: Pair): string => `${applicationId} ${personId}`

/** What everybody said of each application before it opened: that they had no conflict. */
export async function seedDeclarations(tx: Tx, pairs: readonly Pair[], at: Date): Promise<void> {
  const rows = pairs.map(({ applicationId, personId }) => ({
    application_id: applicationId,
    person_id: personId,
    number: 1,
    has_conflict: false,
    declared_at: at,
  }))
  const types = { application_id: 'uuid', person_id: 'uuid', number: 'integer', has_conflict: 'boolean' }
  await insertRows(tx, 'conflict_declaration', { ...types, declared_at: 'timestamptz' }, rows)
}

/**
 * Somebody finds a conflict in a bid that they had opened: it is taken away at once, and somebody else who is not kept from
 * it reads it instead.
 *
 * @returns who reads what now
 */
export async function seedLateConflict(
  tx: Tx,
  services: Services,
  given: Pick<AssignmentsCase, 'round' | 'assessors' | 'at'> & {
    readonly pairs: readonly Pair[]
    readonly apart: Apart
  },
): Promise<readonly Pair[]> {
  const { round, pairs, apart, assessors, at } = given
  const late = pairs[Math.floor(pairs.length / 2)]
  if (late === undefined) return pairs
  const has_conflict = true
  const statement = 'I see from the answers that the project lead used to work for me.'
  const said = { application_id: late.applicationId, person_id: late.personId, number: 2, has_conflict, statement }
  const types = { application_id: 'uuid', person_id: 'uuid', number: 'integer', has_conflict: 'boolean' }
  const rest = { statement: 'text', declared_at: 'timestamptz' }
  await insertRows(tx, 'conflict_declaration', { ...types, ...rest }, [{ ...said, declared_at: at }])
  const live = (await liveAssignmentsOf(tx, round.id)).find((each) => keyOf(each) === keyOf(late))
  if (live !== undefined) await endAssignment(tx, { id: live.id, at, why: 'conflict', reason: statement })
  const readers = new Set(
    pairs.filter(({ applicationId }) => applicationId === late.applicationId).map(({ personId }) => personId),
  )
  const next = assessors.find(
    ({ id }) => !readers.has(id) && !apart({ applicationId: late.applicationId, personId: id }),
  )
  const kept = pairs.filter((pair) => pair !== late)
  if (next === undefined) return kept
  const instead = { applicationId: late.applicationId, personId: next.id }
  const place = kept.filter(({ personId }) => personId === next.id).length + 1
  await insertAssignments(tx, [
    { id: services.newId(), ...instead, why: 'assigned', place, assignedAt: at, runId: null, assignedBy: null },
  ])
  await seedDeclarations(tx, [instead], at)
  return [...kept, instead]
}
