import { done, type Result, refused } from '../../core/result.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { insertApproval } from './funders.store.ts'
import { type AskedOfFunder, holdDocument } from './hold-document.ts'

export type ApproveProblem = { readonly code: 'changed-since-shown' }

/**
 * Approves in the name of a funder what its representative was shown, by its hash. Approving the same again changes
 * nothing.
 *
 * @throws {NotFound} if the fund or round is not there, or the person does not speak for that funder
 */
export async function approveDocument(
  services: Services,
  request: AskedOfFunder & { readonly shownSha256: string; readonly at: Date },
): Promise<Result<undefined, ApproveProblem>> {
  const { organisationId, document, shownSha256, at } = request
  return await services.db.transaction().execute(async (tx) => {
    const { actor, fund, sha256: subjectSha256 } = await holdDocument(services, tx, request)
    const { subject } = document
    if (subjectSha256 !== shownSha256) return refused<ApproveProblem>({ code: 'changed-since-shown' })
    const id = services.newId()
    const by = actor.personId
    const approval = { id, fundId: fund.id, organisationId, subject, subjectSha256, approvedAt: at, approvedBy: by }
    if (!(await insertApproval(tx, approval))) return done(undefined)
    await recordEvent(tx, {
      action: 'funder.approved',
      actorId: by,
      fundId: fund.id,
      objectType: 'funder',
      objectId: `${fund.id}/${organisationId}`,
      at,
      facts: { ...document, organisationId, subjectSha256 },
    })
    return done(undefined)
  })
}
