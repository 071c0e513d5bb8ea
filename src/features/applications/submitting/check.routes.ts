import { type AskedAt, judge } from '../../../core/eligibility/index.ts'
import { declarationOf, questionsOf } from '../../../core/forms/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { peopleById } from '../../accounts/index.ts'
import { answerSummary } from '../../forms/index.ts'
import {
  applicationProblemText,
  closedWords,
  leadSlotsWords,
  type SubmissionProblem,
} from '../applications.messages.ts'
import {
  applicationEligibilityPagePath,
  applicationEligibilityPath,
  applicationPath,
  checkPath,
  historyPath,
  keyedPath,
  partnersPath,
  questionPath,
  receiptPath,
} from '../applications.paths.ts'
import type { Application, ApplicationInRound } from '../applications.store.ts'
import { fileViewsOf } from '../files/file-views.ts'
import { keyedProblems } from '../keying/check-keyed.ts'
import { countedFrom } from '../keying/key-for-applicant.ts'
import { partnerProblems } from '../partners/check-partners.ts'
import { sayDeadline } from '../say-deadline.ts'
import { signOffProblems } from '../sign-off/check-sign-offs.ts'
import { signOffsPath } from '../sign-off/sign-offs.paths.ts'
import { whyNotOpen } from '../starting/start-application.ts'
import { signOffsOfList } from '../writing/task-list-sign-offs.ts'
import { mostKept } from './keep-late-attempt.ts'
import { lateReference, latestLateAttempt } from './late-attempts.store.ts'
import { checkPage } from './pages/check.ts'
import { readCheck } from './read-check.ts'
import { hashInGroups } from './receipt-mail.messages.ts'
import { problemsOf, submitApplication } from './submit-application.ts'

/** Looking at everything once more, and submitting it. */
export const checkRoutes = (services: Services): Route[] => [
  get('/applications/:reference/check', 'application:write', async (ask) => await showCheck(services, ask, undefined)),
  post(
    '/applications/:reference/check',
    'application:write',
    'application.submitted or application.refused-late',
    async (ask) => {
      const reference = param(ask, 'reference')
      const result = await submitApplication(services, ask.actor, {
        reference,
        declarationMade: ask.form.line('declaration') === 'yes',
        shown: { sha256: ask.form.line('content'), parts: ask.form.line('parts') },
        receivedAt: ask.receivedAt,
        origin: ask.origin,
      })
      return result.ok ? seeOther(receiptPath(reference)) : await showCheck(services, ask, result.problems)
    },
  ),
]

