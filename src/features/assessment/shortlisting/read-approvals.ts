import { approvalOf } from '../../../core/rounds/approval.ts'
import type { ShortlistDocument } from '../../../core/shortlist/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { approvalsOf, fundersOf } from '../../funds/index.ts'
import type { FrozenShortlist } from './shortlist.store.ts'

/** How the funders stand to a frozen shortlist. */
export type ApprovalStand = {
  readonly asked: boolean
  readonly approved: readonly string[]
  /** Names of funders that are waited for; none where nobody is asked. */
  readonly missing: readonly string[]
}

/** Which funders have approved exactly this shortlist. */
export async function approvalStand(
  db: Database | Tx,
  fundId: string,
  { document, sha256 }: Pick<FrozenShortlist, 'document' | 'sha256'>,
): Promise<ApprovalStand> {
  const { approval } = JSON.parse(document) as ShortlistDocument
  const given = await approvalsOf(db, fundId)
  const funders = await fundersOf(db, fundId)
  const has = (organisationId: string) => approvalOf(given, organisationId, 'shortlist', sha256) !== undefined
  const namesOf = (which: boolean) =>
    funders
      .filter(({ organisationId }) => has(organisationId) === which)
      .map(({ organisationName }) => organisationName)
  return { asked: approval.asked, approved: namesOf(true), missing: approval.asked ? namesOf(false) : [] }
}
