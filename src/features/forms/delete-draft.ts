import { personIdOf } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import type { DraftAsked } from './change-draft.ts'
import type { OfApplications } from './choose-version.ts'
import { findWriter, holdVersion } from './find-version.ts'
import type { FormProblem } from './form-problem.ts'
import { deleteDraftRow } from './forms.store.ts'

/**
 * Deletes a draft; with it goes a form of which nothing was ever published. Its hash stays in the audit log.
 *
 * @param asked `seen`: the hash of the draft as the page showed it
 * @throws {NotFound} if the draft is not there, or not theirs to delete
 */
export async function deleteDraft(
  services: Services,
  { deleteTests }: Pick<OfApplications, 'deleteTests'>,
  asked: DraftAsked & { readonly seen: string },
): Promise<Result<undefined, FormProblem>> {
  const { actor, path, versionId, at, seen } = asked
  return await services.db.transaction().execute(async (tx) => {
    const { version } = await holdVersion(tx, actor, path, versionId)
    if (version.publishedAt !== null) return refused({ code: 'published-meanwhile', number: version.number })
    if (version.sha256 !== seen) {
      const by = await findWriter(tx, version)
      return refused({ code: 'changed-meanwhile', what: 'draft', by, at: version.savedAt })
    }
    await deleteTests(tx, version.id)
    await deleteDraftRow(tx, version)
    await recordEvent(tx, {
      action: 'form.draft-deleted',
      actorId: personIdOf(actor),
      fundId: version.fundId,
      objectType: 'form',
      objectId: version.formId,
      at,
      facts: { number: version.number, sha256: version.sha256 },
    })
    return done(undefined)
  })
}
