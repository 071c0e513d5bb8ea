import type { Database, Tx } from '../../../platform/database/database.ts'
import { type ApprovalStand, approvalStandOf } from '../../funds/index.ts'
import type { Decision } from './decision.store.ts'

/** Which funders have approved exactly this record. Nobody is told while one that is asked has not. */
export const awardsApproval = async (
  db: Database | Tx,
  fundId: string,
  { document, sha256 }: Pick<Decision, 'document' | 'sha256'>,
): Promise<ApprovalStand> =>
  await approvalStandOf(db, fundId, { subject: 'awards', sha256, asked: document.decision.approval.asked })
