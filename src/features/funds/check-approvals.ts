import { contentHash } from '../../core/canonical/index.ts'
import { type Approval, approvalOf, quoteDocument, rulesDocument } from '../../core/rounds/approval.ts'
import type { Fund, Funder } from '../../core/rounds/fund.ts'
import type { Unapproved } from '../../core/rounds/publish-list.ts'
import type { Round, RoundInFund } from '../../core/rounds/round.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { approvalsOf } from './funders.store.ts'

type Hashes = Pick<Services, 'sha256'>

/** What stands for a funder's quote as it is now. */
export const quoteHash = ({ sha256 }: Hashes, funder: Funder): string => contentHash(quoteDocument(funder), sha256)

/** What stands for the rules of a round as they are now. */
export const rulesHash = ({ sha256 }: Hashes, fund: Fund, funders: readonly Funder[], round: Round): string =>
  contentHash(rulesDocument(fund, funders, round), sha256)

/** The funders that have not approved their quote (if they give one) or the rules, as they stand. */
export function unapprovedOf(
  services: Hashes,
  round: RoundInFund,
  approvals: readonly Approval[],
): readonly Unapproved[] {
  const rules = rulesHash(services, round.fund, round.funders, round)
  return round.funders.flatMap((funder) => {
    const { organisationId, organisationName } = funder
    const missing: Unapproved[] = []
    if (funder.quote !== '' && !approvalOf(approvals, organisationId, 'quote', quoteHash(services, funder))) {
      missing.push({ organisationId, organisationName, subject: 'quote' })
    }
    if (!approvalOf(approvals, organisationId, 'rules', rules)) {
      missing.push({ organisationId, organisationName, subject: 'rules' })
    }
    return missing
  })
}

/** {@link unapprovedOf} with what has been approved so far. */
export async function findUnapproved(
  services: Hashes,
  db: Database | Tx,
  round: RoundInFund,
): Promise<readonly Unapproved[]> {
  return unapprovedOf(services, round, await approvalsOf(db, round.fundId))
}
