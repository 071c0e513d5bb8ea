import { notFound } from '../../../core/errors.ts'
import { bytesInMegabyte } from '../../../core/files/index.ts'
import {
  answeredFiles,
  inputWords,
  MOST_MEGABYTES,
  type PostedFields,
  type Problem,
  readAnswer,
} from '../../../core/forms/index.ts'
import { may } from '../../../core/permissions/index.ts'
import { answerRequestState } from '../../../core/rounds/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { inputNamed, type Uploader, uploadRoutes } from '../../files/index.ts'
import { actionField, formVersionById, questionFields, takesOf, withoutFile } from '../../forms/index.ts'
import { findRound, type RoundPath, roundCrumbs } from '../../funds/index.ts'
import {
  answerRequestPath,
  closeRequestPath,
  manageApplicationPath,
  manageApplicationsPath,
  manageRequestsPath,
  submissionPath,
} from '../applications.paths.ts'
import type { FieldText } from '../extending/extending.messages.ts'
import { viewsOfFiles } from '../files/file-views.ts'
import { manageFilePath } from '../files/files.paths.ts'
import { openApplication } from '../open-application.ts'
import { readSubmission, readSubmitted } from '../programme/read-submission.ts'
import { requestsOf } from './answer-requests.store.ts'
import { askAboutAnswers, type RequestTyped } from './ask-about-answers.ts'
import { askingProblemText, closingProblemText, replyProblemText } from './clarifying.messages.ts'
import { closeRequest } from './close-request.ts'
import { keepReplyFiles, openReply } from './keep-reply-files.ts'
import { replyPage } from './pages/reply.ts'
import { requestsPage } from './pages/requests.ts'
import { repliedFileIds, shownRequests } from './read-clarified.ts'
import { formOf, replyQuestions } from './reply-questions.ts'
import { type ReplyProblem, replyToRequest } from './reply-to-request.ts'

const managed = '/manage/funds/:fund/:round/applications/:reference/requests'
const own = '/applications/:reference/requests/:number'

/** More files than this are sent in turns. */
const sentLimits = { count: 10, bytesEach: MOST_MEGABYTES * bytesInMegabyte }

/** What the programme team asks about answers after the deadline, and what the applicant replies. */
export const requestRoutes = (services: Services): Route[] => [
  get(managed, 'application:list', async (ask) => await showRequests(services, ask, nothingTyped, [])),
  post(managed, 'fund:edit', 'application.answers-asked', async (ask) => {
    const typed = typedRequest(ask.form)
    const reference = param(ask, 'reference')
    const asked = { actor: ask.actor, path: pathOf(ask), reference, typed, at: ask.receivedAt, origin: ask.origin }
    const result = await askAboutAnswers(services, asked)
    if (!result.ok) return await showRequests(services, ask, typed, result.problems.map(askingProblemText))
    const flash = `Request ${result.value} is sent to the people of the authority.`
    return seeOther(managedPath(ask), { flash })
  }),
  post(`${managed}/:number/close`, 'fund:edit', 'application.answers-request-closed', async (ask) => {
    const number = Number(param(ask, 'number'))
    const reference = param(ask, 'reference')
    const closing = { actor: ask.actor, path: pathOf(ask), reference, number, at: ask.receivedAt }
    const result = await closeRequest(services, closing)
    const flash = result.ok ? `Request ${number} is closed.` : result.problems.map(closingProblemText).join(' ')
    return seeOther(managedPath(ask), { flash })
  }),
  get(own, 'application:write', async (ask) => await showReply(services, ask, undefined)),
  post(
    own,
    'application:write',
    'application.answers-clarified or file.uploaded',
    async (ask) => await reply(services, ask),
    { files: sentLimits },
  ),
  ...uploadRoutes(services, {
    pattern: `${own}/uploads`,
    permission: 'application:write',
    becomes: 'file',
    uploader: async (ask) => await replierOf(services, ask),
  }),
]

/** Somebody who replies, and what the question takes for which they send a file. */
async function replierOf({ db }: Services, ask: Ask): Promise<Uploader> {
  const asked = { reference: param(ask, 'reference'), number: Number(param(ask, 'number')), receivedAt: ask.receivedAt }
  const { questions, closed, ...of } = await openReply(db, ask.actor, asked)
  return { ...of, takes: takesOf(questions, inputNamed(ask)), ...(closed && { closed: 'This request is closed.' }) }
}

const pathOf = (ask: Ask): RoundPath => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })
const managedPath = (ask: Ask): string =>
  manageRequestsPath(param(ask, 'fund'), param(ask, 'round'), param(ask, 'reference'))

const nothingTyped: RequestTyped = {
  note: '',
  due: { day: '', month: '', year: '', clock: '' },
  questions: new Map(),
}

const typedRequest = (form: FormBody): RequestTyped => ({
  note: form.text('note'),
  due: {
    day: form.line('due-day'),
    month: form.line('due-month'),
    year: form.line('due-year'),
    clock: form.line('due-clock'),
  },
  questions: new Map(form.all('questions').map((id) => [id, form.text(`ask-${id}`)])),
})

