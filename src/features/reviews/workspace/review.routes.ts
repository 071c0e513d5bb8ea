import { mayIn } from '../../../core/reviews/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { awardPath } from '../../decisions/index.ts'
import { openReview } from '../open-review.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import { depthWords, type ReviewProblem, reviewProblemText, roleWords } from '../reviews.messages.ts'
import { reviewPath, reviewPeoplePath, reviewSettingsPath, reviewsPath } from '../reviews.paths.ts'
import { readWeighed } from '../weighing/read-weighed.ts'
import { lastRound } from '../weighing/weighing.store.ts'
import { changeReview } from './change-review.ts'
import { describeChapters } from './describe-chapters.ts'
import { overviewPage } from './pages/overview.ts'
import { reviewSettingsPage } from './pages/settings.ts'

const one = '/reviews/:reference'

/** A review: what there is to do in it, and how it is set up. */
export const reviewRoutes = (services: Services): Route[] => [
  get(one, 'review:work', async (ask) => await showOverview(services, ask)),
  get(`${one}/settings`, 'review:work', async (ask) => await showSettings(services, ask, [])),
  post(`${one}/settings`, 'review:work', 'review.changed', async (ask) => {
    const reference = param(ask, 'reference')
    const result = await changeReview(services, ask.actor, { reference, at: ask.receivedAt, ...typedIn(ask) })
    return result.ok
      ? seeOther(reviewPath(reference), { flash: 'Saved.' })
      : await showSettings(services, ask, result.problems)
  }),
]

const typedIn = ({ form }: Ask) => ({ title: form.line('title'), depth: form.line('depth') })

async function showOverview({ db }: Services, ask: Ask): Promise<Answer> {
  const { review } = await openReview(db, ask.actor, param(ask, 'reference'), 'read')
  const record = await readWeighed(db, review)
  return show(
    overviewPage({
      illustrative: review.illustrative,
      breadcrumbs: [{ text: 'Strategic reviews', href: reviewsPath }, { text: review.title }],
      title: review.title,
      council: review.council,
      reference: review.reference,
      depth: depthWords[review.depth].name,
      roles: review.roles.map((role) => roleWords[role].name),
      award:
        review.application === null
          ? undefined
          : { reference: review.application, href: awardPath(review.application) },
      peopleHref: reviewPeoplePath(review.reference),
      settingsHref: mayIn(review.roles, 'lead') ? reviewSettingsPath(review.reference) : undefined,
      chapters: describeChapters(review, record, await lastRound(db, review.id)),
    }),
  )
}

async function showSettings({ db }: Services, ask: Ask, problems: readonly ReviewProblem[]): Promise<Answer> {
  const { review } = await openReview(db, ask.actor, param(ask, 'reference'), 'lead')
  const posted = problems.length > 0
  return show(
    reviewSettingsPage({
      illustrative: review.illustrative,
      breadcrumbs: reviewCrumbs(review),
      typed: posted ? typedIn(ask) : review,
      errors: problems.map(reviewProblemText),
      action: reviewSettingsPath(review.reference),
      csrf: ask.csrf,
    }),
    posted ? { status: 400 } : {},
  )
}
