import { type AssessmentTimes, weightedTotal } from '../../../core/assessment/index.ts'
import type { RoundInFund } from '../../../core/rounds/round.ts'
import {
  type AssessmentRules,
  type ConfidenceRules,
  type Criterion,
  confidenceWeight,
  confidenceWords,
} from '../../../core/rules/index.ts'
import type { ProposedItem, QueueReason, WideSpread } from '../../../core/shortlist/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import type { FieldText, PageFinder } from '../../../ui/patterns/index.ts'
import { assessmentCrumbs } from '../list-crumbs.ts'
import type { Step } from '../pages/assessment.ts'
import { factsOf, rankWords } from '../shortlisting/describe-shortlist.messages.ts'
import type { Proposing } from '../shortlisting/read-proposal.ts'
import { bandWords, figure } from '../shortlisting/shortlisting.messages.ts'
import { applicationScoresPath } from '../understanding/understanding.paths.ts'
import { extraWords, queueReasonWords } from './moderating.messages.ts'
import {
  askExtraPath,
  meetingPath,
  moderateScorePath,
  moderationPath,
  scoreToModeratePath,
  setAsidePath,
  settlePath,
} from './moderating.paths.ts'
import type { Extra, Moderation, Note, SetAside } from './moderation.store.ts'
import type { MeetingColumn, MeetingLink, MeetingModel, ModerateForm } from './pages/meeting.ts'
import type { QueueModel, QueueRow } from './pages/queue.ts'
import type { Meeting, MeetingReview } from './read-meeting.ts'
import type { ReadQueue } from './read-queue.ts'

type Shown = {
  readonly may: boolean
  /** The page to show of a list that has so many rows. */
  readonly paged: PageFinder<'queue' | 'near' | 'others'>
}

/** The queue, in words. */
export function queueModel(round: RoundInFund, read: ReadQueue, { may, paged }: Shown): QueueModel {
  const part = <Row>(list: 'queue' | 'near' | 'others', all: readonly Row[], rowOf: (row: Row) => QueueRow) => {
    const pages = paged(list, all.length)
    return { rows: all.slice(pages.from, pages.to).map(rowOf), pages }
  }
  const frame = { caption: round.name, illustrative: round.illustrative, breadcrumbs: assessmentCrumbs(round) }
  if (read.state === 'still-scoring' || read.state === 'rules-not-sealed') {
    const waits =
      read.state === 'still-scoring'
        ? 'Scores are blind until scoring has closed. Then the meeting has something to look at.'
        : 'The rules of the round are not sealed.'
    const none = part('queue', [], (row: QueueRow) => row)
    return { ...frame, waits, rules: '', ranks: '', counts: [], next: undefined, queue: none, near: none, others: none }
  }
  const { proposing, queue, near, notes } = read
  const { criteria, moderation } = proposing.rules
  const { spreadPoints, sampleEach } = moderation
  const rowOf = rowsWith(round, read, may)
  const queued = new Map(queue.map((each) => [each.id, each]))
  const items = proposing.proposal.items
  const inQueue = items.filter(({ id }) => queued.has(id))
  const itemOf = new Map(items.map((item) => [item.id, item]))
  const found = queue.flatMap(({ id, why, spread }) => {
    const item = itemOf.get(id)
    return item === undefined ? [] : [{ item, words: why.map((reason) => reasonText(reason, spread, criteria)) }]
  })
  const nearOnes = new Set(near)
  return {
    ...frame,
    waits: '',
    rules: `The sealed rules send every application to the meeting whose scores for one criterion are ${spreadPoints === 1 ? '1 point' : `${figure(spreadPoints)} points`} or more apart, and ${sampleEach} each of the borderline, the high and the low ones, drawn by the hash of the rules so that nobody chooses them.${read.state === 'frozen' ? ' The shortlist is frozen, so nothing can be moderated any more.' : ''}`,
    ranks: ranksOf(proposing),
    counts: [
      { value: found.length, label: 'for the meeting' },
      { value: inQueue.filter(({ id }) => notes.get(id)?.settled === true).length, label: 'of them settled' },
      { value: near.length, label: 'where one more assessor would matter' },
    ],
    next: read.state === 'frozen' ? undefined : nextOf(found.map(({ item }) => rowOf(item, []))),
    queue: part('queue', found, ({ item, words }) => rowOf(item, words)),
    near: part(
      'near',
      items.filter(({ id }) => nearOnes.has(id)),
      (item) => rowOf(item, [chance(item)]),
    ),
    others: part(
      'others',
      items.filter(({ id }) => !queued.has(id)),
      (item) => rowOf(item, []),
    ),
  }
}

