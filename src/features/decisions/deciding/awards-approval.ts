import { approvalOf } from '../../../core/rounds/approval.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { approvalsOf, fundersOf } from '../../funds/index.ts'
import type { Decision } from './decision.store.ts'

/** How the funders stand to decided awards. `missing`: names of those that are waited for; none where nobody is asked. */
export type AwardsApproval = {
  readonly asked: boolean
  readonly approved: readonly string[]
  readonly missing: readonly string[]
}

/** Which funders have approved exactly this record. Nobody is told while one that is asked has not. */
export async function awardsApproval(
  db: Database | Tx,
  fundId: string,
  { document, sha256 }: Pick<Decision, 'document' | 'sha256'>,
): Promise<AwardsApproval> {
  const { asked } = document.decision.approval
  const given = await approvalsOf(db, fundId)
  const funders = await fundersOf(db, fundId)
  const has = (organisationId: string) => approvalOf(given, organisationId, 'awards', sha256) !== undefined
  const namesOf = (which: boolean) =>
    funders
      .filter(({ organisationId }) => has(organisationId) === which)
      .map(({ organisationName }) => organisationName)
  return { asked, approved: namesOf(true), missing: asked ? namesOf(false) : [] }
}
