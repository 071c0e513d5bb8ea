import type { AssessmentTimes } from '../../../core/assessment/index.ts'
import type { RoundInFund } from '../../../core/rounds/round.ts'
import { type AssessmentRules, tieBreakWords } from '../../../core/rules/index.ts'
import {
  type BandOfList,
  bands,
  clearShare,
  countsOf,
  type ListedApplication,
  type ProposedItem,
} from '../../../core/shortlist/index.ts'
import { capital } from '../../../core/text/capital.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { PageFinder } from '../../../ui/patterns/index.ts'
import { assessmentCrumbs } from '../list-crumbs.ts'
import type { Step } from '../pages/assessment.ts'
import { understandingPath } from '../understanding/understanding.paths.ts'
import type { ShortlistModel, ShortlistRow } from './pages/shortlist.ts'
import type { Proposing } from './read-proposal.ts'
import type { ReadShortlist } from './read-shortlist.ts'
import type { Choice } from './shortlist.store.ts'
import { bandWords, chanceText, figure, methodWords, missedText, ruleText, tellText } from './shortlisting.messages.ts'
import {
  comparePath,
  decisionPath,
  drawPath,
  freezePath,
  publicShortlistPath,
  shortlistJsonPath,
  shortlistPath,
} from './shortlisting.paths.ts'

const colours: Readonly<Record<BandOfList, string>> = {
  'clear-in': 'govuk-tag--green',
  'near-tie': 'govuk-tag--yellow',
  'clear-out': 'govuk-tag--grey',
  'below-threshold': 'govuk-tag--grey',
  unscored: 'govuk-tag--grey',
}

const orNone = (value: number | null, words: (value: number) => string): string => (value === null ? '–' : words(value))

type Item = Omit<ProposedItem, 'id'>
type Under = Pick<AssessmentRules, 'criteria' | 'tieBreaks'>

/** The step of the order of ties that put one before the next, where the scores cannot tell. */
function tieText({ band, decidedBy }: Item, { tieBreaks, criteria }: Under): string {
  const step = decidedBy === null ? undefined : tieBreaks[decidedBy - 1]
  return step === undefined || band !== 'near-tie'
    ? ''
    : `Before the next by step ${decidedBy}: ${tieBreakWords(step, criteria)}`
}

/** Why the scores cannot tell of one that its chance alone would put clearly in or out. */
function apartText({ band, probabilityIn }: Item): string {
  if (band !== 'near-tie' || probabilityIn === null) return ''
  if (probabilityIn >= clearShare) return 'Its chance says in, and its rank does not'
  return probabilityIn <= 1 - clearShare ? 'Its chance says out, and its rank does not' : ''
}

/** Below a threshold nobody is shortlisted, however likely the scores alone make it. */
const chanceOf = ({ band, probabilityIn }: Item): number | null => (band === 'below-threshold' ? null : probabilityIn)

const rowOf = (
  item: Item,
  rules: Under,
): Omit<ShortlistRow, 'lead' | 'href' | 'kept' | 'shortlisted' | 'departure'> => ({
  reference: item.reference,
  rank: orNone(item.rank, String),
  mean: orNone(item.mean, figure),
  estimate: orNone(item.estimate, figure),
  chance: orNone(chanceOf(item), chanceText),
  band: bandWords[item.band],
  bandColour: colours[item.band],
  missed: item.missed.map((missed) => missedText(missed, rules.criteria)),
  proposed: item.proposed,
  tie: tieText(item, rules),
  apart: apartText(item),
})

/** How many are ranked: those that reach every threshold. */
const rankedCount = (items: readonly Pick<ProposedItem, 'rank'>[]): number =>
  items.filter(({ rank }) => rank !== null).length

/** @param asGiven the rank by the scores as assessors gave them; null: none. Undefined is not spoken of */
function rankText({ rank }: Item, of: number, asGiven: number | null | undefined): string {
  const now = rank === null ? 'None' : `${rank} of ${of}`
  if (asGiven === undefined || asGiven === rank) return now
  return asGiven === null
    ? `${now}. By the scores as they were given it was below a threshold`
    : `${now}. By the scores as they were given it was ${asGiven}`
}