/** What the ranks and bands of the lists are of. */
function ranksOf({ proposal, rules, statistics }: Proposing): string {
  const ranks = rankWords(proposal.items, rules)
  return statistics === 'outdated'
    ? `${ranks} Chances were worked out before scores last changed: bands may still move.`
    : ranks
}

/** The first that the reader may moderate and that is not settled. */
function nextOf(rows: readonly QueueRow[]): QueueModel['next'] {
  const found = rows.find(({ href, settled }) => href !== undefined && !settled)
  return found?.href === undefined
    ? undefined
    : { text: found.lead === '' ? found.reference : found.lead, href: found.href }
}

const chance = ({ probabilityIn }: ProposedItem): string =>
  probabilityIn === null ? 'Equal at the line' : `Chance to be among the best: ${Math.round(probabilityIn * 10)} in 10`

const reasonText = (reason: QueueReason, spread: readonly WideSpread[], criteria: readonly Criterion[]): string =>
  `${queueReasonWords[reason]}${reason === 'wide-spread' ? spreadText(spread, criteria) : ''}`

const spreadText = (spread: readonly WideSpread[], criteria: readonly Criterion[]): string =>
  `: ${spread.map(({ criterion, points }) => `${criteria.find(({ id }) => id === criterion)?.name ?? criterion} ${points === 1 ? '1 point' : `${figure(points)} points`}`).join(', ')}`

function rowsWith({ fund, slug }: RoundInFund, read: Extract<ReadQueue, { state: 'open' | 'frozen' }>, may: boolean) {
  const { proposing, kept, notes, extras } = read
  return (item: ProposedItem, why: readonly string[]): QueueRow => {
    const note = notes.get(item.id)
    const asked = extras.find(({ applicationId }) => applicationId === item.id)
    const standing = note === undefined ? 'To do' : note.settled ? 'Settled' : 'Comes back'
    return {
      reference: item.reference,
      lead: proposing.applications.get(item.id)?.leadName ?? '',
      href: may && !kept.has(item.id) ? meetingPath(fund.slug, slug, item.reference) : undefined,
      kept: may && kept.has(item.id),
      rank: item.rank === null ? '–' : String(item.rank),
      band: bandWords[item.band],
      why: asked === undefined ? why : [...why, extraText(asked)],
      standing,
      settled: note?.settled === true,
    }
  }
}

const extraText = ({ name, submitted }: Extra): string =>
  submitted ? `${name} has given one more opinion` : `${name} is asked for one more opinion`

const numberOf = (points: number | null): string => (points === null ? '–' : figure(points))

const byName = (name: string | null): string => name ?? 'the service'

const versionText = ({ points, reason, moderatedAt, moderatedByName }: Moderation): string =>
  `${points === null ? 'As given again' : `Moderated to ${figure(points)}`} by ${byName(moderatedByName)} at ${ukTime(moderatedAt)}: ${reason}`

const asideText = ({ setAside, reason, decidedAt, decidedByName }: SetAside): string =>
  `${setAside ? 'Set aside' : 'Counts again'}, ${byName(decidedByName)} at ${ukTime(decidedAt)}: ${reason}`

const noteText = ({ settled, note, notedAt, notedByName }: Note): string =>
  `${note} (${settled ? 'settled' : 'comes back'}, ${byName(notedByName)} at ${ukTime(notedAt)})`

const scopeWords = { yes: 'Yes', no: 'No', unsure: 'Unsure' } as const

const givenFor = (review: MeetingReview, criterionId: string): number | null =>
  review.scores.find((score) => score.criterionId === criterionId)?.points ?? null

const countsFor = (review: MeetingReview, criterionId: string): number | null =>
  review.moderations.findLast((each) => each.criterionId === criterionId)?.points ?? givenFor(review, criterionId)

