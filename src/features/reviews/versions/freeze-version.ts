import { canonicalJson } from '../../../core/canonical/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { holdReview } from '../open-review.ts'
import { recordReview } from '../record-review.ts'
import { readWhole } from '../weighing/read-whole.ts'
import type { VersionProblem } from './versions.messages.ts'
import { insertFrozen } from './versions.store.ts'

const mostCharacters = 120

type Asked = { readonly reference: string; readonly why: string; readonly at: Date }

/**
 * Keeps all that is written at this moment as a version with its hash, so that the report of that day can be made again.
 *
 * @returns its number
 * @throws {NotFound} if this person does not lead the review
 */
export async function freezeVersion(
  services: Services,
  actor: Actor,
  { reference, why, at }: Asked,
): Promise<Result<number, VersionProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdReview(tx, actor, reference, 'lead')
    if (why === '') return refused({ code: 'why-missing' })
    if (why.length > mostCharacters) return refused({ code: 'why-too-long' })
    const record = canonicalJson(await readWhole(tx, opened.review))
    const sha256 = services.sha256(record)
    const number = await insertFrozen(tx, {
      reviewId: opened.review.id,
      why,
      record,
      sha256,
      at,
      by: opened.actor.personId,
    })
    await recordReview(tx, opened, { action: 'review.frozen', at, facts: { number, why, sha256 } })
    return done(number)
  })
}
