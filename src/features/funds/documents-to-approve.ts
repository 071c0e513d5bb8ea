import { contentHash } from '../../core/canonical/index.ts'
import {
  type Approval,
  type ApprovalSubject,
  approvalOf,
  quoteDocument,
  type Refusal,
  type RulesParts,
  refusalOf,
  rulesDocument,
} from '../../core/rounds/approval.ts'
import type { Fund, Funder } from '../../core/rounds/fund.ts'
import { phaseOf } from '../../core/rounds/phase.ts'
import type { Round } from '../../core/rounds/round.ts'
import type { Services } from '../../platform/services.ts'
import { awardsFacts, quoteFacts, rulesFacts, shortlistFacts } from './approvals.messages.ts'
import { frozenShortlists, type ShortlistToApprove } from './frozen-shortlists.store.ts'
import type { ToApprove } from './pages/approvals.ts'
import { type AwardsToApprove, recordedDecisions } from './recorded-decisions.store.ts'
import { rulesPartsOf } from './rules-pages.store.ts'

/** A round with all of it that is approved. */
type RoundToApprove = Round & {
  readonly parts: RulesParts
  readonly shortlist: ShortlistToApprove | undefined
  readonly awards: AwardsToApprove | undefined
}

/** What funders approved and what they did not, each the newest first. */
export type GivenByFunders = { readonly approvals: readonly Approval[]; readonly refusals: readonly Refusal[] }

/**
 * What every funder is asked to approve: its quote, where it gives one, the rules of each round, and its shortlist and
 * its awards once they are frozen and decided.
 */
export function documentsOf(
  { sha256 }: Pick<Services, 'sha256'>,
  fund: Fund,
  funders: readonly Funder[],
  rounds: readonly RoundToApprove[],
  { approvals, refusals }: GivenByFunders,
  mine: readonly string[],
): readonly ToApprove[] {
  return funders.flatMap((funder) => {
    const { organisationId, organisationName } = funder
    const about = (subject: ApprovalSubject, roundSlug: string, hash: string) => {
      const approval = approvalOf(approvals, organisationId, subject, hash)
      const earlier = approvals.some((each) => each.organisationId === organisationId && each.subject === subject)
      const refusal = approval === undefined ? refusalOf(refusals, organisationId, subject, hash) : undefined
      const known = { organisationId, organisationName, subject, roundSlug, sha256: hash, approval, refusal }
      return { ...known, approvedBefore: earlier && subject === 'quote', mine: mine.includes(organisationId) }
    }
    const quotes =
      funder.quote === ''
        ? []
        : [
            {
              ...about('quote', '', contentHash(quoteDocument(funder), sha256)),
              title: 'quote',
              facts: quoteFacts(funder),
            },
          ]
    const rules = rounds.map((round) => ({
      ...about('rules', round.slug, contentHash(rulesDocument(fund, funders, round, round.parts), sha256)),
      title: `rules of ${round.name}`,
      facts: rulesFacts(fund, funders, round, round.parts),
    }))
    const shortlists = rounds.flatMap(({ slug, name, shortlist }) =>
      shortlist === undefined
        ? []
        : [
            {
              ...about('shortlist', slug, shortlist.sha256),
              title: `shortlist of ${name}`,
              facts: shortlistFacts(shortlist.document),
            },
          ],
    )
    const decided = rounds.flatMap(({ slug, name, awards }) =>
      awards === undefined
        ? []
        : [
            {
              ...about('awards', slug, awards.sha256),
              title: `awards of ${name}`,
              facts: awardsFacts(awards.document),
            },
          ],
    )
    return [...quotes, ...rules, ...shortlists, ...decided]
  })
}

/** Rounds, of one fund or of several, with what is approved of them: three statements. */
export async function roundsToApprove(
  services: Pick<Services, 'db' | 'sha256'>,
  rounds: readonly Round[],
  at: Date,
): Promise<readonly RoundToApprove[]> {
  const { db } = services
  const idsOf = (some: readonly Round[]) => some.map(({ id }) => id)
  const partsOf = await rulesPartsOf(db, services, idsOf(rounds))
  const closed = idsOf(rounds.filter((round) => phaseOf(round, at) === 'closed'))
  const frozen = await frozenShortlists(db, closed)
  const decisions = await recordedDecisions(db, closed)
  return rounds.map((round) => ({
    ...round,
    parts: partsOf(round.id),
    shortlist: frozen.find(({ roundId }) => roundId === round.id),
    awards: decisions.find(({ roundId }) => roundId === round.id),
  }))
}
