import { canonicalJson, type Json } from '../../../core/canonical/index.ts'
import { notFound } from '../../../core/errors.ts'
import { fileSizeWords } from '../../../core/files/index.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, download, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { answerSummary } from '../../forms/index.ts'
import { roundById } from '../../funds/index.ts'
import {
  applicationProblemText,
  documentLabel,
  eligibilityLines,
  leadWords,
  type WithdrawalProblem,
} from '../applications.messages.ts'
import {
  answerRequestPath,
  applicationPath,
  feedbackOnServicePath,
  receiptPath,
  receiptPdfPath,
  submissionJsonPath,
  submissionPath,
  withdrawPath,
  wordPath,
} from '../applications.paths.ts'
import { readClarified, repliedFileIds } from '../clarifying/read-clarified.ts'
import { scanList, viewsOfFiles } from '../files/file-views.ts'
import { submittedFileIds, submittedFiles } from '../files/submitted-files.ts'
import { keyedWords } from '../keying/keying.messages.ts'
import { openApplication } from '../open-application.ts'
import { submissionPage } from '../programme/pages/submission.ts'
import { type ReadSubmission, readSubmission } from '../programme/read-submission.ts'
import { frozenSignOffWords } from '../sign-off/sign-offs.messages.ts'
import type { WhatCame } from '../what-came.ts'
import { receiptPage } from './pages/receipt.ts'
import { withdrawPage } from './pages/withdraw.ts'
import { receiptSections } from './receipt-sections.ts'
import { type AfterWithdrawal, withdrawApplication } from './withdraw-application.ts'

/** The receipt, what was submitted, and taking it back. */
export const submissionRoutes = (
  services: Services,
  whatCame: WhatCame,
  afterWithdrawal?: AfterWithdrawal,
): Route[] => [
  get(
    '/applications/:reference/receipt',
    'application:write',
    async (ask) => await showReceipt(services, ask, whatCame),
  ),
  get('/applications/:reference/receipt.pdf', 'application:write', async (ask) => await sendPdf(services, ask)),
  get('/applications/:reference/submission', 'application:write', async (ask) => {
    const { application } = await openRead(services, ask)
    const read = await readSubmission(services.db, application)
    const clarified = await readClarified(services.db, application, read.content, ask.receivedAt)
    const ids = [...submittedFileIds(read.content), ...repliedFileIds(clarified)]
    const files = await viewsOfFiles(services.db, application.reference, ids)
    return show(
      submissionPage({
        ...read,
        clarified: clarified.map((request) => ({
          request,
          href: answerRequestPath(application.reference, request.number),
        })),
        jsonHref: submissionJsonPath(application.reference),
        wordHref: wordPath(application.reference),
        breadcrumbs: [{ text: 'Application', href: applicationPath(application.reference) }],
        scans: scanList(read.content, files),
        fileHref: (id) => files.get(id),
        pages: read.content.pages.map((page) => ({
          title: page.title,
          summary: answerSummary(page, undefined, (id) => files.get(id)),
        })),
      }),
    )
  }),
  get('/applications/:reference/submission.json', 'application:write', async (ask) => {
    const { application } = await openRead(services, ask)
    return sendContent(await readSubmission(services.db, application))
  }),
  get('/applications/:reference/withdraw', 'application:write', async (ask) => await showWithdraw(services, ask, [])),
  post('/applications/:reference/withdraw', 'application:write', 'application.withdrawn', async (ask) => {
    const reference = param(ask, 'reference')
    const result = await withdrawApplication(
      services,
      ask.actor,
      { reference, receivedAt: ask.receivedAt },
      afterWithdrawal,
    )
    if (!result.ok) return await showWithdraw(services, ask, result.problems)
    return seeOther(applicationPath(reference), {
      flash: 'The application is withdrawn. You can change and submit it again.',
    })
  }),
]

const openRead = ({ db }: Services, ask: Ask) =>
  openApplication(db, ask.actor, {
    reference: param(ask, 'reference'),
    questions: [],
    need: 'read',
    at: ask.receivedAt,
  })

async function showReceipt(services: Services, ask: Ask, whatCame: WhatCame): Promise<Answer> {
  const { application, access } = await openRead(services, ask)
  const { reference, deadlineAt } = application
  if (application.state !== 'submitted') return seeOther(applicationPath(reference))
  const { lead, standIn, submission, submittedBy, content } = await readSubmission(services.db, application)
  const round = await roundById(services.db, application.roundId)
  const mayWithdraw = access === 'write' && deadlineAt !== null && ask.receivedAt <= deadlineAt
  return show(
    receiptPage({
      reference,
      illustrative: application.illustrative,
      isTest: application.mode === 'test',
      lead,
      standIn,
      fund: application.fundName,
      round: application.roundName,
      received: ukTimeWithZone(submission.receivedAt, { seconds: true }),
      submittedBy,
      keyed: content.keyed && keyedWords(content.keyed),
      eligibility: content.eligibility && eligibilityLines(content.eligibility),
      signOffs: (content.signOffs ?? []).map(frozenSignOffWords),
      sha256: submission.sha256.match(/.{1,8}/g) ?? [],
      files: submittedFiles(content).map(({ name, size, sha256 }) => ({
        text: `${name} (${fileSizeWords(size)})`,
        sha256: sha256.match(/.{1,8}/g) ?? [],
      })),
      came: await whatCame(services.db, { ...application, access }),
      decisionsOn: round?.decisionsOn ? dayInWords(round.decisionsOn) : undefined,
      withdrawUntil: mayWithdraw && deadlineAt !== null ? ukTimeWithZone(deadlineAt) : undefined,
      links: {
        pdf: receiptPdfPath(reference),
        submission: submissionPath(reference),
        json: submissionJsonPath(reference),
        word: wordPath(reference),
        withdraw: withdrawPath(reference),
        application: applicationPath(reference),
        feedback: feedbackOnServicePath,
      },
    }),
  )
}

async function sendPdf(services: Services, ask: Ask): Promise<Answer> {
  const { application } = await openRead(services, ask)
  if (application.state !== 'submitted') throw notFound('receipt')
  const { submission, submittedBy, content } = await readSubmission(services.db, application)
  const body = await services.pdf.receipt({
    fund: application.fundName,
    round: application.roundName,
    reference: application.reference,
    authority: leadWords(content),
    submittedAt: submission.receivedAt,
    submittedBy,
    contentSha256: submission.sha256,
    sections: receiptSections(content),
    illustrative: documentLabel(application) || undefined,
  })
  return download({ name: `receipt-${application.reference}.pdf`, type: 'application/pdf', body })
}

/** The very bytes that were hashed. */
export const sendContent = ({ reference, content }: ReadSubmission): Answer =>
  download({
    name: `submission-${reference}.json`,
    type: 'application/json',
    body: canonicalJson(content as unknown as Json),
  })

async function showWithdraw(services: Services, ask: Ask, problems: readonly WithdrawalProblem[]): Promise<Answer> {
  const { application, access } = await openRead(services, ask)
  const { reference, deadlineAt } = application
  if (access !== 'write') throw notFound('application')
  if (application.state !== 'submitted') return seeOther(applicationPath(reference))
  return show(
    withdrawPage({
      reference,
      illustrative: application.illustrative,
      deadline: deadlineAt === null ? 'the deadline' : ukTimeWithZone(deadlineAt),
      action: withdrawPath(reference),
      back: receiptPath(reference),
      csrf: ask.csrf,
      problems: problems.map((problem) => ({ text: applicationProblemText(problem) })),
    }),
    { status: problems.length > 0 ? 400 : 200 },
  )
}
