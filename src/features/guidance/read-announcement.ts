import { contentHash } from '../../core/canonical/index.ts'
import { quoteDocument } from '../../core/rounds/approval.ts'
import { isoDay, relativeDay } from '../../core/time/day.ts'
import { ukDate, ukTimeWithZone } from '../../core/time/uk-time.ts'
import type { Services } from '../../platform/services.ts'
import type { FactSource, Phase, RoundInFund } from '../funds/index.ts'
import type { ReadableRound } from './find-round.ts'
import { resultsPath, startPath, subscribePath } from './guidance.paths.ts'
import { publishedPages } from './pages.store.ts'
import {
  awardFact,
  type Fact,
  type FundNumber,
  funderNames,
  fundNumbers,
  hoursFacts,
  oddsFacts,
  timetableFacts,
  whoMayLeadFact,
} from './round-facts.ts'
import { frameOf, type RoundFrame } from './round-frame.ts'
import { type Update, updatesOfPage } from './round-updates.ts'
import { roundsWithResults } from './told-results.store.ts'
import { approvedQuotes, roundChanges } from './updates.store.ts'

/** What a funder says, and who says it for it. */
export type Quote = {
  readonly words: string
  readonly speaker: string
  readonly organisation: string
  readonly sourceHref: string
}

/** Where a round stands and what can be done about it. */
export type Standing = {
  readonly phase: Phase
  readonly heading: string
  readonly detail: string
  readonly startHref: string | undefined
  readonly tellMeHref: string | undefined
  /** Undefined before results are published. */
  readonly resultsHref: string | undefined
}

/** The announcement of a round: its front page. `updatedOn` is undefined until something has changed. */
export type Announcement = {
  readonly frame: RoundFrame
  readonly title: string
  readonly summary: string
  /** Markdown. */
  readonly body: string
  readonly from: string
  readonly publishedOn: string | undefined
  readonly updatedOn: string | undefined
  readonly standing: Standing
  readonly numbers: readonly FundNumber[]
  readonly quotes: readonly Quote[]
  /** Where the originals can be read, when no quote may be shown. */
  readonly sources: readonly FactSource[]
  readonly facts: readonly Fact[]
  readonly dates: readonly Fact[]
  readonly contactEmail: string
  readonly updates: readonly Update[]
}

/** The announcement as it stands now: four statements, whatever the number of versions. */
export async function readAnnouncement(
  services: Pick<Services, 'db' | 'sha256'>,
  readable: ReadableRound,
  now: Date,
): Promise<Announcement> {
  const { round, address, phase } = readable
  const { db } = services
  const { titles, page } = await publishedPages(db, round.id, 'announcement')
  const changes = await roundChanges(db, round.id)
  const told = (await roundsWithResults(db, [round.id])).has(round.id)
  const quotes = quotesOf(services, round, await approvedQuotes(db, round.fundId))
  const updates = updatesOfPage(address, 'announcement', page?.changes ?? [], changes)
  const publishedAt = page?.firstPublishedAt ?? round.publishedAt ?? undefined
  const updatedAt = updates[0]?.at
  return {
    frame: frameOf(readable, 'announcement', titles),
    title: page?.title ?? round.fund.name,
    summary: page?.summary ?? round.fund.summary,
    body: page?.body ?? '',
    from: funderNames(round),
    publishedOn: publishedAt && ukDate(publishedAt),
    updatedOn: updatedAt && publishedAt && updatedAt > publishedAt ? ukDate(updatedAt) : undefined,
    standing: {
      ...standingOf(round, phase, now, { apply: startPath(round, address), tellMe: subscribePath(address) }),
      resultsHref: told ? resultsPath(address) : undefined,
    },
    numbers: fundNumbers(round.fund),
    quotes,
    sources: quotes.length > 0 ? [] : round.fund.sources,
    facts: [whoMayLeadFact(round), ...hoursFacts(round, phase), ...oddsFacts(round, phase), awardFact(round.fund)],
    dates: timetableFacts(round, phase),
    contactEmail: round.contactEmail,
    updates,
  }
}

/** The quotes that may be shown: each funder has approved exactly what stands there now. */
export function quotesOf(
  { sha256 }: Pick<Services, 'sha256'>,
  { funders }: Pick<RoundInFund, 'funders'>,
  approved: readonly { readonly organisationId: string; readonly sha256: string }[],
): readonly Quote[] {
  return funders
    .filter((funder) => funder.quote !== '')
    .filter((funder) => {
      const hash = contentHash(quoteDocument(funder), sha256)
      return approved.some((each) => each.organisationId === funder.organisationId && each.sha256 === hash)
    })
    .map(({ quote, quoteSpeaker, organisationName, quoteSourceUrl }) => ({
      words: quote,
      speaker: quoteSpeaker,
      organisation: organisationName,
      sourceHref: quoteSourceUrl,
    }))
}

type Links = { readonly apply: string; readonly tellMe: string }

/** Where a round stands, for whoever thinks of applying. */
export function standingOf(
  {
    opensAt,
    deadlineAt,
    cancelledAt = null,
    cancelledReason = '',
  }: Pick<RoundInFund, 'opensAt' | 'deadlineAt'> & Partial<Pick<RoundInFund, 'cancelledAt' | 'cancelledReason'>>,
  phase: Phase,
  now: Date,
  links: Links,
): Omit<Standing, 'resultsHref'> {
  const deadline = deadlineAt === null ? 'a deadline to be announced' : ukTimeWithZone(deadlineAt)
  if (phase === 'open') {
    const left = deadlineAt === null ? '' : ` The deadline is ${relativeDay(isoDay(now), isoDay(deadlineAt))}.`
    return {
      phase,
      heading: `Apply by ${deadline}`,
      detail: `You need to sign in with your work email address. What you write is saved as you go.${left}`,
      startHref: links.apply,
      tellMeHref: undefined,
    }
  }
  if (phase === 'cancelled' && cancelledAt !== null) {
    return {
      phase,
      heading: `This round was cancelled at ${ukTimeWithZone(cancelledAt)}`,
      detail: `Nothing can be submitted to it. Reason: ${cancelledReason}`,
      startHref: undefined,
      tellMeHref: links.tellMe,
    }
  }
  if (phase === 'closed') {
    return {
      phase,
      heading: `This round closed at ${deadline}`,
      detail: 'No more applications can be submitted.',
      startHref: undefined,
      tellMeHref: undefined,
    }
  }
  return {
    phase,
    heading: opensAt === null ? 'Opening to be announced' : `Opens at ${ukTimeWithZone(opensAt)}`,
    detail: `You can read the guidance and the form now, and apply from then until ${deadline}.`,
    startHref: undefined,
    tellMeHref: links.tellMe,
  }
}
