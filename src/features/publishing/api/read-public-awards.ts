import { organisationIdOf } from '../../../core/open-data/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { organisationsById } from '../../accounts/index.ts'
import { phaseOf, publishedRounds } from '../../funds/index.ts'
import { resultsFilePath, resultsPath } from '../results/results.paths.ts'
import { latestResults } from '../results/results.store.ts'
import { apiRoundPath } from './api.paths.ts'
import type { AwardFacts } from './api-schemas.ts'

/** The awards of every round whose results are published, as the newest version has them: three statements. */
export async function readPublicAwards(
  db: Database,
  { at, origin, prefix }: { readonly at: Date; readonly origin: string; readonly prefix: string },
): Promise<readonly AwardFacts[]> {
  const rounds = new Map((await publishedRounds(db)).map((round) => [round.id, round]))
  const results = await latestResults(db)
  const leads = await organisationsById(
    db,
    results.flatMap(({ document }) => document.awards.map(({ leadId }) => leadId)),
  )
  const awards = results.flatMap(({ roundId, document, publishedAt }) => {
    const round = rounds.get(roundId)
    if (round === undefined || phaseOf(round, at) === 'preparing') return []
    const address = { fund: round.fund.slug, round: round.slug }
    return document.awards.map(({ reference, lead, leadId, region, type, pounds }): AwardFacts => {
      const { kind = '', gssCode = null, illustrative = document.round.illustrative } = leads.get(leadId) ?? {}
      return {
        reference,
        fund: { slug: address.fund, name: round.fund.name },
        round: { slug: address.round, name: round.name },
        recipient: {
          id: leadId,
          organisationId: organisationIdOf({ id: leadId, name: lead, kind, gssCode, illustrative }, prefix),
          name: lead,
          region,
        },
        type,
        pounds,
        decidedOn: document.decidedOn,
        publishedAt: publishedAt.toISOString(),
        illustrative: document.round.illustrative,
        links: {
          results: origin + resultsPath(address),
          grants: origin + resultsFilePath(address, 'awards.json'),
          round: origin + apiRoundPath(address.fund, address.round),
        },
      }
    })
  })
  return awards.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}

const keyOf = ({ fund, round, reference }: AwardFacts): string => `${fund.slug}/${round.slug}/${reference}`
