import { type ApprovalSubject, approvalOf, type Refusal, refusalOf } from '../../core/rounds/approval.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { givenOfFunds } from './funders.store.ts'
import { fundersOf } from './funds.store.ts'

/** How the funders stand to a document. */
export type ApprovalStand = {
  readonly asked: boolean
  readonly approved: readonly string[]
  /** Names of funders that are waited for; none where nobody is asked. */
  readonly missing: readonly string[]
  /** What those of them said that do not approve it. */
  readonly refused: readonly RefusedBy[]
}

/** The refusal of a funder, with its name. */
export type RefusedBy = Refusal & { readonly organisationName: string }

/** Which funders have approved exactly this document, and which have refused it. */
export async function approvalStandOf(
  db: Database | Tx,
  fundId: string,
  of: { readonly subject: ApprovalSubject; readonly sha256: string; readonly asked: boolean },
): Promise<ApprovalStand> {
  const given = await givenOfFunds(db, [fundId])
  const funders = await fundersOf(db, fundId)
  const has = (organisationId: string) =>
    approvalOf(given.approvals, organisationId, of.subject, of.sha256) !== undefined
  const approved = funders.filter(({ organisationId }) => has(organisationId))
  const waited = of.asked ? funders.filter(({ organisationId }) => !has(organisationId)) : []
  const nameOf = ({ organisationName }: { readonly organisationName: string }) => organisationName
  return {
    asked: of.asked,
    approved: approved.map(nameOf),
    missing: waited.map(nameOf),
    refused: waited.flatMap(({ organisationId, organisationName }) => {
      const refusal = refusalOf(given.refusals, organisationId, of.subject, of.sha256)
      return refusal === undefined ? [] : [{ ...refusal, organisationName }]
    }),
  }
}
