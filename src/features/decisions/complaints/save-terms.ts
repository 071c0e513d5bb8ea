import { readTerms, type TermsProblem, type TermsTyped } from '../../../core/complaints/index.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdRound, type RoundPath } from '../../funds/index.ts'
import { insertTerms, insertTexts } from './complaint-terms.store.ts'

/**
 * Saves on what terms a round takes complaints and what applicants to its fund read of them. Complaints that are made keep
 * the days that they were promised.
 *
 * @throws {NotFound} if the round is not this person's to run
 */
export async function saveTerms(
  services: Services,
  actor: Actor,
  { path, typed, at }: { readonly path: RoundPath; readonly typed: TermsTyped; readonly at: Date },
): Promise<Result<undefined, TermsProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    const read = readTerms(typed)
    if (!read.ok) return read
    const by = personIdOf(actor) ?? ''
    await insertTerms(tx, round, read.value.terms, { at, by })
    await insertTexts(tx, round, read.value.texts, { at, by })
    await recordEvent(tx, {
      action: 'complaint.terms-saved',
      actorId: by,
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts: { ...read.value.terms, ...read.value.texts },
    })
    return done(undefined)
  })
}