/** What is said of one application where somebody decides on it. Ranks are of the scores as they count now. */
export const factsOf = (
  item: ProposedItem,
  { rules, proposal, statistics }: Pick<Proposing, 'rules' | 'proposal' | 'statistics'>,
  rankAsGiven?: number | null,
): readonly { readonly name: string; readonly value: string }[] => {
  const row = rowOf(item, rules)
  const chance = statistics === 'outdated' ? `${row.chance}, worked out before scores last changed` : row.chance
  return [
    { name: 'Proposed', value: item.proposed ? 'Yes' : 'No' },
    { name: 'Band', value: [row.band, ...row.missed].join('. ') },
    { name: 'Rank', value: rankText(item, rankedCount(proposal.items), rankAsGiven) },
    { name: 'Mean of 100', value: row.mean },
    ...(chanceOf(item) === null ? [] : [{ name: 'Chance to be among the best', value: chance }]),
    ...(row.apart === '' ? [] : [{ name: 'Why it is too close to tell', value: row.apart }]),
    ...(row.tie === '' ? [] : [{ name: 'Tie', value: row.tie }]),
  ]
}

/** What ranks, and what ranks are of. */
export function rankWords(
  items: readonly Pick<ProposedItem, 'rank'>[],
  { calibration }: Pick<AssessmentRules, 'calibration'>,
): string {
  const ranked = rankedCount(items)
  if (ranked === 0) return 'No application reaches every threshold, so none has a rank.'
  const among =
    ranked === 1
      ? 'One application reaches every threshold and has a rank.'
      : `Ranks are among the ${ranked} applications that reach every threshold.`
  return calibration.use === 'ranks'
    ? `${among} Estimates that allow for strict and lenient assessors rank; the plain weighted mean stands beside them.`
    : `${among} The plain weighted mean of the scores as they count now ranks, unrounded.`
}

/** How many the sealed rules propose, and how many there are once people departed from that. */
export function proposedWords(rows: readonly Pick<ShortlistRow, 'proposed' | 'shortlisted'>[], size: number): string {
  const count = (of: (row: (typeof rows)[number]) => boolean): number => rows.filter(of).length
  const proposed = count((row) => row.proposed)
  const out = count((row) => row.proposed && !row.shortlisted)
  const taken = count((row) => !row.proposed && row.shortlisted)
  const room = proposed < size ? `, and there is room for ${size}` : ''
  const propose = `The sealed rules propose ${proposed}${room}.`
  const now = proposed - out + taken
  const makes = now === 1 ? 'which makes 1.' : `which makes ${now}.`
  if (out + taken === 0) return `${propose} No decision departs from that.`
  if (taken === 0) return `${propose} People left ${out} of them out, ${makes}`
  return out === 0
    ? `${propose} People took ${taken} more, ${makes}`
    : `${propose} People left ${out} of them out and took ${taken} in their place, ${makes}`
}

/** Parts of a shortlist that can be shown by themselves. */
export const shortlistParts = ['shortlisted', 'near-tie', 'departures'] as const
export type ShortlistPart = (typeof shortlistParts)[number]

const parts: Readonly<Record<ShortlistPart, { readonly words: string; readonly has: (row: ShortlistRow) => boolean }>> =
  {
    shortlisted: { words: 'on the shortlist', has: ({ shortlisted }) => shortlisted },
    'near-tie': { words: bandWords['near-tie'].toLowerCase(), has: ({ band }) => band === bandWords['near-tie'] },
    departures: { words: 'departures', has: ({ proposed, shortlisted }) => proposed !== shortlisted },
  }

/** What of the list is asked for. */
type Asked = {
  readonly part: ShortlistPart | undefined
  /** The page to show of so many rows. */
  readonly paged: PageFinder<'list'>
  /** An address that leads back to the same part of the list. */
  readonly listed: (path: string) => string
}

/** The rows that are shown, with the way to the others. */
function listShown(all: readonly ShortlistRow[], path: string, { part, paged, listed }: Asked) {
  const rows = part === undefined ? all : all.filter(parts[part].has)
  const pages = paged('list', rows.length)
  const shown = rows.slice(pages.from, pages.to)
  const one = (of: ShortlistPart) => {
    const count = all.filter(parts[of].has).length
    return { text: `${parts[of].words} (${count})`, href: of === part ? undefined : `${path}?show=${of}#list` }
  }
  const everything = { text: `all (${all.length})`, href: part === undefined ? undefined : `${path}#list` }
  return {
    rows: shown.map((row) => (row.href === undefined ? row : { ...row, href: listed(row.href) })),
    pages,
    shows: all.length === 0 ? [] : [everything, ...shortlistParts.map(one)],
  }
}

