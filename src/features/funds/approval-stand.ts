import { type ApprovalSubject, approvalOf } from '../../core/rounds/approval.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { approvalsOf } from './funders.store.ts'
import { fundersOf } from './funds.store.ts'

/** How the funders stand to a document. */
export type ApprovalStand = {
  readonly asked: boolean
  readonly approved: readonly string[]
  /** Names of funders that are waited for; none where nobody is asked. */
  readonly missing: readonly string[]
}

/** Which funders have approved exactly this document. */
export async function approvalStandOf(
  db: Database | Tx,
  fundId: string,
  of: { readonly subject: ApprovalSubject; readonly sha256: string; readonly asked: boolean },
): Promise<ApprovalStand> {
  const given = await approvalsOf(db, fundId)
  const funders = await fundersOf(db, fundId)
  const has = (organisationId: string) => approvalOf(given, organisationId, of.subject, of.sha256) !== undefined
  const namesOf = (which: boolean) =>
    funders
      .filter(({ organisationId }) => has(organisationId) === which)
      .map(({ organisationName }) => organisationName)
  return { asked: of.asked, approved: namesOf(true), missing: of.asked ? namesOf(false) : [] }
}
