import { keepsFrom } from '../../../core/conflicts/index.ts'
import { type Actor, organisationsOf } from '../../../core/permissions/index.ts'
import type { AssessmentRules } from '../../../core/rules/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Round } from '../../funds/index.ts'
import { bidsOf } from '../conflicts/conflicts.store.ts'
import { conflictsOfPeople } from '../conflicts/read-conflicts.ts'

/**
 * The applications that this person neither moderates nor decides on: of a body that they work for, ones that they wrote
 * themselves, and all that their interests keep from them, which they say as an assessor or a member of a panel.
 */
export async function keptFrom(
  db: Database | Tx,
  round: Pick<Round, 'id' | 'deadlineAt'>,
  rules: Pick<AssessmentRules, 'conflicts'>,
  actor: Actor,
): Promise<ReadonlySet<string>> {
  if (actor.kind !== 'person') return new Set()
  const { personId } = actor
  const mine = organisationsOf(actor)
  const own = (await bidsOf(db, round.id)).filter(
    ({ leadId, partnerIds, writerIds }) =>
      writerIds.includes(personId) || [leadId, ...partnerIds].some((id) => mine.includes(id)),
  )
  const found = (await conflictsOfPeople(db, round, rules, [personId])).filter(keepsFrom)
  return new Set([...own, ...found].map(({ applicationId }) => applicationId))
}