/** The page of the shortlist, whatever its state. */
export function shortlistModel(round: RoundInFund, read: ReadShortlist, asked: Asked): ShortlistModel {
  const frame = {
    caption: round.name,
    illustrative: round.illustrative,
    breadcrumbs: assessmentCrumbs(round),
    errors: [],
  }
  if (read.state === 'still-scoring' || read.state === 'rules-not-sealed') {
    const waits =
      read.state === 'still-scoring'
        ? 'A shortlist is proposed once scoring has closed.'
        : 'The rules of the round are not sealed, so nothing can be proposed.'
    const empty = { counts: [], proposed: '', ranks: '', method: '', hasEstimates: false, toDo: [] }
    return { ...frame, ...empty, ...listShown([], '', asked), waits, freezeHref: undefined, frozen: undefined }
  }
  const { rows, ...shown } = read.state === 'frozen' ? frozenModel(round, read) : proposedModel(round, read)
  const path = shortlistPath(round.fund.slug, round.slug)
  return { ...frame, waits: '', ...shown, ...listShown(rows, path, asked) }
}

type Shown = Omit<ShortlistModel, 'caption' | 'illustrative' | 'breadcrumbs' | 'errors' | 'waits' | 'pages' | 'shows'>

function frozenModel(
  { fund, slug }: RoundInFund,
  { shortlist, document, stand }: Extract<ReadShortlist, { state: 'frozen' }>,
): Shown {
  const { applications, method } = document
  const counts = countsOf(document)
  const { rules } = document.case
  return {
    counts: [
      { value: counts.shortlisted, label: 'on the shortlist' },
      { value: applications.length, label: 'scored' },
      { value: counts.departures, label: counts.departures === 1 ? 'departure' : 'departures' },
    ],
    proposed: proposedWords(applications, document.case.size),
    ranks: rankWords(applications, rules),
    method: methodWords[method],
    hasEstimates: applications.some(({ estimate }) => estimate !== null),
    rows: applications.map((item: ListedApplication) => ({
      ...rowOf(item, rules),
      lead: item.lead,
      href: undefined,
      kept: false,
      shortlisted: item.shortlisted,
      departure:
        item.departure === null
          ? ''
          : departureText(item.departure.rule, item.departure.reason, item.departure.decidedBy),
    })),
    toDo: [],
    freezeHref: undefined,
    frozen: {
      sha256: shortlist.sha256,
      when: `at ${ukTimeWithZone(shortlist.frozenAt)} by ${document.frozenBy}`,
      tell: tellText(shortlist.tellAt, shortlist.toldAt, stand.missing),
      refused: shortlist.toldAt === null ? stand.refused : [],
      fundSlug: fund.slug,
      jsonHref: shortlistJsonPath(fund.slug, slug),
      publicHref: publicShortlistPath(fund.slug, slug),
    },
  }
}

export const departureText = (rule: string, reason: string, by: string): string =>
  `${ruleText(rule)}: ${reason}${by === '' ? '' : ` (${by})`}`

const statisticsToDo: Readonly<Record<Proposing['statistics'], string>> = {
  current: '',
  'not-wanted': '',
  missing: 'Work out the statistics, so that the bands allow for strict and lenient assessors',
  outdated: 'Work out the statistics again: scores have changed since',
}

function proposedModel(round: RoundInFund, read: Extract<ReadShortlist, { state: 'proposed' }>): Shown {
  const { proposing, choices, outdated, kept, decides, freezes } = read
  const { proposal, rules, applications } = proposing
  const { fund, slug } = round
  const byId = new Map(choices.map((choice) => [choice.applicationId, choice]))
  const shortlistedNow = ({ id, proposed }: ProposedItem): boolean => byId.get(id)?.chosen ?? proposed
  return {
    counts: [
      { value: proposal.items.filter(shortlistedNow).length, label: 'on the shortlist so far' },
      { value: proposal.items.filter(({ band }) => band === 'clear-in').length, label: 'clear in' },
      { value: proposal.items.filter(({ band }) => band === 'near-tie').length, label: 'too close to tell' },
      { value: proposal.items.length, label: 'scored' },
    ],
    proposed: proposedWords(
      proposal.items.map((item) => ({ proposed: item.proposed, shortlisted: shortlistedNow(item) })),
      proposal.size,
    ),
    ranks: rankWords(proposal.items, rules),
    method: methodWords[proposal.method],
    hasEstimates: proposal.items.some(({ estimate }) => estimate !== null),
    rows: proposal.items.map((item) => {
      const choice = byId.get(item.id)
      const departs = choice !== undefined && choice.proposed !== choice.chosen
      return {
        ...rowOf(item, rules),
        lead: applications.get(item.id)?.leadName ?? '',
        href: decides && !kept.has(item.id) ? decisionPath(fund.slug, slug, item.reference) : undefined,
        kept: decides && kept.has(item.id),
        shortlisted: shortlistedNow(item),
        departure: departs ? departureText(choice.rule, choice.reason, choice.decidedByName ?? '') : '',
      }
    }),
    toDo: [
      ...(statisticsToDo[proposing.statistics] === ''
        ? []
        : [{ text: statisticsToDo[proposing.statistics], href: understandingPath(fund.slug, slug) }]),
      ...(proposal.waitsFor.includes('pairwise')
        ? [{ text: 'Compare applications that the scores cannot tell apart', href: comparePath(fund.slug, slug) }]
        : []),
      ...(proposal.waitsFor.includes('draw')
        ? [{ text: 'Enter the public value of the draw', href: drawPath(fund.slug, slug) }]
        : []),
      ...outdated.map((reference) => ({
        text: `Look again at ${reference}: what is proposed has changed since it was decided`,
        href: decisionPath(fund.slug, slug, reference),
      })),
    ],
    freezeHref: freezes ? freezePath(fund.slug, slug) : undefined,
    frozen: undefined,
  }
}

