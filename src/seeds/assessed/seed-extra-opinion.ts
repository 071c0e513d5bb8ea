import { keepsFrom } from '../../core/conflicts/index.ts'
import { rulesIn } from '../../core/rules/index.ts'
import { assignmentsOfPerson, insertAssignments } from '../../features/assessment/assigning/assignments.store.ts'
import { conflictsOfPerson } from '../../features/assessment/conflicts/read-conflicts.ts'
import { scorableApplications } from '../../features/assessment/sifting/sift.store.ts'
import { roundById, sealOf } from '../../features/funds/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'

export type ExtraCase = {
  readonly roundId: string
  readonly personId: string
  readonly programmeId: string
  readonly at: Date
}

/**
 * Asks somebody for one more opinion of an application that they have not read and have no conflict with, in a round of
 * which scoring has closed: so a newcomer who signs in as them has something to score.
 */
export async function seedExtraOpinion(tx: Tx, services: Services, given: ExtraCase): Promise<void> {
  const { roundId, personId, programmeId, at } = given
  const round = await roundById(tx, roundId)
  const seal = await sealOf(tx, roundId)
  if (round === undefined || seal === undefined) throw new Error('the made-up round is not there, or not sealed')
  const conflicts = await conflictsOfPerson(tx, round, rulesIn(seal.document), personId)
  const had = await assignmentsOfPerson(tx, roundId, personId)
  const apart = new Set([...conflicts.filter(keepsFrom), ...had].map(({ applicationId }) => applicationId))
  const free = (await scorableApplications(tx, roundId)).find(({ id }) => !apart.has(id))
  if (free === undefined) return
  const row = { id: services.newId(), applicationId: free.id, personId, why: 'extra' as const, place: had.length + 1 }
  await insertAssignments(tx, [{ ...row, assignedAt: at, assignedBy: programmeId, runId: null }])
}