/** How sure the assessor was, and what such scores count in estimates; undefined where nobody is asked. */
function confidenceText({ confidence }: MeetingReview, rules: ConfidenceRules | undefined): string | undefined {
  if (rules === undefined) return undefined
  if (confidence === null) return 'Not said'
  const percent = Math.round(confidenceWeight(confidence, rules) * 100)
  return percent === 100
    ? confidenceWords[confidence]
    : `${confidenceWords[confidence]}: counts ${percent}% in estimates`
}

function columnOf(
  review: MeetingReview,
  { criteria, calibration }: Pick<AssessmentRules, 'criteria' | 'calibration'>,
  hrefOf: (criterionId: string) => string | undefined,
): MeetingColumn {
  const points = new Map(
    criteria.flatMap(({ id }) => {
      const now = countsFor(review, id)
      return now === null ? [] : [[id, now] as const]
    }),
  )
  const total = weightedTotal(criteria, points)
  return {
    reviewId: review.reviewId,
    assessor: review.assessor,
    setAside: review.setAsides.at(-1)?.setAside === true,
    asideSeen: String(review.setAsides.at(-1)?.number ?? 0),
    confidence: confidenceText(review, calibration.confidence),
    scope: review.inScope === null ? '–' : scopeWords[review.inScope],
    total: numberOf(total),
    scores: criteria.map(({ id, name }) => ({
      criterion: name,
      given: numberOf(givenFor(review, id)),
      now: numberOf(countsFor(review, id)),
      comment: review.scores.find((score) => score.criterionId === id)?.comment ?? '',
      moderateHref: givenFor(review, id) === null ? undefined : hrefOf(id),
      versions: review.moderations.filter(({ criterionId }) => criterionId === id).map(versionText),
    })),
    history: review.setAsides.map(asideText),
  }
}

/** What was typed into the form that was sent, so that it comes back. */
export type ModerationTyped = {
  readonly review: string
  readonly criterion: string
  readonly points: string
  readonly reason: string
  /** The number of the version that the form was shown with. */
  readonly seen: string
  readonly note: string
  readonly settled: string
}

/** Where the fields of a form begin, so that a problem leads to the right one. */
export const placeOf = (reviewId: string, criterionId: string): string => `score-${reviewId}-${criterionId}-`
export const asidePlace = (reviewId: string): string => `aside-${reviewId}-`

function formsOf({ proposing, reviews }: Meeting, typed: ModerationTyped | undefined): readonly ModerateForm[] {
  return reviews.flatMap((review) =>
    proposing.rules.criteria.flatMap(({ id, name, bands }) => {
      const given = givenFor(review, id)
      if (given === null) return []
      const again = typed?.review === review.reviewId && typed.criterion === id ? typed : undefined
      const last = review.moderations.findLast(({ criterionId }) => criterionId === id)
      const moderated = last?.points ?? null
      return [
        {
          place: placeOf(review.reviewId, id),
          reviewId: review.reviewId,
          criterionId: id,
          label: `${review.assessor}: ${name}`,
          seen: again?.seen ?? String(last?.number ?? 0),
          choices: [
            { value: '', text: 'Select' },
            ...(moderated === null ? [] : [{ value: 'original', text: `${figure(given)}, as given` }]),
            ...bands.map((band) => ({ value: String(band.points), text: `${figure(band.points)}: ${band.name}` })),
          ],
          points: again?.points ?? '',
          reason: again?.reason ?? '',
        },
      ]
    }),
  )
}

function spreadOf(reviews: readonly MeetingReview[], criterionId: string): string {
  const given = reviews
    .filter(({ setAsides }) => setAsides.at(-1)?.setAside !== true)
    .flatMap((review) => countsFor(review, criterionId) ?? [])
  return given.length < 2 ? '–' : figure(Math.max(...given) - Math.min(...given))
}