/** What is about to be frozen, in numbers and departures. */
export function freezeFacts({ proposal, applications }: Proposing, choices: readonly Choice[]) {
  const items = new Map(proposal.items.map((item) => [item.id, item]))
  const byId = new Map(choices.map((choice) => [choice.applicationId, choice]))
  const departures = choices.filter(({ proposed, chosen }) => proposed !== chosen)
  const rows = proposal.items.map(({ id, proposed }) => ({ proposed, shortlisted: byId.get(id)?.chosen ?? proposed }))
  return {
    proposed: proposedWords(rows, proposal.size),
    counts: [
      { value: rows.filter(({ shortlisted }) => shortlisted).length, label: 'on the shortlist' },
      { value: proposal.items.length, label: 'scored' },
      { value: departures.length, label: departures.length === 1 ? 'departure' : 'departures' },
    ],
    departures: departures.map(({ applicationId, chosen, rule, reason, decidedByName }) => ({
      reference: items.get(applicationId)?.reference ?? '',
      lead: applications.get(applicationId)?.leadName ?? '',
      what: chosen ? 'Taken, not proposed' : 'Left out, though proposed',
      rule: ruleText(rule),
      reason,
      by: decidedByName ?? '',
    })),
  }
}

/** The head and the rows of what is published of the order. Those that are not on the shortlist stand under pseudonyms. */
export function publishedOrder(
  applications: readonly ListedApplication[],
  publicRanking: AssessmentRules['visibility']['publicRanking'],
): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } | undefined {
  if (publicRanking === 'nothing') return undefined
  if (publicRanking === 'bands') return publishedBands(applications)
  let others = 0
  const named = applications.map((item) => {
    if (item.shortlisted) return item.lead
    others += 1
    return `Applicant ${others}`
  })
  return {
    head: ['Rank', 'Applicant', 'Band', 'Mean of 100', 'Shortlist'],
    rows: applications.map((item, at) => [
      orNone(item.rank, String),
      named[at] ?? '',
      bandWords[item.band],
      orNone(item.mean, figure),
      item.shortlisted ? 'Yes' : 'No',
    ]),
  }
}

/** Within a band nothing shows who stands before whom. */
function publishedBands(applications: readonly ListedApplication[]) {
  const rows = bands.map((band) => {
    const of = applications.filter((item) => item.band === band)
    const named = of.filter(({ shortlisted }) => shortlisted).map(({ lead }) => lead)
    const sorted = named.sort((one, other) => one.localeCompare(other, 'en-GB'))
    return [bandWords[band], sorted.join(', '), String(of.length - named.length)]
  })
  return {
    head: ['Band', 'On the shortlist', 'Not on it'],
    rows: rows.filter(([, named, others]) => named !== '' || others !== '0'),
  }
}

export const orderWords: Readonly<Record<AssessmentRules['visibility']['publicRanking'], string>> = {
  bands:
    'The rules publish bands, and no order within them. Applicants that are not on the shortlist are counted, and not named.',
  full: 'The rules publish the order in full. Applicants that are not on the shortlist stand under pseudonyms.',
  nothing: 'The rules do not publish the order.',
}

/** A departure as the public reads it: the name of one that is on the shortlist, and of no other. */
export const publicDeparture = ({ lead, shortlisted, departure }: ListedApplication): string =>
  `${shortlisted ? `${lead} is on the shortlist, though not proposed` : 'An applicant was left out, though proposed'}. ${capital(
    ruleText(departure?.rule ?? ''),
  )}${shortlisted ? `: ${departure?.reason ?? ''}` : ''}`

/** The shortlist as a step of the work, with where it stands. */
export const shortlistStep = ({ fund, slug }: RoundInFund, times: AssessmentTimes): Step => ({
  text: 'Decide on the shortlist',
  href: shortlistPath(fund.slug, slug),
  standing: times.frozenAt !== null ? 'Frozen' : times.closedAt === null ? 'After scoring' : 'Ready',
})
