import { organisationIdOf } from '../../../core/open-data/index.ts'
import { type AwardNow, awardsNow, type ResultsDocument } from '../../../core/results/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type Organisation, organisationsById } from '../../accounts/index.ts'
import { awardsOfRounds } from '../../decisions/index.ts'
import { phaseOf, publishedRounds, type RoundInFund } from '../../funds/index.ts'
import { resultsFilePath, resultsPath } from '../results/results.paths.ts'
import { latestResults } from '../results/results.store.ts'
import { apiRoundPath, apiRowsPath } from './api.paths.ts'
import type { AwardFacts } from './api-schemas.ts'

/** The awards of every round whose results are published, as they stand now: four statements. */
export async function readPublicAwards(
  db: Database,
  { at, origin, prefix }: { readonly at: Date; readonly origin: string; readonly prefix: string },
): Promise<readonly AwardFacts[]> {
  const rounds = new Map((await publishedRounds(db)).map((round) => [round.id, round]))
  const results = (await latestResults(db)).flatMap((each) => {
    const round = rounds.get(each.roundId)
    return round === undefined || phaseOf(round, at) === 'preparing' ? [] : [{ ...each, round }]
  })
  const kept = await awardsOfRounds(
    db,
    results.map(({ roundId }) => roundId),
  )
  const told = results.flatMap(({ round, document, publishedAt }) => {
    const live = kept.filter(({ roundId }) => roundId === round.id)
    return awardsNow(document.awards, live).map((award) => ({ award, round, document, publishedAt }))
  })
  const leads = await organisationsById(
    db,
    told.map(({ award }) => award.leadId),
  )
  return told
    .map((each) => factsOf(each, leads.get(each.award.leadId), { origin, prefix }))
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}

type Told = {
  readonly award: AwardNow
  readonly round: RoundInFund
  readonly document: ResultsDocument
  readonly publishedAt: Date
}

function factsOf(
  { award, round, document, publishedAt }: Told,
  organisation: Organisation | undefined,
  { origin, prefix }: { readonly origin: string; readonly prefix: string },
): AwardFacts {
  const { reference, lead, leadId, region, type, title, pounds, decidedPounds, state, startsOn, endsOn } = award
  const { illustrative } = document.round
  const { kind = '', gssCode = null, illustrative: madeUp = illustrative } = organisation ?? {}
  const address = { fund: round.fund.slug, round: round.slug }
  return {
    reference,
    fund: { slug: address.fund, name: round.fund.name },
    round: { slug: address.round, name: round.name },
    recipient: {
      id: leadId,
      organisationId: organisationIdOf({ id: leadId, name: lead, kind, gssCode, illustrative: madeUp }, prefix),
      name: lead,
      region,
    },
    type,
    title,
    pounds,
    decidedPounds,
    state,
    startsOn,
    endsOn,
    decidedOn: document.decidedOn,
    publishedAt: publishedAt.toISOString(),
    changedAt: (award.changedAt ?? publishedAt).toISOString(),
    illustrative,
    links: {
      results: origin + resultsPath(address),
      grants: origin + resultsFilePath(address, 'awards.json'),
      round: origin + apiRoundPath(address.fund, address.round),
      applications: origin + apiRowsPath(address.fund, address.round),
    },
  }
}

const keyOf = ({ fund, round, reference }: AwardFacts): string => `${fund.slug}/${round.slug}/${reference}`
