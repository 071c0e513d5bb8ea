import { organisationIdOf } from '../../../core/open-data/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { phaseOf, publishedRounds, type RoundInFund } from '../../funds/index.ts'
import { fundPath, roundPath } from '../../guidance/index.ts'
import { type ReportedAward, reportedAwards } from '../results/reported-awards.store.ts'
import { apiFundPath, apiFundRoundsPath, apiRoundPath } from './api.paths.ts'
import type { FundFacts, RoundFacts } from './api-schemas.ts'
import { type SealHead, sealHeads } from './seal-heads.store.ts'

/** When and where from somebody asks. */
type Asked = { readonly at: Date; readonly origin: string }

/** The funds that have a published round, by slug: one statement. A service has tens of rounds, and they are small. */
export async function readPublicFunds(db: Database, { at, origin }: Asked): Promise<readonly FundFacts[]> {
  const rounds = await roundsBefore(db, at)
  const byFund = new Map(rounds.map((round) => [round.fund.slug, round]))
  return [...byFund.values()].map((round) => fundFacts(round, origin))
}

/** The published rounds, by fund and slug: three statements. @param fund of this fund alone */
export async function readPublicRounds(
  db: Database,
  { at, origin, prefix }: Asked & { readonly prefix: string },
  fund?: string,
): Promise<readonly RoundFacts[]> {
  const rounds = (await roundsBefore(db, at)).filter((round) => fund === undefined || round.fund.slug === fund)
  const seals = await sealHeads(
    db,
    rounds.map(({ id }) => id),
  )
  const reported = await reportedAwards(
    db,
    rounds.map(({ id }) => id),
  )
  return rounds.map((round) => ({
    ...roundFacts(round, seals.get(round.id), { at, origin }),
    ...reportedFacts(
      reported.filter(({ roundId }) => roundId === round.id),
      prefix,
    ),
  }))
}

const keyOf = ({ fund, slug }: RoundInFund): string => `${fund.slug}/${slug}`

async function roundsBefore(db: Database, at: Date): Promise<readonly RoundInFund[]> {
  const all = await publishedRounds(db)
  return all
    .filter((round) => phaseOf(round, at) !== 'preparing')
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}

const fundFacts = ({ fund, funders }: RoundInFund, origin: string): FundFacts => ({
  slug: fund.slug,
  name: fund.name,
  summary: fund.summary,
  awardType: fund.awardType,
  budgetPounds: fund.budgetPounds,
  places: fund.places,
  capPounds: fund.capPounds,
  vat: fund.vat,
  funders: funders.map(({ organisationId, organisationName, contributionPounds }) => ({
    id: organisationId,
    name: organisationName,
    contributionPounds,
  })),
  sources: fund.sources.map(({ fact, title, url }) => ({ fact, title, url })),
  illustrative: fund.illustrative,
  links: {
    self: origin + apiFundPath(fund.slug),
    page: origin + fundPath(fund.slug),
    rounds: origin + apiFundRoundsPath(fund.slug),
  },
})

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

type Reported = Pick<RoundFacts, 'reportedAwards' | 'reportedAwardsUnnamed'>

function reportedFacts(awards: readonly ReportedAward[], prefix: string): Reported {
  return {
    reportedAwards: awards.flatMap(({ organisation, project, sourceTitle, sourceUrl }) => {
      if (organisation === null) return []
      const { id, name, region } = organisation
      const organisationId = organisationIdOf({ ...organisation, illustrative: false }, prefix)
      return [
        { recipient: { id, organisationId, name, region }, project, source: { title: sourceTitle, url: sourceUrl } },
      ]
    }),
    reportedAwardsUnnamed: awards
      .filter(({ organisation }) => organisation === null)
      .reduce((sum, each) => sum + each.awards, 0),
  }
}

function roundFacts(
  round: RoundInFund,
  seal: SealHead | undefined,
  { at, origin }: Asked,
): Omit<RoundFacts, keyof Reported> {
  const { fund } = round
  const page = origin + roundPath({ fund: fund.slug, round: round.slug })
  return {
    slug: round.slug,
    name: round.name,
    fund: { slug: fund.slug, name: fund.name },
    phase: publicPhase(round, at),
    publishedAt: iso(round.publishedAt),
    opensAt: iso(round.opensAt),
    questionsCloseAt: iso(round.questionsCloseAt),
    deadlineAt: iso(round.deadlineAt),
    siftedOn: round.siftedOn,
    shortlistOn: round.shortlistOn,
    interviewsFromOn: round.interviewsHeld ? round.interviewsFromOn : null,
    interviewsToOn: round.interviewsHeld ? round.interviewsToOn : null,
    decisionsOn: round.decisionsOn,
    startsOn: round.startsOn,
    cancelledAt: iso(round.cancelledAt),
    cancelledReason: round.cancelledReason,
    eligibleKinds: [...round.eligibleKinds],
    partnersAtLeast: round.partnerMinimum,
    sealedRules: seal
      ? { version: seal.version, sha256: seal.sha256, document: `${page}/rules/versions/${seal.version}` }
      : null,
    illustrative: round.illustrative || fund.illustrative,
    links: { self: origin + apiRoundPath(fund.slug, round.slug), page, fund: origin + apiFundPath(fund.slug) },
  }
}

/** @throws {RangeError} of a round that is being prepared: those are left out before */
function publicPhase(round: RoundInFund, at: Date): RoundFacts['phase'] {
  const phase = phaseOf(round, at)
  if (phase === 'preparing') throw new RangeError('a round that is not public has no public facts')
  return phase
}
