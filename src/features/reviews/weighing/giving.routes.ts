import { notFound } from '../../../core/errors.ts'
import { numberWords } from '../../../core/forms/index.ts'
import type { ReviewCriterion } from '../../../core/reviews/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { type OpenedReview, openReview } from '../open-review.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import { describePairs } from './describe-pairs.ts'
import { giveScores } from './give-scores.ts'
import { giveWeights, type WeightsTyped } from './give-weights.ts'
import { ownScores, ownWeights } from './own.store.ts'
import { ownPairsPage } from './pages/pairs.ts'
import { ownScoresPage } from './pages/scores.ts'
import { ownWeightsPage } from './pages/weights.ts'
import { pairField, scoreProblemText, swingProblemText, weightsKeptWords } from './weighing.messages.ts'
import { ownScoresPath, ownWeightsPath, weighingPath } from './weighing.paths.ts'
import { lastRound, type WeighingRound } from './weighing.store.ts'

const one = '/reviews/:reference/weighing'

/** Where scorers give weights and scores of their own. */
export const givingRoutes = (services: Services): Route[] => [
  get(`${one}/weights`, 'review:work', async (ask) => await showWeights(services, ask, [])),
  post(`${one}/weights`, 'review:work', 'review.weights-given', async (ask) => {
    const reference = param(ask, 'reference')
    const round = Number(ask.form.line('round')) || 0
    const result = await giveWeights(services, ask.actor, {
      reference,
      round,
      typed: weightsIn(ask),
      at: ask.receivedAt,
    })
    const next = result.ok && result.value.method === 'pairs' ? ownWeightsPath(reference) : weighingPath(reference)
    return result.ok
      ? seeOther(next, { flash: weightsKeptWords(result.value) })
      : await showWeights(services, ask, result.problems)
  }),
  get(`${one}/scores/:criterion`, 'review:work', async (ask) => await showScores(services, ask, [])),
  post(`${one}/scores/:criterion`, 'review:work', 'review.scores-given', async (ask) => {
    const [reference, criterion] = [param(ask, 'reference'), param(ask, 'criterion')]
    const typed = {
      scores: Object.fromEntries(namedIn(ask, 'score-').map((id) => [id, ask.form.line(`score-${id}`)])),
      reason: ask.form.text(`reason-${criterion}`),
    }
    const result = await giveScores(services, ask.actor, { reference, criterion, typed, at: ask.receivedAt })
    return result.ok
      ? seeOther(result.value === null ? weighingPath(reference) : ownScoresPath(reference, result.value), {
          flash: 'Your scores are kept, sealed until all are revealed.',
        })
      : await showScores(services, ask, result.problems)
  }),
]

const namedIn = ({ form }: Ask, prefix: string): readonly string[] =>
  form.names().flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))

const weightIn = ({ form }: Ask, id: string) => ({
  points: form.line(`points-${id}`),
  reason: form.text(`reason-${id}`),
})

function weightsIn(ask: Ask): WeightsTyped {
  const ids = [...namedIn(ask, 'points-'), ...namedIn(ask, 'reason-')]
  return {
    each: Object.fromEntries(ids.map((id) => [id, weightIn(ask, id)])),
    pair: (one, other) => ask.form.line(pairField(one, other)),
  }
}

type Opened = OpenedReview & { readonly round: WeighingRound }

async function openRound({ db }: Services, ask: Ask): Promise<Opened> {
  const opened = await openReview(db, ask.actor, param(ask, 'reference'), 'score')
  const round = await lastRound(db, opened.review.id)
  if (round === undefined) throw notFound('weighing')
  return { ...opened, round }
}

const frameOf = ({ review }: Opened, ask: Ask) => ({
  illustrative: review.illustrative,
  breadcrumbs: [...reviewCrumbs(review), { text: 'Weights and scores', href: weighingPath(review.reference) }],
  csrf: ask.csrf,
})

async function showWeights(
  services: Services,
  ask: Ask,
  problems: readonly Parameters<typeof swingProblemText>[0][],
): Promise<Answer> {
  const opened = await openRound(services, ask)
  const { round, actor, review } = opened
  const mine = await ownWeights(services.db, { ...round, personId: actor.personId })
  const posted = problems.length > 0
  const titleOf = (id: string): string => titleIn(round.criteria, id)
  const page = {
    ...frameOf(opened, ask),
    errors: problems.map((problem) => swingProblemText(problem, round.method, titleOf)),
    round: round.round,
    asked: round.stage === 'weighting',
    action: ownWeightsPath(review.reference),
  }
  return show(
    round.method === 'pairs'
      ? ownPairsPage({ ...page, ...describePairs(round.criteria, mine, posted ? weightsIn(ask) : undefined) })
      : ownWeightsPage({
          ...page,
          percentages: round.method === 'percentage',
          criteria: round.criteria.map((criterion) => ({
            ...criterion,
            ...(posted
              ? weightIn(ask, criterion.id)
              : { points: wordsOf(mine?.points[criterion.id]), reason: mine?.reasons[criterion.id] ?? '' }),
          })),
        }),
    posted ? { status: 400 } : {},
  )
}

async function showScores(
  services: Services,
  ask: Ask,
  problems: readonly Parameters<typeof scoreProblemText>[0][],
): Promise<Answer> {
  const opened = await openRound(services, ask)
  const { round, actor, review } = opened
  const criterion = round.criteria.find(({ id }) => id === param(ask, 'criterion'))
  if (criterion === undefined || round.pass === 0) throw notFound('criterion')
  const all = await ownScores(services.db, { ...round, personId: actor.personId })
  const mine = all.find((scores) => scores.criterion === criterion.id)
  const posted = problems.length > 0
  const optionOf = (id: string): string => titleIn(round.options, id)
  return show(
    ownScoresPage({
      ...frameOf(opened, ask),
      errors: problems.map((problem) => scoreProblemText(problem, criterion.title, optionOf)),
      criterion,
      unit: criterion.unit,
      worth: criterion.points.map(({ at, value }) => ({
        measured: numberWords(at),
        points: numberWords(Math.round(value * 1000) / 10),
      })),
      options: round.options.map(({ id, title }) => ({
        id,
        title,
        score: posted ? ask.form.line(`score-${id}`) : wordsOf(mine?.given[id]),
      })),
      reason: posted ? ask.form.text(`reason-${criterion.id}`) : (mine?.reason ?? ''),
      asked: round.stage === 'scoring',
      action: ownScoresPath(review.reference, criterion.id),
    }),
    posted ? { status: 400 } : {},
  )
}

const wordsOf = (value: number | undefined): string => (value === undefined ? '' : String(value))

const titleIn = (all: readonly Pick<ReviewCriterion, 'id' | 'title'>[], id: string): string =>
  all.find((each) => each.id === id)?.title ?? ''
