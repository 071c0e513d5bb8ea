import { notFound } from '../../core/errors.ts'
import { type Actor, personIdOf } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { findRound, type RoundPath } from '../funds/index.ts'
import type { FormProblem } from './form-problem.ts'
import { lockForm, saveDraftRow, versionsOfForm } from './forms.store.ts'

/**
 * Begins the next version of a form as a draft that is the same as its newest version.
 *
 * @returns the draft; refused when there is one already, so that nobody's is written over
 * @throws {NotFound} if the round or the form is not there, or not theirs to change
 */
export async function startDraft(
  services: Services,
  asked: { readonly actor: Actor; readonly path: RoundPath; readonly formId: string; readonly at: Date },
): Promise<Result<{ readonly id: string; readonly number: number }, FormProblem>> {
  const { actor, path, formId, at } = asked
  return await services.db.transaction().execute(async (tx) => {
    const round = await findRound(tx, actor, 'fund:edit', path)
    const form = await lockForm(tx, formId)
    if (form === undefined || form.fundId !== round.fundId) throw notFound('form')
    const [newest] = await versionsOfForm(tx, form.id)
    if (newest === undefined) throw notFound('form version')
    if (newest.publishedAt === null) return refused({ code: 'draft-there-already', number: newest.number })
    const { definition, sha256 } = newest
    const draft = await saveDraftRow(tx, { id: services.newId(), formId: form.id, definition, sha256, savedAt: at })
    await recordEvent(tx, {
      action: 'form.draft-saved',
      actorId: personIdOf(actor),
      fundId: form.fundId,
      objectType: 'form',
      objectId: form.id,
      at,
      facts: { number: draft.number, sha256, change: { done: 'draft-begun' } },
    })
    return done(draft)
  })
}
