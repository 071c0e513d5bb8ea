import { contentHash, type Json } from '../../core/canonical/index.ts'
import { checkScreener } from '../../core/eligibility/index.ts'
import { checkDefinition } from '../../core/forms/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import type { FormProblem } from './form-problem.ts'
import { type FormVersion, formById, formVersionById, markPublished, versionsOfForm } from './forms.store.ts'

/** What is to be published, by whom. `personId` null: the service itself, when it fills an empty database. */
export type Publication = {
  readonly formId: string
  readonly changeNote: string
  readonly personId: string | null
  readonly at: Date
}

/**
 * Publishes the draft of a form: from now on this version never changes. The definition is checked again and hashed over
 * its canonical JSON. A version after the first needs a note that says what has changed. A screener is published only if
 * every path through it leads to an outcome without contradiction.
 *
 * Who may do so is asked by the caller, who loaded the form.
 */
export async function publishFormVersion(
  tx: Tx,
  services: Pick<Services, 'sha256'>,
  { formId, changeNote, personId, at }: Publication,
): Promise<Result<FormVersion, FormProblem>> {
  const [draft, before] = await versionsOfForm(tx, formId)
  if (draft === undefined || draft.publishedAt !== null) return refused({ code: 'nothing-to-publish' })
  const checked = checkDefinition(draft.definition)
  if (!checked.ok) return refused(...checked.problems.map((found) => ({ code: 'definition-wrong', ...found }) as const))
  const { purpose } = (await formById(tx, formId)) ?? {}
  const wrong = purpose === 'eligibility' ? checkScreener(checked.value) : []
  if (wrong.length > 0) return refused(...wrong.map((problem) => ({ code: 'screener-wrong', problem }) as const))
  const sha256 = contentHash(checked.value as unknown as Json, services.sha256)
  if (sha256 !== draft.sha256) throw new Error(`form version ${draft.id} is not what its hash says`)
  if (before?.sha256 === sha256) return refused({ code: 'nothing-changed', number: before.number })
  if (before !== undefined && changeNote.trim() === '') return refused({ code: 'change-note-missing' })
  await markPublished(tx, { id: draft.id, changeNote, at, personId })
  await recordEvent(tx, {
    action: 'form.published',
    actorId: personId,
    fundId: draft.fundId,
    objectType: 'form',
    objectId: formId,
    at,
    facts: { version: draft.id, number: draft.number, sha256, note: changeNote },
  })
  const published = await formVersionById(tx, draft.id)
  if (published === undefined) throw new Error('the version that was published is gone')
  return done(published)
}
