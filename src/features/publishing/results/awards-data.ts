import { type GrantsPackage, type PublishedBody, packageOf } from '../../../core/open-data/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database } from '../../../platform/database/database.ts'
import { organisationsById } from '../../accounts/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { roundPath } from '../../guidance/index.ts'
import { resultsFilePath, resultsPath } from './results.paths.ts'
import type { PublishedResults } from './results.store.ts'

/**
 * The awards of published results as 360Giving data: one statement.
 *
 * @param prefix the publisher's, as 360Giving gave it
 * @returns undefined without an award, since the standard knows no empty package
 */
export async function readGrants(
  db: Database,
  round: RoundInFund,
  results: PublishedResults,
  { origin, prefix, publisher }: { readonly origin: string; readonly prefix: string; readonly publisher: string },
): Promise<GrantsPackage | undefined> {
  const { document, publishedAt } = results
  if (document.awards.length === 0) return undefined
  const ids = [
    ...document.awards.map(({ leadId }) => leadId),
    ...round.funders.map(({ organisationId }) => organisationId),
  ]
  const found = await organisationsById(db, ids)
  const body = (id: string, name: string): PublishedBody => {
    const { kind = '', gssCode = null, illustrative = false } = found.get(id) ?? {}
    return { id, name, kind, gssCode, illustrative }
  }
  const address = { fund: round.fund.slug, round: round.slug }
  const awards = document.awards.map(({ reference, lead, leadId, pounds, type }) => ({
    reference,
    title: `${round.fund.name}: ${lead}`,
    description: `${round.fund.name}, ${round.name}, awarded to ${lead}.`,
    pounds,
    askedPounds: null,
    type,
    awardedOn: document.decidedOn,
    startsOn: round.startsOn,
    endsOn: null,
    lead: body(leadId, lead),
    partners: [],
    changedAt: publishedAt,
  }))
  return packageOf(awards, {
    prefix,
    publisher,
    website: origin,
    programme: {
      code: `${address.fund}/${address.round}`,
      title: `${round.fund.name}, ${round.name}`,
      url: origin + roundPath(address),
    },
    funders: round.funders.map(({ organisationId, organisationName }) => body(organisationId, organisationName)),
    source: origin + resultsPath(address),
    download: origin + resultsFilePath(address, 'awards.json'),
    issuedOn: isoDay(publishedAt),
    illustrative: document.round.illustrative,
  })
}
