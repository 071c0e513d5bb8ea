import type { ShortlistDocument } from '../../../core/shortlist/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { type ApprovalStand, approvalStandOf } from '../../funds/index.ts'
import type { FrozenShortlist } from './shortlist.store.ts'

/** Which funders have approved exactly this shortlist. */
export async function approvalStand(
  db: Database | Tx,
  fundId: string,
  { document, sha256 }: Pick<FrozenShortlist, 'document' | 'sha256'>,
): Promise<ApprovalStand> {
  const { approval } = JSON.parse(document) as ShortlistDocument
  return await approvalStandOf(db, fundId, { subject: 'shortlist', sha256, asked: approval.asked })
}
