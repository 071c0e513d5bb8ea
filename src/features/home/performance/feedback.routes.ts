import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { giveFeedback } from './give-feedback.ts'
import { feedbackPage, feedbackSentPage } from './pages/feedback.ts'
import { ratingMissing, ratingWords } from './performance.messages.ts'
import { feedbackPath, performancePath } from './performance.paths.ts'

const sentPath = `${feedbackPath}/sent`

/** What somebody thinks of the service, whoever they are. */
export const feedbackRoutes = (services: Services): Route[] => [
  get(feedbackPath, 'public', async (ask) => showFeedback(ask, ask.query.get('after') ?? '', [])),
  get(sentPath, 'public', async () => show(feedbackSentPage(performancePath))),
  post(
    feedbackPath,
    'public',
    'feedback.given',
    async ({ form, receivedAt: at, ...ask }) => {
      const given = { after: form.line('after'), rating: form.line('rating'), at }
      const { ok } = await giveFeedback(services, given)
      return ok ? seeOther(sentPath) : showFeedback(ask, given.after, [ratingMissing])
    },
    { perMinute: 10 },
  ),
]

const showFeedback = ({ csrf }: Pick<Ask, 'csrf'>, after: string, errors: readonly FieldText[]): Answer =>
  show(
    feedbackPage({
      action: feedbackPath,
      after: after === 'submitting' ? after : 'page',
      choices: [5, 4, 3, 2, 1].map((value) => ({ value: String(value), text: ratingWords[value] ?? '' })),
      errors,
      helpHref: '/help',
      csrf,
    }),
    { status: errors.length > 0 ? 400 : 200 },
  )
