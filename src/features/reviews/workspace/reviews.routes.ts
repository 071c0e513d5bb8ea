import { organisationsOf } from '../../../core/permissions/index.ts'
import { dayInWords, isoDay } from '../../../core/time/day.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { organisationsById, organisationsPath } from '../../accounts/index.ts'
import { acceptedAwardsOf } from '../../decisions/index.ts'
import { depthWords, type ReviewProblem, reviewProblemText } from '../reviews.messages.ts'
import { reviewPath, reviewsPath, startReviewPath } from '../reviews.paths.ts'
import { reviewsOf } from '../reviews.store.ts'
import { reviewsPage } from './pages/reviews.ts'
import { startReviewPage } from './pages/start-review.ts'
import { startReview } from './start-review.ts'

/** The reviews that somebody works on, and starting one. */
export const reviewListRoutes = (services: Services): Route[] => [
  get(reviewsPath, 'signed-in', async (ask) => await showReviews(services, ask)),
  get(startReviewPath, 'signed-in', async (ask) => await showStart(services, ask, [])),
  post(startReviewPath, 'signed-in', 'review.started', async (ask) => {
    const asked = {
      ...typedIn(ask),
      council: ask.form.line('council'),
      award: ask.form.line('award'),
      at: ask.receivedAt,
    }
    const result = await startReview(services, ask.actor, asked)
    return result.ok
      ? seeOther(reviewPath(result.value), { flash: 'The review is started. Say first what the service is today.' })
      : await showStart(services, ask, result.problems)
  }),
]

const typedIn = ({ form }: Ask) => ({ title: form.line('title'), depth: form.line('depth') })

async function showReviews({ db }: Services, ask: Ask): Promise<Answer> {
  const reviews = ask.actor.kind === 'person' ? await reviewsOf(db, ask.actor.personId) : []
  return show(
    reviewsPage({
      reviews: reviews.map((review) => ({
        href: reviewPath(review.reference),
        title: review.title,
        council: review.council,
        illustrative: review.illustrative,
        depth: depthWords[review.depth].name,
        startedOn: dayInWords(isoDay(review.startedAt)),
      })),
      startHref: organisationsOf(ask.actor).length > 0 ? startReviewPath : undefined,
      organisationsHref: organisationsPath,
    }),
  )
}

async function showStart({ db }: Services, ask: Ask, problems: readonly ReviewProblem[]): Promise<Answer> {
  const own = organisationsOf(ask.actor)
  const councils = await organisationsById(db, own)
  const awards = await acceptedAwardsOf(db, own)
  const posted = problems.length > 0
  const only = councils.size === 1 ? [...councils.keys()][0] : undefined
  return show(
    startReviewPage({
      councils: [...councils.values()].map(({ id, name }) => ({ value: id, text: name })),
      awards: awards.map(({ reference, fundName, roundName }) => ({
        value: reference,
        text: `${reference}: ${fundName}, ${roundName}`,
      })),
      typed: {
        council: posted ? ask.form.line('council') : (only ?? ''),
        award: posted ? ask.form.line('award') : '',
        title: posted ? ask.form.line('title') : '',
        depth: posted ? ask.form.line('depth') : 'standard',
      },
      errors: problems.map(reviewProblemText),
      action: startReviewPath,
      listHref: reviewsPath,
      organisationsHref: organisationsPath,
      csrf: ask.csrf,
    }),
    posted ? { status: 400 } : {},
  )
}
