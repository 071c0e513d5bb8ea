import { contentHash } from '../../core/canonical/index.ts'
import { type Approval, approvalOf, quoteDocument, type RulesPage, rulesDocument } from '../../core/rounds/approval.ts'
import type { Funder } from '../../core/rounds/fund.ts'
import type { Unapproved } from '../../core/rounds/publish-list.ts'
import type { RoundInFund } from '../../core/rounds/round.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { approvalsOf } from './funders.store.ts'
import { rulesPagesOf } from './rules-pages.store.ts'

type Hashes = Pick<Services, 'sha256'>

/** What stands for a funder's quote as it is now. */
export const quoteHash = ({ sha256 }: Hashes, funder: Funder): string => contentHash(quoteDocument(funder), sha256)

/** What stands for the rules of a round as they are now, with its pages that say them. */
export const rulesHash = ({ sha256 }: Hashes, round: RoundInFund, pages: readonly RulesPage[]): string =>
  contentHash(rulesDocument(round.fund, round.funders, round, pages), sha256)

/** The funders that have not approved their quote (if they give one) or the rules, as they stand. */
export function unapprovedOf(
  services: Hashes,
  round: RoundInFund,
  pages: readonly RulesPage[],
  approvals: readonly Approval[],
): readonly Unapproved[] {
  const rules = rulesHash(services, round, pages)
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
  const pagesOf = await rulesPagesOf(db, services, [round.id])
  return unapprovedOf(services, round, pagesOf(round.id), await approvalsOf(db, round.fundId))
}
