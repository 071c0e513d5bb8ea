import type { Actor } from '../../../core/permissions/index.ts'
import { type Candidate, type ProposedItem, proposeShortlist } from '../../../core/shortlist/index.ts'
import type { Services } from '../../../platform/services.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import { reviewsOf, type ScoredReview } from '../scoring/reviews.store.ts'
import { keptFrom } from '../shortlisting/keep-apart.ts'
import { type Proposing, readProposal } from '../shortlisting/read-proposal.ts'
import { latestUnderstanding } from '../understanding/understanding.store.ts'
import { type ExtraProblem, freeForExtra, whyNoExtra } from './ask-extra.ts'
import { type MeetingOrder, meetingOrder } from './meeting-order.ts'
import {
  type AcceptedAssessor,
  assessorNames,
  type Extra,
  extrasOf,
  type Moderation,
  moderationsOf,
  type Note,
  notesOf,
  type SetAside,
  setAsidesOf,
} from './moderation.store.ts'
import { candidatesAsGiven, queueOf } from './read-queue.ts'

/** One review as the meeting reads it: what was given, and every version since. */
export type MeetingReview = ScoredReview & {
  readonly assessor: string
  readonly moderations: readonly Moderation[]
  readonly setAsides: readonly SetAside[]
}

/** Everything about one application that the meeting needs, side by side. */
export type Meeting = {
  readonly proposing: Proposing
  readonly item: ProposedItem
  /** Its rank by the scores as assessors gave them, null for none; undefined where nothing was moderated. */
  readonly rankAsGiven: number | null | undefined
  readonly lead: string
  readonly reviews: readonly MeetingReview[]
  readonly notes: readonly Note[]
  readonly extras: readonly Extra[]
  readonly noExtra: ExtraProblem | undefined
  readonly free: readonly AcceptedAssessor[]
  readonly frozen: boolean
  readonly order: MeetingOrder
  /** Whether there is a picture of its scores to look at. */
  readonly pictured: boolean
}

/** @returns undefined where there is nothing for this person to moderate; `shut` before scoring has closed */
export async function readMeeting(
  services: Services,
  round: RoundInFund,
  actor: Actor,
  reference: string,
): Promise<Meeting | 'shut' | undefined> {
  const { db } = services
  const { closedAt, frozenAt } = await assessmentOf(db, round.id)
  const proposing = closedAt === null ? undefined : await readProposal(db, services, round)
  if (proposing === undefined) return 'shut'
  const item = proposing.proposal.items.find((each) => each.reference === reference)
  const application = item && proposing.applications.get(item.id)
  if (item === undefined || application === undefined) return undefined
  const kept = await keptFrom(db, round, proposing.rules, actor)
  if (kept.has(item.id)) return undefined
  const names = await assessorNames(db, round.id)
  const moderations = await moderationsOf(db, round.id)
  const setAsides = await setAsidesOf(db, round.id)
  const reviews = (await reviewsOf(db, round.id)).filter(
    ({ applicationId, state }) => applicationId === item.id && state === 'submitted',
  )
  const extras = await extrasOf(db, round.id)
  const notes = await notesOf(db, round.id)
  const settled = new Map(notes.map((note) => [note.applicationId, note.settled]))
  const asGiven = await candidatesAsGiven(services, round, proposing)
  const queue = queueOf(services, proposing, asGiven)
    .map(({ id }) => id)
    .filter((id) => !kept.has(id))
  const noExtra = whyNoExtra(proposing, item.id, extras)
  return {
    proposing,
    item,
    rankAsGiven: moderations.length === 0 ? undefined : rankBy(services, proposing, asGiven, item.id),
    lead: application.leadName,
    reviews: reviews.map((review) => ({
      ...review,
      assessor: names.get(review.personId) ?? '',
      moderations: moderations.filter(({ reviewId }) => reviewId === review.reviewId),
      setAsides: setAsides.filter(({ reviewId }) => reviewId === review.reviewId),
    })),
    notes: notes.filter(({ applicationId }) => applicationId === item.id),
    extras: extras.filter(({ applicationId }) => applicationId === item.id),
    noExtra,
    free: noExtra === undefined && frozenAt === null ? await freeForExtra(db, round, proposing.rules, item.id) : [],
    frozen: frozenAt !== null,
    order: meetingOrder(queue, new Set(queue.filter((id) => settled.get(id) === true)), item.id),
    pictured: reviews.length > 0 && (await latestUnderstanding(db, round.id, ['done'])) !== undefined,
  }
}

/** The rank that the sealed rules would give an application for other points. */
const rankBy = (
  { sha256 }: Pick<Services, 'sha256'>,
  { given }: Proposing,
  candidates: readonly Candidate[],
  id: string,
): number | null =>
  proposeShortlist({ ...given, candidates }, sha256).items.find((each) => each.id === id)?.rank ?? null
