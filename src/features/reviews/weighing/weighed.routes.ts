import { knownOfWeights, weighReview } from '../../../core/reviews/index.ts'
import { show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { openReview } from '../open-review.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import { describeComparison } from './describe-comparison.ts'
import { describeWeighed } from './describe-weighed.ts'
import { comparePage } from './pages/compare.ts'
import { weighedPage } from './pages/weighed.ts'
import { readWeighing } from './read-weighing.ts'
import { weighingPath } from './weighing.paths.ts'

const one = '/reviews/:reference/weighing'

/** What people gave in a round, and what it comes to. */
export const weighedRoutes = ({ db }: Services): Route[] => [
  get(`${one}/compare`, 'review:work', async (ask) => {
    const { frame, weighing } = await openWeighingPage(db, ask)
    const nothing = { groups: [], people: [], weights: undefined, scores: [] }
    return show(comparePage({ ...frame, ...(weighing === undefined ? nothing : describeComparison(weighing)) }))
  }),
  get(`${one}/results`, 'review:work', async (ask) => {
    const { frame, weighing, review } = await openWeighingPage(db, ask)
    const found = weighing === undefined ? undefined : weighReview(weighing)
    const asked = {
      reference: review.reference,
      criterion: ask.query.get('criterion'),
      known: knownOfWeights.find((known) => known === ask.query.get('weights')) ?? 'free',
      uncertain: review.depth !== 'quick',
    } as const
    const weighed = weighing === undefined || found === undefined ? undefined : describeWeighed(weighing, found, asked)
    return show(weighedPage({ ...frame, weighed }))
  }),
]

async function openWeighingPage(db: Services['db'], ask: Ask) {
  const { review } = await openReview(db, ask.actor, param(ask, 'reference'), 'read')
  const back = { text: 'Weights and scores', href: weighingPath(review.reference) }
  return {
    review,
    weighing: await readWeighing(db, review.id),
    frame: { illustrative: review.illustrative, breadcrumbs: [...reviewCrumbs(review), back] },
  }
}
