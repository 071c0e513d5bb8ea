import { contentHash, type Json } from '../../core/canonical/index.ts'
import { notFound } from '../../core/errors.ts'
import { checkDefinition } from '../../core/forms/index.ts'
import { type Actor, may } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { describePlace } from './describe-place.ts'
import { findWriter } from './find-version.ts'
import type { FormProblem } from './form-problem.ts'
import { lockForm, saveDraftRow, versionsOfForm } from './forms.store.ts'

/** What a page showed when the form had no draft. */
export const noDraft = 'none'

/**
 * Keeps a definition as the draft of a form: over the draft there is, or as the next version. Published versions stay as
 * they are.
 *
 * @param asked `definition`: parsed JSON; refused, with every problem, unless the engine can run it. `seen`: the hash of
 *   the draft that the writer was shown, or {@link noDraft}; refused when another draft has taken its place. Without it
 *   the draft is written over whatever it is
 * @throws {NotFound} if there is no such form or this person may not edit its fund
 */
export async function saveFormDraft(
  services: Services,
  actor: Actor,
  asked: { readonly formId: string; readonly definition: unknown; readonly seen?: string | undefined },
): Promise<Result<{ readonly id: string; readonly number: number }, FormProblem>> {
  const at = services.clock()
  return await services.db.transaction().execute(async (tx) => {
    const form = await lockForm(tx, asked.formId)
    if (form === undefined || actor.kind !== 'person' || !may(actor, 'fund:edit', form.fundId)) throw notFound('form')
    const checked = checkDefinition(asked.definition)
    if (!checked.ok)
      return refused(
        ...checked.problems.map((found) => {
          const place = describePlace(asked.definition, found.at)
          return { code: 'definition-wrong', ...found, place } as const
        }),
      )
    const [newest] = await versionsOfForm(tx, form.id)
    const draft = newest?.publishedAt === null ? newest : undefined
    if (asked.seen !== undefined && asked.seen !== (draft?.sha256 ?? noDraft)) {
      const theirs = draft ?? newest
      const by = theirs === undefined ? '' : await findWriter(tx, theirs)
      return refused({ code: 'changed-meanwhile', what: 'draft', by, at: theirs?.savedAt ?? at })
    }
    const definition = checked.value
    const sha256 = contentHash(definition as unknown as Json, services.sha256)
    const saved = await saveDraftRow(tx, { id: services.newId(), formId: form.id, definition, sha256, savedAt: at })
    await recordEvent(tx, {
      action: 'form.draft-saved',
      actorId: actor.personId,
      fundId: form.fundId,
      objectType: 'form',
      objectId: form.id,
      at,
      facts: { number: saved.number, sha256 },
    })
    return done(saved)
  })
}
