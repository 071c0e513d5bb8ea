import type { Actor } from '../../core/permissions/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../audit/index.ts'
import { holdRound, personIdOf, type RoundPath } from './find-round.ts'
import { updateFormVersion } from './funds.store.ts'

/**
 * Sets the version of the form that applicants of a round fill in. The area of forms checks that the version is
 * published and the fund's; what a funder approved of the rules before no longer counts.
 *
 * @throws {NotFound} if the round is not there, or not theirs to change
 */
export async function chooseForm(
  tx: Tx,
  request: {
    readonly actor: Actor
    readonly path: RoundPath
    readonly formVersionId: string
    readonly at: Date
  },
): Promise<void> {
  const { actor, path, formVersionId, at } = request
  const round = await holdRound(tx, actor, 'fund:edit', path)
  if (round.formVersionId === formVersionId) return
  await updateFormVersion(tx, round.id, formVersionId)
  await recordEvent(tx, {
    action: 'round.form-chosen',
    actorId: personIdOf(actor),
    fundId: round.fundId,
    objectType: 'round',
    objectId: round.id,
    at,
    facts: { from: round.formVersionId, to: formVersionId },
  })
}