/** The page of one application, in words. */
export function meetingModel(
  { fund, slug, illustrative, ...rest }: RoundInFund,
  meeting: Meeting,
  shown: {
    readonly csrf: string
    readonly errors: readonly FieldText[]
    readonly typed: ModerationTyped | undefined
    /** Which score is to be moderated: of a review, for a criterion. */
    readonly score: { readonly review: string; readonly criterion: string } | undefined
    readonly answersHref: string | undefined
  },
): MeetingModel {
  const { item, proposing, reviews, lead, frozen } = meeting
  const { criteria } = proposing.rules
  const path = [fund.slug, slug, item.reference] as const
  const { typed } = shown
  const crumbs = assessmentCrumbs({ fund, slug, illustrative, ...rest })
  return {
    reference: item.reference,
    lead,
    illustrative,
    breadcrumbs: [...crumbs, { text: 'Moderation', href: moderationPath(fund.slug, slug) }],
    facts: factsOf(item, proposing, meeting.rankAsGiven),
    answersHref: shown.answersHref,
    pictureHref: meeting.pictured ? applicationScoresPath(...path) : undefined,
    criteria: criteria.map(({ id, name }) => ({ name, spread: spreadOf(reviews, id) })),
    progress: progressOf(meeting, (reference) => meetingPath(fund.slug, slug, reference)),
    columns: reviews.map((review) =>
      columnOf(review, proposing.rules, (criterionId) =>
        frozen ? undefined : scoreToModeratePath(...path, { reviewId: review.reviewId, criterionId }),
      ),
    ),
    notes: meeting.notes.map(noteText),
    extra: {
      text: extraSentence(meeting),
      people: meeting.free.map(({ personId, name, load }) => ({ value: personId, text: `${name}, reads ${load}` })),
      action: askExtraPath(...path),
    },
    forms: frozen
      ? undefined
      : {
          score: formsOf(meeting, typed).find(
            ({ reviewId, criterionId }) => reviewId === shown.score?.review && criterionId === shown.score.criterion,
          ),
          scoresAction: moderateScorePath(...path),
          setAsideAction: setAsidePath(...path),
          setAside:
            typed?.criterion === '' ? { reviewId: typed.review, reason: typed.reason, seen: typed.seen } : undefined,
          settleAction: settlePath(...path),
          note: typed?.note ?? '',
          settled: typed?.settled ?? '',
        },
    errors: shown.errors,
    csrf: shown.csrf,
  }
}

/** How far the meeting is, and where it goes on. */
function progressOf({ order, proposing }: Meeting, hrefOf: (reference: string) => string): MeetingModel['progress'] {
  const to = (id: string | null): MeetingLink | undefined => {
    const of = id === null ? undefined : proposing.applications.get(id)
    return of && { text: of.leadName === '' ? of.reference : of.leadName, href: hrefOf(of.reference) }
  }
  const { at, of, settled } = order
  const place = at === null ? 'Not in the queue of the meeting' : `Number ${at} of ${of} for the meeting`
  return {
    words: `${place}. ${settled} of ${of} settled.`,
    before: to(order.before),
    after: to(order.after),
    next: to(order.next),
  }
}

function extraSentence({ extras, noExtra, free, item: { band, probabilityIn } }: Meeting): string {
  if (extras.length > 0) return `${extras.map(extraText).join('. ')}.`
  if (noExtra?.code === 'extra-not-near' && band === 'below-threshold')
    return 'One more assessor would matter little: it is below a threshold.'
  if (noExtra?.code === 'extra-not-near' && probabilityIn !== null) {
    if (probabilityIn > 0.2 && probabilityIn < 0.8)
      return 'One more assessor would matter little: it is not among those that are too close to tell.'
    // Rounded away from the middle, so that it never reads as if it lay within.
    const hundredths = probabilityIn < 0.5 ? Math.floor(probabilityIn * 100) : Math.ceil(probabilityIn * 100)
    return `One more assessor would matter little: the chance to be among the best is ${hundredths} in 100, and not between 20 and 80.`
  }
  if (noExtra !== undefined && noExtra.code in extraWords) return extraWords[noExtra.code as keyof typeof extraWords]
  return free.length === 0
    ? 'Every assessor has read it, or has a conflict with it.'
    : 'Nobody can say whether it is in or out: one more opinion would matter here. Scoring opens again for this application and that person alone.'
}

/** The meeting as a step of the work, with where it stands. */
export const moderationStep = ({ fund, slug }: RoundInFund, times: AssessmentTimes): Step => ({
  text: 'Moderate scores',
  href: moderationPath(fund.slug, slug),
  standing: times.frozenAt !== null ? 'Frozen' : times.closedAt === null ? 'After scoring' : 'Ready',
})
