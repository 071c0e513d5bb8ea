import { personIdOf } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Services } from '../../platform/services.ts'
import type { DraftAsked } from './change-draft.ts'
import { findWriter, holdVersion } from './find-version.ts'
import type { FormProblem } from './form-problem.ts'
import type { FormVersion } from './forms.store.ts'
import { publishFormVersion } from './publish-form-version.ts'

/** The longest note, in UTF-16 code units. */
export const mostOfNote = 1000

/**
 * Publishes a draft for good, with a note of what has changed: needed from the second version on. It has to be the draft
 * that was looked at.
 *
 * @param asked `seen`: the hash of the draft as the page showed it
 * @throws {NotFound} if the draft is not there, or not theirs to publish
 */
export async function publishDraft(
  services: Services,
  asked: DraftAsked & { readonly seen: string; readonly changeNote: string },
): Promise<Result<FormVersion, FormProblem>> {
  const { actor, path, versionId, at, seen } = asked
  const changeNote = asked.changeNote.trim()
  return await services.db.transaction().execute(async (tx) => {
    const { version } = await holdVersion(tx, actor, path, versionId)
    // The button was pressed twice: the first press did what both asked for.
    if (version.publishedAt !== null && version.sha256 === seen) return done(version)
    if (version.publishedAt !== null) return refused({ code: 'published-meanwhile', number: version.number })
    if (version.sha256 !== seen) {
      const by = await findWriter(tx, version)
      return refused({ code: 'changed-meanwhile', what: 'draft', by, at: version.savedAt })
    }
    if (changeNote.length > mostOfNote) return refused({ code: 'change-note-too-long', most: mostOfNote })
    const empty = version.definition.pages.filter(({ questions, guidance }) => questions.length === 0 && !guidance)
    if (empty.length > 0) return refused(...empty.map(({ title }) => ({ code: 'page-empty', title }) as const))
    const personId = personIdOf(actor)
    return await publishFormVersion(tx, services, { formId: version.formId, changeNote, personId, at })
  })
}
