import { ukTime } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { commentsPath, questionPath } from '../applications.paths.ts'
import { commentOnPage, openPage, resolveComment } from './comment-on-page.ts'
import { type CommentProblem, commentProblemText } from './commenting.messages.ts'
import { commentsOn } from './commenting.store.ts'
import { commentsPage } from './pages/comments.ts'

const events = 'application.commented or application.comment-resolved or application.comment-reopened'

/** What those who write say about a page. */
export const commentRoutes = (services: Services): Route[] => [
  get('/applications/:reference/pages/:page/comments', 'application:write', async (ask) => {
    return await showComments(services, ask, [])
  }),
  post('/applications/:reference/pages/:page/comments', 'application:write', events, async (ask) => {
    const request = requestOf(ask)
    const path = commentsPath(request.reference, request.pageId)
    const action = ask.form.line('action')
    if (action === 'resolve' || action === 'reopen') {
      const id = ask.form.line('comment')
      await resolveComment(services, ask.actor, { ...request, id, resolved: action === 'resolve' })
      return seeOther(`${path}#comment-${id}`)
    }
    const result = await commentOnPage(services, ask.actor, { ...request, text: ask.form.text('text') })
    return result.ok
      ? seeOther(path, { flash: 'Your comment is added.' })
      : await showComments(services, ask, result.problems)
  }),
]

const requestOf = (ask: Ask) => ({
  reference: param(ask, 'reference'),
  pageId: param(ask, 'page'),
  receivedAt: ask.receivedAt,
})

async function showComments(services: Services, ask: Ask, problems: readonly CommentProblem[]): Promise<Answer> {
  const request = requestOf(ask)
  const { application, page } = await openPage(services.db, ask.actor, request)
  const comments = await commentsOn(services.db, application.id, page.id)
  const [problem] = problems
  return show(
    commentsPage({
      reference: request.reference,
      illustrative: application.illustrative,
      page: page.title,
      comments: comments.map(({ id, by, writtenAt, text, resolvedAt, resolvedBy }) => ({
        id,
        by,
        time: ukTime(writtenAt),
        lines: text.split('\n'),
        resolved: resolvedAt === null ? undefined : `Resolved by ${resolvedBy} at ${ukTime(resolvedAt)}`,
      })),
      typed: problem === undefined ? '' : ask.form.text('text'),
      problem: problem && { text: commentProblemText(problem) },
      action: commentsPath(request.reference, page.id),
      back: questionPath(request.reference, page.id),
      csrf: ask.csrf,
    }),
    { status: problem === undefined ? 200 : 400 },
  )
}