/** @param refused what stopped a submission; undefined when nobody has tried */
async function showCheck(
  services: Services,
  ask: Ask,
  refused: readonly SubmissionProblem[] | undefined,
): Promise<Answer> {
  const { db } = services
  const check = await readCheck(services, ask.actor, param(ask, 'reference'), ask.receivedAt)
  const { list, round, lead, standIn, screened, content, shown } = check
  const { application, version, answers, organisations } = list
  const { reference } = application
  if (application.state === 'submitted') return seeOther(receiptPath(reference))
  const form = version.definition
  const checked = { form, answers, round, standIn, application, screened }
  const { deadlineAt } = application
  const countedAt = await countedFrom(db, ask.actor, { reference, receivedAt: ask.receivedAt })
  const closed = whyNotOpen({ ...round, deadlineAt }, countedAt)
  // Of what is missing nobody needs to hear when it cannot be sent any more.
  const toDo = async () =>
    closed === undefined
      ? [
          ...(await problemsOf(db, checked, { receivedAt: ask.receivedAt, declarationMade: true })),
          ...partnerProblems(round, content.partners.length),
          ...signOffProblems(await signOffsOfList(services, list), ask.actor),
          ...(await keyedProblems(db, ask.actor, application, form)),
        ]
      : []
  const problems = refused ?? (await toDo())
  const { failed, caveats } = judge(form, answers, screened)
  const files = await fileViewsOf(db, reference, questionsOf(form), answers)
  const readOnly = list.access !== 'write'
  const changeable = !readOnly && closed?.code !== 'round-closed'
  const change = (page: string, question: string) => questionPath(reference, page, { from: 'check', at: question })
  return show(
    checkPage({
      reference,
      illustrative: application.illustrative,
      lead: lead.name,
      back: applicationPath(reference),
      action: checkPath(reference),
      csrf: ask.csrf,
      shown,
      problems: problems.map((problem) => ({
        text: applicationProblemText(problem),
        href: hrefOf(problem, application),
      })),
      refused: refused !== undefined,
      pages: content.pages.map((page) => ({
        title: page.title,
        summary: answerSummary(page, changeable ? change : undefined, (id) => files.get(id)),
      })),
      eligibility: [
        ...failed.map(({ text, clause }) => ({ text, clause, fails: true })),
        ...caveats.map(({ text, clause }) => ({ text, clause, fails: false })),
      ],
      refusesFailing: round.ineligible === 'refuse',
      slots: leadSlotsWords(round.leadSlots),
      partnersWaiting: list.partners
        .filter(({ state }) => state === 'asked')
        .map(({ organisationId }) => organisations.get(organisationId)?.name ?? organisationId),
      closed: closed && closedWords(closed),
      late: closed?.code === 'round-closed' ? await lateOf(services, application, round.contactEmail) : undefined,
      deadline: deadlineAt === null ? undefined : sayDeadline(deadlineAt, ask.receivedAt),
      declaration: declarationOf(form, answers) === undefined ? content.declaration : undefined,
      readOnly,
    }),
    { status: refused === undefined ? 200 : 400 },
  )
}

/** What somebody tried to send too late, for the people of the application. */
async function lateOf({ db }: Services, { id, reference }: Application, contact: string) {
  const attempt = await latestLateAttempt(db, id)
  if (attempt === undefined) return undefined
  const person = (await peopleById(db, [attempt.attemptedBy])).get(attempt.attemptedBy)
  return {
    reference: lateReference(reference, attempt.number),
    received: ukTimeWithZone(attempt.receivedAt, { seconds: true }),
    by: person?.name || person?.email || 'Somebody who has left',
    sha256: hashInGroups(attempt.sha256),
    mostKept: attempt.number >= mostKept ? mostKept : undefined,
    contact,
  }
}

/** A question of the form, or of the screener where the form does not ask it. */
const askedPath = (reference: string, { by, page, question }: AskedAt): string =>
  by === 'form'
    ? questionPath(reference, page, { from: 'check', at: question })
    : `${applicationEligibilityPagePath(reference, page)}#${question}`

/** Where a problem is put right. */
function hrefOf(
  problem: SubmissionProblem,
  { reference, fundSlug, roundSlug }: ApplicationInRound,
): string | undefined {
  if (problem.code === 'scan-missing' || problem.code === 'scan-unusable')
    return keyedPath(fundSlug, roundSlug, reference)
  if (problem.code === 'answer') {
    return questionPath(reference, problem.page, { from: 'check', all: true, at: problem.problem.field })
  }
  if (problem.code === 'not-eligible') return problem.asked && askedPath(reference, problem.asked)
  if (problem.code === 'answer-changed') {
    return questionPath(reference, problem.page, { from: 'check', at: problem.question })
  }
  if (problem.code === 'changed-late') return historyPath(reference, problem.page)
  if (problem.code === 'too-few-partners') return partnersPath(reference)
  if (problem.code === 'sign-off-missing' || problem.code === 'signed-by-submitter') {
    return signOffsPath(reference, problem.slot)
  }
  if (problem.code === 'declaration-not-made') return '#declaration'
  if (problem.code === 'screening-missing') return applicationEligibilityPath(reference)
  return problem.code === 'another-submitted' ? applicationPath(problem.reference) : undefined
}
