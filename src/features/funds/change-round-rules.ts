import { type Actor, personIdOf } from '../../core/permissions/index.ts'
import { listChanges } from '../../core/rounds/list-changes.ts'
import type { EntryRules } from '../../core/rounds/round-rules.ts'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../audit/index.ts'
import { holdRound, type RoundPath } from './find-round.ts'
import { updateRoundRules } from './funds.store.ts'
import { entryIsLocked } from './sealing/read-lock.ts'

/**
 * Changes what a round asks besides its form, until it opens, or once its rules are sealed until it is
 * public: from then on everybody is held to the same. The area of
 * forms checks that the screener is published and the fund's, and that the form asks what is counted; what a funder
 * approved of the rules before no longer counts.
 *
 * @returns false when the rules are locked or the round has opened, and nothing was changed
 * @throws {NotFound} if the round is not there, or not theirs to change
 */
export async function changeRoundRules(
  tx: Tx,
  request: { readonly actor: Actor; readonly path: RoundPath; readonly rules: EntryRules; readonly at: Date },
): Promise<boolean> {
  const { actor, path, rules, at } = request
  const before = await holdRound(tx, actor, 'fund:edit', path)
  const changes = listChanges(before, rules)
  if (Object.keys(changes).length === 0) return true
  if (await entryIsLocked(tx, before, at)) return false
  await updateRoundRules(tx, before.id, rules)
  await recordEvent(tx, {
    action: 'round.rules-changed',
    actorId: personIdOf(actor),
    fundId: before.fundId,
    objectType: 'round',
    objectId: before.id,
    at,
    facts: { changes },
  })
  return true
}
