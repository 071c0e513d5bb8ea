import type { FormPage } from '../../../core/forms/index.ts'
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

/** What those who write say about a page and its questions. */
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
    const result = await commentOnPage(services, ask.actor, {
      ...request,
      text: ask.form.text('text'),
      questionId: ask.form.line('about'),
    })
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
      comments: comments.map(({ id, questionId, by, writtenAt, text, resolvedAt, resolvedBy }) => ({
        id,
        about: aboutOf(page, questionId),
        by,
        time: ukTime(writtenAt),
        lines: text.split('\n'),
        resolved: resolvedAt === null ? undefined : `Resolved by ${resolvedBy} at ${ukTime(resolvedAt)}`,
      })),
      about: page.questions.length === 1 ? [] : page.questions.map(({ id, label }) => ({ id, label })),
      chosen: ask.form.line('about'),
      typed: problem === undefined ? '' : ask.form.text('text'),
      problem: problem && {
        text: commentProblemText(problem),
        at: problem.code === 'about-missing' ? 'about' : 'text',
      },
      action: commentsPath(request.reference, page.id),
      back: questionPath(request.reference, page.id),
      csrf: ask.csrf,
    }),
    { status: problem === undefined ? 200 : 400 },
  )
}

/** What a comment is about, where that is not the page as a whole, nor all that is on it. */
function aboutOf({ questions }: FormPage, questionId: string | null): string | undefined {
  if (questionId === null) return undefined
  const question = questions.find(({ id }) => id === questionId)
  if (question === undefined) return 'A question that is not on this page any more'
  return questions.length === 1 ? undefined : question.label
}
