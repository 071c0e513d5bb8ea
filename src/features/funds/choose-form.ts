import { type Actor, personIdOf } from '../../core/permissions/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { holdRound, type RoundPath } from './find-round.ts'
import { updateFormVersion } from './funds.store.ts'
import { sealAgain } from './sealing/seal-rules.ts'

/**
 * Sets the version of the form that applicants of a round fill in. The area of forms checks that the version is
 * published and the fund's; what a funder approved of the rules before no longer counts. Of a public round it is one more
 * sealed version of the rules.
 *
 * @throws {NotFound} if the round is not there, or not theirs to change
 */
export async function chooseForm(
  tx: Tx,
  services: Pick<Services, 'sha256'>,
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
  const reason = 'Another version of the form was chosen'
  await sealAgain(tx, services, { ...round, formVersionId }, { reason, by: personIdOf(actor), at })
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
