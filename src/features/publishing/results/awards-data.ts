import { type AwardPayment, type GrantsPackage, type PublishedBody, packageOf } from '../../../core/open-data/index.ts'
import { type AwardNow, stands } from '../../../core/results/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database } from '../../../platform/database/database.ts'
import { organisationsById } from '../../accounts/index.ts'
import { decisionOf } from '../../decisions/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { roundPath } from '../../guidance/index.ts'
import { grantPayments } from '../../support/index.ts'
import { resultsFilePath, resultsPath } from './results.paths.ts'
import type { PublishedResults } from './results.store.ts'

/**
 * The awards of a round that stand now as 360Giving data, with what each asked for by the decision record, and what was paid of
 * each: three statements.
 *
 * @param prefix the publisher's, as 360Giving gave it
 * @returns undefined without an award, since the standard knows no empty package
 */
export async function readGrants(
  db: Database,
  round: RoundInFund,
  { results, awards }: { readonly results: PublishedResults; readonly awards: readonly AwardNow[] },
  { origin, prefix, publisher }: { readonly origin: string; readonly prefix: string; readonly publisher: string },
): Promise<GrantsPackage | undefined> {
  const { document, publishedAt } = results
  const standing = awards.filter(stands)
  if (standing.length === 0) return undefined
  const found = await organisationsById(db, [
    ...standing.flatMap(({ leadId, partnerIds }) => [leadId, ...partnerIds]),
    ...round.funders.map(({ organisationId }) => organisationId),
  ])
  const payments = Map.groupBy(await grantPayments(db, round.id), ({ reference }) => reference)
  const decision = await decisionOf(db, round.id)
  const asked = new Map(
    decision?.document.portfolio.case.candidates.map(({ reference, askedPounds }) => [reference, askedPounds]),
  )
  const body = (id: string, name = found.get(id)?.name ?? id): PublishedBody => {
    const { kind = '', gssCode = null, illustrative = false } = found.get(id) ?? {}
    return { id, name, kind, gssCode, illustrative }
  }
  const address = { fund: round.fund.slug, round: round.slug }
  const told = standing.map(({ reference, lead, leadId, partnerIds, title, pounds, type, ...award }) => ({
    reference,
    title: title === '' ? `${round.fund.name}: ${lead}` : title,
    description: `${round.fund.name}, ${round.name}, awarded to ${lead}.`,
    pounds,
    askedPounds: asked.get(reference) ?? null,
    type,
    awardedOn: document.decidedOn,
    startsOn: award.startsOn ?? round.startsOn,
    endsOn: award.endsOn,
    lead: body(leadId, lead),
    partners: partnerIds.map((id) => body(id)),
    payments: payments.get(reference) ?? [],
    changedAt: latest(publishedAt, award.changedAt, payments.get(reference) ?? []),
  }))
  return packageOf(told, {
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

/** The last of when it was published or changed, and of the days on which money moved. */
const latest = (publishedAt: Date, changedAt: Date | null, payments: readonly AwardPayment[]): Date =>
  new Date(
    Math.max(publishedAt.getTime(), changedAt?.getTime() ?? 0, ...payments.map(({ on }) => new Date(on).getTime())),
  )
