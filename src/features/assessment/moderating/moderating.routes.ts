import { notFound } from '../../../core/errors.ts'
import { may } from '../../../core/permissions/index.ts'
import type { ShortlistDocument } from '../../../core/shortlist/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { pageOfList } from '../../../platform/http/page-of-list.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { manageApplicationPath } from '../../applications/index.ts'
import { findRound, type RoundInFund } from '../../funds/index.ts'
import { gonePage } from '../pages/gone.ts'
import { roundPathOf } from '../round-path.routes.ts'
import { shortlistOf } from '../shortlisting/shortlist.store.ts'
import { frozenMeanwhile } from '../shortlisting/shortlisting.messages.ts'
import { askExtra } from './ask-extra.ts'
import { asidePlace, type ModerationTyped, meetingModel, placeOf, queueModel } from './describe-moderation.messages.ts'
import { moderateScore, setAsideReview } from './moderate-score.ts'
import { type AnyModerationProblem, moderationProblemText } from './moderating.messages.ts'
import { meetingPath, moderationPath } from './moderating.paths.ts'
import { meetingPage } from './pages/meeting.ts'
import { queuePage } from './pages/queue.ts'
import { readMeeting } from './read-meeting.ts'
import { readQueue } from './read-queue.ts'
import { settleApplication } from './settle-application.ts'

const managed = '/manage/funds/:fund/:round/assessment/moderation'
const one = `${managed}/:reference`

/** What the moderation meeting looks at, and what it does. */
export const moderatingRoutes = (services: Services): Route[] => [
  get(managed, 'assessment:read', async (ask) => {
    const round = await findRound(services.db, ask.actor, 'assessment:read', roundPathOf(ask))
    const read = await readQueue(services, round, ask.actor)
    const path = moderationPath(round.fund.slug, round.slug)
    const model = queueModel(round, read, {
      may: may(ask.actor, 'assessment:moderate', round.fundId),
      paged: (name, total) => pageOfList(ask.query, { total, path, name }),
    })
    return show(queuePage(model))
  }),
  get(one, 'assessment:moderate', async (ask) => await showMeeting(services, ask, [], '')),
  post(`${one}/scores`, 'assessment:moderate', 'score.moderated', async (ask) => {
    const typed = typedIn(ask)
    const { review: reviewId, criterion: criterionId, points, reason, seen } = typed
    const result = await moderateScore(services, { ...toModerate(ask), reviewId, criterionId, points, reason, seen })
    if (!result.ok) return await showMeeting(services, ask, result.problems, placeOf(reviewId, criterionId))
    return seeOther(here(ask), { flash: 'The moderated score is saved beside the one that was given.' })
  }),
  post(`${one}/set-aside`, 'assessment:moderate', 'review.set-aside or review.counted-again', async (ask) => {
    const { review: reviewId, reason, seen } = typedIn(ask)
    const setAside = ask.form.line('aside') === 'yes'
    const result = await setAsideReview(services, { ...toModerate(ask), reviewId, setAside, reason, seen })
    if (!result.ok) return await showMeeting(services, ask, result.problems, asidePlace(reviewId))
    return seeOther(here(ask), { flash: setAside ? 'The review is set aside.' : 'The review counts again.' })
  }),
  post(`${one}/settle`, 'assessment:moderate', 'moderation.noted', async (ask) => {
    const { settled, note } = typedIn(ask)
    const result = await settleApplication(services, { ...toModerate(ask), settled, note })
    if (!result.ok) return await showMeeting(services, ask, result.problems, '')
    const flash = `The note on ${param(ask, 'reference')} is saved.`
    return seeOther(await afterNote(services, ask), { flash })
  }),
  post(`${one}/extra`, 'assessment:moderate', 'assignment.extra-asked', async (ask) => {
    const result = await askExtra(services, { ...toModerate(ask), personId: ask.form.line('person') })
    if (!result.ok) return await showMeeting(services, ask, result.problems, '')
    return seeOther(here(ask), { flash: `${result.value} is asked for one more opinion.` })
  }),
]

