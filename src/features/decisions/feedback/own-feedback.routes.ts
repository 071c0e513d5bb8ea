import { notFound } from '../../../core/errors.ts'
import { download, show } from '../../../platform/http/answer.ts'
import { get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { applicationPath } from '../../applications/index.ts'
import { ownDebriefPath } from '../debriefs/debriefs.paths.ts'
import { feedbackFilePath } from './feedback.paths.ts'
import { feedbackDocument } from './feedback-document.ts'
import { ownFeedbackPage } from './pages/own-feedback.ts'
import { readOwnFeedback } from './read-own-feedback.ts'

/** What applicants read of how they were judged, once it is released. */
export const ownFeedbackRoutes = (services: Services): Route[] => [
  get('/applications/:reference/feedback', 'application:write', async (ask) => {
    const { reference, round, feedback, released } = await readOwnFeedback(services.db, ask, param(ask, 'reference'))
    return show(
      ownFeedbackPage({
        reference,
        roundName: round.name,
        illustrative: round.illustrative,
        applicationHref: applicationPath(reference),
        feedback,
        instead: released
          ? 'There is no feedback on this application: it was not scored.'
          : 'No feedback is released yet. Everybody gets their feedback at the same time. We will email you.',
        fileHref: feedbackFilePath(reference),
        debriefHref: ownDebriefPath(reference),
      }),
    )
  }),
  get('/applications/:reference/feedback/file', 'application:write', async (ask) => {
    const own = await readOwnFeedback(services.db, ask, param(ask, 'reference'))
    if (own.feedback === undefined) throw notFound('feedback')
    const body = await services.pdf.document(feedbackDocument(own, own.feedback))
    return download({ name: `${own.reference}-feedback.pdf`, type: 'application/pdf', body })
  }),
]
