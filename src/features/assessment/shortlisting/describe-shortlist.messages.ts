import type { AssessmentTimes } from '../../../core/assessment/index.ts'
import type { RoundInFund } from '../../../core/rounds/round.ts'
import { type AssessmentRules, tieBreakWords } from '../../../core/rules/index.ts'
import {
  type BandOfList,
  bands,
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
})

/** What is said of one application where somebody decides on it. */
export const factsOf = (
  item: ProposedItem,
  { rules }: Pick<Proposing, 'rules'>,
): readonly { readonly name: string; readonly value: string }[] => {
  const row = rowOf(item, rules)
  return [
    { name: 'Proposed', value: item.proposed ? 'Yes' : 'No' },
    { name: 'Band', value: [row.band, ...row.missed].join('. ') },
    { name: 'Rank', value: row.rank },
    { name: 'Mean of 100', value: row.mean },
    ...(chanceOf(item) === null ? [] : [{ name: 'Chance to be among the best', value: row.chance }]),
    ...(row.tie === '' ? [] : [{ name: 'Tie', value: row.tie }]),
  ]
}

const ranksText = (size: number, calibrated: boolean): string =>
  `${size} ${size === 1 ? 'is' : 'are'} shortlisted, as the sealed rules say. ${
    calibrated
      ? 'Estimates that allow for strict and lenient assessors rank; the plain weighted mean stands beside them.'
      : 'The plain weighted mean ranks, unrounded.'
  }`

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
    const empty = { counts: [], ranks: '', method: '', hasEstimates: false, toDo: [] }
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
    ranks: ranksText(document.case.size, rules.calibration.use === 'ranks'),
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
  const shortlisted = proposal.items.filter(({ id, proposed }) => byId.get(id)?.chosen ?? proposed).length
  return {
    counts: [
      { value: shortlisted, label: 'on the shortlist so far' },
      { value: proposal.items.filter(({ band }) => band === 'clear-in').length, label: 'clear in' },
      { value: proposal.items.filter(({ band }) => band === 'near-tie').length, label: 'too close to tell' },
      { value: proposal.items.length, label: 'scored' },
    ],
    ranks: ranksText(proposal.size, rules.calibration.use === 'ranks'),
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
        shortlisted: choice?.chosen ?? item.proposed,
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
  const shortlisted = proposal.items.filter(({ id, proposed }) => byId.get(id)?.chosen ?? proposed).length
  return {
    counts: [
      { value: shortlisted, label: 'on the shortlist' },
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