/** Where the meeting goes on after a note: to the next that is not settled where that was asked for, or back to the queue. */
async function afterNote(services: Services, ask: Ask): Promise<string> {
  const round = await findRound(services.db, ask.actor, 'assessment:moderate', roundPathOf(ask))
  const { fund, slug } = round
  const queue = moderationPath(fund.slug, slug)
  if (ask.form.line('after') !== 'next') return queue
  const meeting = await readMeeting(services, round, ask.actor, param(ask, 'reference'))
  if (meeting === undefined || meeting === 'shut' || meeting.order.next === null) return queue
  const next = meeting.proposing.applications.get(meeting.order.next)
  return next === undefined ? queue : meetingPath(fund.slug, slug, next.reference)
}

/** The score that an address names: of a review, for a criterion. */
function scoreIn(ask: Ask): { readonly review: string; readonly criterion: string } | undefined {
  const [review = '', ...criterion] = (ask.query.get('score') ?? '').split('.')
  return review === '' ? undefined : { review, criterion: criterion.join('.') }
}

const toModerate = (ask: Ask) => ({
  actor: ask.actor,
  path: roundPathOf(ask),
  reference: param(ask, 'reference'),
  at: ask.receivedAt,
})

const here = (ask: Ask): string => meetingPath(param(ask, 'fund'), param(ask, 'round'), param(ask, 'reference'))

const typedIn = ({ form }: Ask): ModerationTyped => ({
  review: form.line('review'),
  criterion: form.line('criterion'),
  points: form.line('points'),
  reason: form.text('reason'),
  seen: form.line('seen'),
  note: form.text('note'),
  settled: form.line('settled'),
})

async function showMeeting(
  services: Services,
  ask: Ask,
  problems: readonly AnyModerationProblem[],
  place: string,
): Promise<Answer> {
  const round = await findRound(services.db, ask.actor, 'assessment:moderate', roundPathOf(ask))
  const reference = param(ask, 'reference')
  const meeting = await readMeeting(services, round, ask.actor, reference)
  const { fund, slug } = round
  if (meeting === 'shut') return seeOther(moderationPath(fund.slug, slug))
  if (meeting === undefined) throw notFound('application')
  const again = problems.length > 0
  if (again && meeting.frozen) return await showFrozen(services, ask, round)
  const reads = may(ask.actor, 'application:list', round.fundId) && meeting.lead !== ''
  const page = meetingPage(
    meetingModel(round, meeting, {
      csrf: ask.csrf,
      errors: problems.map((problem) => moderationProblemText(problem, place)),
      typed: again ? { ...typedIn(ask), ...seenNow(problems) } : undefined,
      score: again ? typedIn(ask) : scoreIn(ask),
      answersHref: reads ? manageApplicationPath(fund.slug, slug, reference) : undefined,
    }),
  )
  const meanwhile = problems.some((problem) => 'number' in problem)
  return show(page, { status: meanwhile ? 409 : again ? 400 : 200 })
}

/** What was typed while somebody froze the shortlist, with what they froze. */
async function showFrozen(services: Services, ask: Ask, round: RoundInFund): Promise<Answer> {
  const { points, reason, note } = typedIn(ask)
  const typed = [
    { label: 'Moderated score', value: points },
    { label: 'Reason', value: reason },
    { label: 'Note of the meeting', value: note },
  ]
  const shortlist = await shortlistOf(services.db, round.id)
  if (shortlist === undefined) throw notFound('shortlist')
  return show(
    gonePage({
      ...frozenMeanwhile(JSON.parse(shortlist.document) as ShortlistDocument),
      caption: param(ask, 'reference'),
      illustrative: round.illustrative,
      back: { href: here(ask), text: 'Moderation' },
      typed: typed.filter(({ value }) => value.trim() !== ''),
    }),
    { status: 409 },
  )
}

/** Whoever was told what another did has seen it: what they send next is decided upon that. */
const seenNow = (problems: readonly AnyModerationProblem[]): { readonly seen?: string } =>
  problems.reduce((seen, problem) => ('number' in problem ? { seen: String(problem.number) } : seen), {})
