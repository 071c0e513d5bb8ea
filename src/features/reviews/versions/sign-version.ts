import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { isUnexplained, mayIn } from '../../../core/reviews/index.ts'
import type { Services } from '../../../platform/services.ts'
import { holdReview } from '../open-review.ts'
import { recordReview } from '../record-review.ts'
import type { VersionProblem } from './versions.messages.ts'
import { frozenVersion, insertSignOff } from './versions.store.ts'

const [mostInCapacity, mostInStatement] = [80, 1000]

type Asked = {
  readonly reference: string
  readonly number: number
  readonly capacity: string
  readonly statement: string
  readonly at: Date
}

/**
 * Signs a frozen version off: what is signed is what its hash is of, and nothing that is written later.
 *
 * @throws {NotFound} if this person does not work on the review, or there is no such version
 */
export async function signVersion(
  services: Services,
  actor: Actor,
  { reference, number, capacity, statement, at }: Asked,
): Promise<Result<null, VersionProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdReview(tx, actor, reference, 'read')
    const version = await frozenVersion(tx, opened.review.id, number)
    if (version === undefined) throw notFound('version')
    if (!mayIn(opened.review.roles, 'sign')) return refused({ code: 'expert-alone' })
    if (isUnexplained(version.record)) return refused({ code: 'departure-unexplained' })
    if (capacity === '') return refused({ code: 'capacity-missing' })
    if (capacity.length > mostInCapacity) return refused({ code: 'capacity-too-long' })
    if (statement.length > mostInStatement) return refused({ code: 'statement-too-long' })
    const { personId } = opened.actor
    const signed = { reviewId: opened.review.id, number, personId, capacity, statement, at }
    if (!(await insertSignOff(tx, signed))) return refused({ code: 'signed-already' })
    await recordReview(tx, opened, {
      action: 'review.signed-off',
      at,
      facts: { number, capacity, sha256: version.sha256 },
    })
    return done(null)
  })
}
