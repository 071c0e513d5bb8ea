import type { Tx } from '../../../platform/database/database.ts'
import { sealedRulesOf } from '../../assessment/index.ts'
import { type Round, roundById } from '../../funds/index.ts'
import { recordDoing } from '../record-doing.ts'
import { holdInterviewing, interviewingOf } from './interviewing.store.ts'
import { roundsOnPanel } from './panel.store.ts'
import { recusedOf } from './panel-conflicts.ts'
import { insertPlace, placesOf, stands } from './places.store.ts'

type Settled = {
  readonly round: Pick<Round, 'id' | 'fundId' | 'deadlineAt'>
  readonly at: Date
  readonly by: string | null
}

/**
 * Takes from members of a panel the interviews that they turn out to have a conflict with: they leave the room, and what
 * they gave stays where it is and counts no more. Not once interviews have closed.
 */
export async function settlePanel(tx: Tx, { round, at, by }: Settled): Promise<void> {
  await holdInterviewing(tx, round.id)
  const rules = await sealedRulesOf(tx, round.id)
  if (rules === undefined || (await interviewingOf(tx, round.id)).closedAt !== null) return
  const places = (await placesOf(tx, round.id)).filter(stands)
  const recused = await recusedOf(tx, round, rules, [...new Set(places.flatMap(({ memberIds }) => memberIds))])
  for (const place of places) {
    const leave = place.memberIds.filter((id) => recused.get(place.applicationId)?.has(id) === true)
    if (leave.length === 0) continue
    await insertPlace(tx, {
      ...place,
      memberIds: place.memberIds.filter((id) => !leave.includes(id)),
      recusedIds: [...place.recusedIds, ...leave].sort(),
      runId: null,
      reason: 'A member of the panel turned out to have a conflict',
      at,
      by,
    })
    for (const personId of leave)
      await recordDoing(tx, { round, by, at }, 'interview.taken-away', { personId, why: 'conflict' }, place.reference)
  }
}

/** The same in every round on whose panel somebody is, now that they work for another body. */
export async function settlePanelsOf(
  tx: Tx,
  { personId, at, by }: { readonly personId: string; readonly at: Date; readonly by: string },
): Promise<void> {
  for (const roundId of await roundsOnPanel(tx, personId)) {
    const round = await roundById(tx, roundId)
    if (round !== undefined) await settlePanel(tx, { round, at, by })
  }
}
