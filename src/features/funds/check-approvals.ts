import { contentHash } from '../../core/canonical/index.ts'
import { type Approval, approvalOf, quoteDocument, type RulesParts, rulesDocument } from '../../core/rounds/approval.ts'
import type { Funder } from '../../core/rounds/fund.ts'
import type { Unapproved } from '../../core/rounds/publish-list.ts'
import type { RoundInFund } from '../../core/rounds/round.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { approvalsOf } from './funders.store.ts'
import { rulesPartsOf } from './rules-pages.store.ts'

type Hashes = Pick<Services, 'sha256'>

/** What stands for a funder's quote as it is now. */
export const quoteHash = ({ sha256 }: Hashes, funder: Funder): string => contentHash(quoteDocument(funder), sha256)

/** What stands for the rules of a round as they are now, with its pages that say them. */
export const rulesHash = ({ sha256 }: Hashes, round: RoundInFund, parts: RulesParts): string =>
  contentHash(rulesDocument(round.fund, round.funders, round, parts), sha256)

/** The funders that have not approved their quote (if they give one) or the rules, as they stand. */
export function unapprovedOf(
  services: Hashes,
  round: RoundInFund,
  parts: RulesParts,
  approvals: readonly Approval[],
): readonly Unapproved[] {
  const rules = rulesHash(services, round, parts)
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

/** {@link unapprovedOf} with what is published and what has been approved so far. */
export async function findUnapproved(
  services: Hashes,
  db: Database | Tx,
  round: RoundInFund,
): Promise<readonly Unapproved[]> {
  const partsOf = await rulesPartsOf(db, services, [round.id])
  return unapprovedOf(services, round, partsOf(round.id), await approvalsOf(db, round.fundId))
}
