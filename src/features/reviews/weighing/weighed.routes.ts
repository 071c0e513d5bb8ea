import { knownOfWeights, mayIn, ranksCaseOf, weighReview } from '../../../core/reviews/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { openReview } from '../open-review.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import { keepRun, textOf } from '../runs/keep-run.ts'
import { compareRun, giveRun } from '../runs/runs.routes.ts'
import { runOf } from '../runs/runs.store.ts'
import { describeComparison } from './describe-comparison.ts'
import { describeMethods } from './describe-methods.ts'
import { describeWeighed } from './describe-weighed.ts'
import { comparePage } from './pages/compare.ts'
import { methodsPage } from './pages/methods.ts'
import { weighedPage } from './pages/weighed.ts'
import { rankRuns } from './rank-runs.ts'
import { readWeighing } from './read-weighing.ts'
import { weighedPath, weighingPath } from './weighing.paths.ts'

const one = '/reviews/:reference/weighing'

/** What people gave in a round, and what it comes to. */
export const weighedRoutes = (services: Services): Route[] => [
  get(`${one}/compare`, 'review:work', async (ask) => {
    const { frame, weighing } = await openWeighingPage(services, ask)
    const nothing = { groups: [], people: [], weights: undefined, consistency: [], scores: [] }
    return show(comparePage({ ...frame, ...(weighing === undefined ? nothing : describeComparison(weighing)) }))
  }),
  get(`${one}/results`, 'review:work', async (ask) => await showWeighed(services, ask)),
  get(`${one}/results/methods`, 'review:work', async (ask) => {
    const { frame, weighing, review } = await openWeighingPage(services, ask)
    const found = weighing && weighReview(weighing)
    const back = { text: 'Results of the weighting and scoring', href: weighedPath(review.reference) }
    return show(
      methodsPage({
        ...frame,
        breadcrumbs: [...frame.breadcrumbs, back],
        methods: weighing && found && describeMethods(weighing, found),
      }),
    )
  }),
  post(`${one}/results`, 'review:work', 'review.ranks-worked-out', async (ask) => {
    const reference = param(ask, 'reference')
    const result = await keepRun(services, ask.actor, rankRuns, { reference, at: ask.receivedAt })
    const flash = result.ok
      ? `The ranks are worked out and kept as run ${result.value}.`
      : 'There is nothing to work out yet: scores are not revealed.'
    return seeOther(`${weighedPath(reference)}${result.ok ? '#chances' : ''}`, { flash })
  }),
  get(
    `${one}/results/runs/:number.json`,
    'review:work',
    async (ask) => await giveRun(services, ask, rankRuns, 'ranks'),
  ),
  // Nothing changes: what is kept is worked out again and compared.
  post(
    `${one}/results/runs/:number/check`,
    'review:work',
    'none',
    async (ask) => await compareRun(services, ask, rankRuns, `${weighedPath(param(ask, 'reference'))}#chances`),
  ),
]

async function showWeighed(services: Services, ask: Ask): Promise<Answer> {
  const { frame, weighing, review } = await openWeighingPage(services, ask)
  const { reference, depth, roles } = review
  const found = weighing && weighReview(weighing)
  const given = weighing && ranksCaseOf(weighing)
  const workOut =
    depth === 'quick' ? undefined : { action: weighedPath(reference), csrf: ask.csrf, writes: mayIn(roles, 'write') }
  const weighed =
    weighing &&
    found &&
    describeWeighed(weighing, found, {
      reference,
      criterion: ask.query.get('criterion'),
      weight: ask.query.get('weight'),
      known: knownOfWeights.find((known) => known === ask.query.get('weights')) ?? 'free',
      run: workOut && (await runOf(services.db, rankRuns.table, review.id, undefined)),
      ranksGiven: given === undefined ? '' : textOf(given),
    })
  return show(weighedPage({ ...frame, weighed, workOut }))
}

async function openWeighingPage({ db }: Services, ask: Ask) {
  const { review } = await openReview(db, ask.actor, param(ask, 'reference'), 'read')
  const roundHref = weighingPath(review.reference)
  const back = { text: 'Weights and scores', href: roundHref }
  return {
    review,
    weighing: await readWeighing(db, review.id),
    frame: { illustrative: review.illustrative, breadcrumbs: [...reviewCrumbs(review), back], roundHref },
  }
}