async function showRequests(
  services: Services,
  ask: Ask,
  typed: RequestTyped,
  errors: readonly FieldText[],
): Promise<Answer> {
  const { db } = services
  const round = await findRound(db, ask.actor, 'application:list', pathOf(ask))
  const read = await readSubmitted(db, round.id, param(ask, 'reference'))
  const { fund, slug } = round
  const { application, reference, content } = read
  const version = await formVersionById(db, application.formVersionId)
  if (version === undefined) throw notFound('form')
  const requests = await requestsOf(db, application.id)
  const { deadlineAt } = application
  const shown = shownRequests(requests, content, version.definition, ask.receivedAt)
  const hrefOf = (of: string, file: string) => manageFilePath(fund.slug, slug, of, file)
  const files = await viewsOfFiles(db, reference, repliedFileIds(shown), hrefOf)
  return show(
    requestsPage({
      fileHref: (id) => files.get(id),
      reference,
      title: read.title,
      illustrative: read.illustrative,
      breadcrumbs: [
        ...roundCrumbs(round),
        { text: 'Applications', href: manageApplicationsPath(fund.slug, slug) },
        { text: reference, href: manageApplicationPath(fund.slug, slug, reference) },
      ],
      requests: shown.map((request, index) => ({
        ...request,
        closeAction: canClose(requests[index], ask.receivedAt)
          ? closeRequestPath(fund.slug, slug, reference, request.number)
          : undefined,
      })),
      questions: content.pages.flatMap((page) => page.questions.map(({ id, label }) => ({ id, label }))),
      tooEarly:
        deadlineAt !== null && ask.receivedAt <= deadlineAt
          ? `You can ask about answers once the deadline has passed, at ${ukTimeWithZone(deadlineAt)}. Until then the authority can change them itself.`
          : undefined,
      mayAsk: may(ask.actor, 'fund:edit', round.fundId),
      typed,
      errors,
      action: manageRequestsPath(fund.slug, slug, reference),
      csrf: ask.csrf,
    }),
    { status: errors.length === 0 ? 200 : 400 },
  )
}

const canClose = (request: { readonly dueAt: Date; readonly closedAt: Date | null } | undefined, at: Date): boolean =>
  request !== undefined && answerRequestState(request, at) === 'overdue'

/** Takes a reply, or only the files that were sent with it: without scripts they come before the rest is finished. */
async function reply(services: Services, ask: Ask): Promise<Answer> {
  const { reference, number } = { reference: param(ask, 'reference'), number: Number(param(ask, 'number')) }
  const { form, receivedAt } = ask
  const [verb, question = '', file = ''] = form.line(actionField).split(':')
  const left = verb === 'remove-file' ? withoutFile(form, question, file) : form
  const kept = await keepReplyFiles(services, ask.actor, {
    reference,
    number,
    files: ask.files,
    fields: left,
    receivedAt,
  })
  const { fields } = kept
  const problems = kept.problems.map((problem) => ({ code: 'reply' as const, problem }))
  if (verb === 'upload' || verb === 'remove-file' || problems.length > 0)
    return await showReply(services, ask, { fields, problems })
  const result = await replyToRequest(services, ask.actor, { reference, number, fields, receivedAt })
  if (!result.ok) return await showReply(services, ask, { fields, problems: result.problems })
  const flash = result.value.late ? 'Your reply is kept. It came after it was due, and says so.' : 'Your reply is kept.'
  return seeOther(answerRequestPath(reference, number), { flash })
}

type Refused = { readonly fields: PostedFields; readonly problems: readonly ReplyProblem[] }

async function showReply(services: Services, ask: Ask, refused: Refused | undefined): Promise<Answer> {
  const { db } = services
  const reference = param(ask, 'reference')
  const need = { reference, questions: [], need: 'read', at: ask.receivedAt } as const
  const { application, access } = await openApplication(db, ask.actor, need)
  const requests = await requestsOf(db, application.id)
  const request = requests.find(({ number }) => String(number) === param(ask, 'number'))
  const version = await formVersionById(db, application.formVersionId)
  if (request === undefined || version === undefined || application.state !== 'submitted') throw notFound('request')
  const { content } = await readSubmission(db, application)
  const [shown] = shownRequests([request], content, version.definition, ask.receivedAt)
  if (shown === undefined) throw notFound('request')
  const state = answerRequestState(request, ask.receivedAt)
  const questions = replyQuestions(version.definition, request)
  const last = Object.fromEntries(request.questions.map((one) => [one.questionId, one.replies.at(-1)?.value ?? null]))
  const typed = refused && Object.fromEntries(questions.map((one) => [one.id, readAnswer(one, refused.fields) ?? null]))
  const answers = typed ?? last
  const ids = answeredFiles(questions, answers).map(({ file }) => file.id)
  const files = await viewsOfFiles(db, reference, [...ids, ...repliedFileIds([shown])])
  return show(
    replyPage({
      reference,
      illustrative: application.illustrative,
      back: submissionPath(reference),
      request: shown,
      fileHref: (id) => files.get(id),
      fields:
        state === 'closed' || access === 'read'
          ? []
          : questionFields({
              form: formOf(questions),
              questions,
              answers,
              files,
              uploads: { address: `${answerRequestPath(reference, request.number)}/uploads`, forgets: false },
              problems: (refused?.problems ?? []).flatMap((one): Problem[] =>
                one.code === 'reply' ? [one.problem] : [],
              ),
            }),
      words: inputWords(questions),
      overdue: state === 'overdue' && access === 'write',
      problems: (refused?.problems ?? []).map(replyProblemText),
      action: answerRequestPath(reference, request.number),
      csrf: ask.csrf,
    }),
    { status: refused === undefined || refused.problems.length === 0 ? 200 : 400 },
  )
}
