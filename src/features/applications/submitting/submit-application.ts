import { judge, type Screened, whereDecided } from '../../../core/eligibility/index.ts'
import { notFound } from '../../../core/errors.ts'
import {
  type Answers,
  declarationOf,
  type Form,
  type FrozenApplication,
  frozenHash,
  withKeyed,
  withSignOffs,
} from '../../../core/forms/index.ts'
import type { Actor, SignedIn } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { type Organisation, organisationById, peopleById } from '../../accounts/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { formVersionById } from '../../forms/index.ts'
import { type RoundInFund, roundById } from '../../funds/index.ts'
import type { SubmissionProblem } from '../applications.messages.ts'
import { type Application, lockApplication, lockLead, markSubmitted } from '../applications.store.ts'
import { submissionProblems } from '../find-problems.ts'
import { askToConfirm } from '../keying/ask-to-confirm.ts'
import { keyedProblems } from '../keying/check-keyed.ts'
import { countedFrom } from '../keying/key-for-applicant.ts'
import { frozenKeyed } from '../keying/keyed-scans.ts'
import { type Opened, openApplication, valuesOf } from '../open-application.ts'
import { partnerProblems } from '../partners/check-partners.ts'
import { acceptedPartners } from '../partners/partners.store.ts'
import { queueAbout } from '../queue-about.ts'
import { findScreened } from '../screening/find-screened.ts'
import { signOffProblems, signOffsAsked } from '../sign-off/check-sign-offs.ts'
import { frozenSignOffs } from '../sign-off/read-sign-offs.ts'
import { standInFor } from '../stand-in.ts'
import { checkLead } from '../starting/check-lead.ts'
import { whyNotOpen } from '../starting/start-application.ts'
import { freezeContent } from './freeze-content.ts'
import { categoryOf, holdSlot, slotProblem } from './hold-slot.ts'
import { keepLateAttempt } from './keep-late-attempt.ts'
import { receiptMail } from './receipt-mail.messages.ts'
import { changedBy, changesSince, type ShownContent } from './shown-content.ts'
import { insertSubmission, latestSubmission, type Outcome } from './submissions.store.ts'

export type SubmitRequest = {
  readonly reference: string
  readonly declarationMade: boolean
  /** What the page carried on which this person read all of it: what is submitted must be that. */
  readonly shown: ShownContent
  /** When the request reached the server: what counts against the deadline. */
  readonly receivedAt: Date
  /** The address of the service, for the link in the receipt. */
  readonly origin: string
}

/** What the applicant has to show for it. */
export type Receipt = {
  readonly reference: string
  readonly number: number
  readonly receivedAt: Date
  readonly sha256: string
}

/**
 * Submits an application: everything that stops it is said at once, or it is frozen with its hash and the receipt is on
 * its way by email, in one transaction. A second submit of the same application, also at the same moment, gives the
 * receipt of the first. Applications of one authority take turns, so that as many are let in as the
 * round has places for it, and the others are told.
 *
 * @throws {NotFound} if the application is not this person's to write
 */
export async function submitApplication(
  services: Services,
  actor: Actor,
  request: SubmitRequest,
): Promise<Result<Receipt, SubmissionProblem>> {
  const counted = { ...request, receivedAt: await countedFrom(services.db, actor, request) }
  return await services.db.transaction().execute(async (tx) => await submitIn(tx, services, actor, counted))
}

async function submitIn(
  tx: Tx,
  services: Services,
  actor: Actor,
  request: SubmitRequest,
): Promise<Result<Receipt, SubmissionProblem>> {
  const { reference, receivedAt } = request
  const locked = await lockApplication(tx, reference)
  if (locked === undefined) throw notFound('application')
  const opened = await openApplication(tx, actor, { reference, questions: 'all', need: 'write', at: receivedAt })
  if (locked.state === 'submitted') return done(await receiptOf(tx, locked))
  await lockLead(tx, locked.roundId, locked.leadId)

  const [round, version, lead] = [
    await roundById(tx, locked.roundId),
    await formVersionById(tx, locked.formVersionId),
    await organisationById(tx, locked.leadId),
  ]
  if (round === undefined || version === undefined || lead === undefined)
    throw new Error('an application lost its round')
  const closed = whyNotOpen({ ...round, deadlineAt: opened.application.deadlineAt }, receivedAt)
  if (closed?.code === 'round-not-open' || closed?.code === 'round-cancelled') return refused(closed)
  const standIn = await standInFor(tx, actor, lead, receivedAt)
  const answers = valuesOf(opened.application.answers)
  const { illustrative } = locked
  const partners = await acceptedPartners(tx, locked.id)
  const screened = await findScreened(tx, round, locked.id)
  const facts = { reference, illustrative, round, lead, standIn }
  const content = await freezeContent(tx, { ...facts, partners, version, answers, screened })
  const given = { lead: content.lead, partners, form: version.definition, answers }
  const signOffs = await signOffsAsked(tx, services, opened.application, given)
  const problems = [
    ...(await changesFor(tx, services, opened, request, content)),
    ...(await problemsOf(
      tx,
      { form: version.definition, answers, round, standIn, application: locked, screened },
      request,
    )),
    ...partnerProblems(round, partners.length),
    ...signOffProblems(signOffs, actor),
    ...(await keyedProblems(tx, actor, opened.application, version.definition)),
  ]
  const outcome = content.eligibility?.outcome ?? null
  const whole = withKeyed(withSignOffs(content, frozenSignOffs(signOffs)), await frozenKeyed(tx, reference))
  if (closed !== undefined) {
    const attempt = {
      application: locked,
      fundId: round.fundId,
      content: whole,
      outcome,
      complete: problems.length === 0,
    }
    return refused(await keepLateAttempt(tx, services, opened.actor, closed, attempt))
  }
  if (problems.length > 0) return refused(...problems)
  const ready = { request, locked, round, content: whole, actedFor: standIn.id, outcome }
  return done(await freezeAndSend(tx, services, opened.actor, ready))
}

/** What is not as this person was shown it, and who saved it. */
async function changesFor(
  tx: Tx,
  { sha256 }: Services,
  { actor, application }: Opened,
  { shown }: SubmitRequest,
  content: FrozenApplication,
): Promise<readonly SubmissionProblem[]> {
  const now = { content, stored: application.answers }
  const people = await peopleById(tx, changedBy(shown, now, sha256))
  const nameOf = (id: string) => {
    const person = people.get(id)
    return id === actor.personId ? 'you' : person?.name || person?.email || 'somebody'
  }
  return changesSince(shown, { ...now, nameOf }, sha256)
}

type Checked = {
  readonly form: Form
  readonly answers: Answers
  readonly round: RoundInFund
  /** The lead, or the body that stands in its place on the day: whether it may lead is what is asked. */
  readonly standIn: Organisation
  readonly application: Application
  /** The screener of the round with what it was told; undefined when it has none. */
  readonly screened: Screened | undefined
}

/** Everything that would stop a submission, whatever the time. */
export async function problemsOf(
  db: Database | Tx,
  { form, answers, round, standIn, application, screened }: Checked,
  { receivedAt, declarationMade }: Pick<SubmitRequest, 'receivedAt' | 'declarationMade'>,
): Promise<readonly SubmissionProblem[]> {
  const on = isoDay(receivedAt)
  const checked = await submissionProblems(form, answers, {
    db,
    at: receivedAt,
    reference: application.reference,
    illustrative: application.illustrative,
  })
  const pageOf = (question: string) =>
    form.pages.find((page) => page.questions.some(({ id }) => id === question))?.id ?? ''
  const led = checkLead(standIn, round, on)
  const category = categoryOf(round, answers)
  const another = category && (await slotProblem(db, application, category))
  return [
    ...(led.ok ? [] : led.problems),
    ...(another === undefined ? [] : [another]),
    ...eligibilityProblems(round, { form, answers, screened }),
    ...checked.map((problem) => ({ code: 'answer' as const, problem, page: pageOf(problem.question) })),
    ...(declarationMade || declarationOf(form, answers) !== undefined
      ? []
      : [{ code: 'declaration-not-made' as const }]),
  ]
}

/** What the rules say against a submission, if the round refuses what they fail. */
function eligibilityProblems(
  { ineligible }: Pick<RoundInFund, 'ineligible'>,
  { form, answers, screened }: Pick<Checked, 'form' | 'answers' | 'screened'>,
): readonly SubmissionProblem[] {
  const { screening, failed } = judge(form, answers, screened)
  const missing = screening === 'missing' ? [{ code: 'screening-missing' as const }] : []
  if (ineligible !== 'refuse') return missing
  return [
    ...missing,
    ...failed.map((rule) => {
      const asked = whereDecided(rule, form, answers, screened)
      return { code: 'not-eligible' as const, clause: rule.clause, text: rule.text, asked }
    }),
  ]
}

async function receiptOf(tx: Tx, { id, reference }: Application): Promise<Receipt> {
  const submission = await latestSubmission(tx, id)
  if (submission === undefined) throw new Error(`application ${reference} is submitted and has no submission`)
  const { number, receivedAt, sha256 } = submission
  return { reference, number, receivedAt, sha256 }
}

type Ready = {
  readonly request: Pick<SubmitRequest, 'reference' | 'receivedAt' | 'origin'>
  readonly locked: Application
  readonly round: RoundInFund
  readonly content: FrozenApplication
  readonly actedFor: string
  readonly outcome: Outcome | null
}

/** Keeps what was submitted, for whoever submitted it, with the receipt: the caller has found that nothing stops it. */
export async function freezeAndSend(
  tx: Tx,
  services: Services,
  actor: Pick<SignedIn, 'personId' | 'email'>,
  ready: Ready,
): Promise<Receipt> {
  const { request, locked, round, content, actedFor, outcome } = ready
  const { reference, receivedAt } = request
  const sha256 = frozenHash(content, services.sha256)
  const submission = { applicationId: locked.id, receivedAt, submittedBy: actor.personId, content, sha256, outcome }
  const { number } = await insertSubmission(tx, { id: services.newId(), ...submission })
  await markSubmitted(tx, locked.id, receivedAt, await holdSlot(tx, locked, round, content))
  await recordEvent(tx, {
    action: 'application.submitted',
    actorId: actor.personId,
    fundId: round.fundId,
    objectType: 'application',
    objectId: reference,
    // What came on paper, or is let in late, counts from when it came; it was submitted now.
    at: services.clock(),
    facts: { number, sha256, outcome, lead: content.lead.id, actedFor, receivedAt: receivedAt.toISOString() },
  })
  const receipt = { reference, number, receivedAt, sha256 }
  if (locked.mode === 'test') return receipt
  await queueAbout(
    tx,
    services,
    { illustrative: content.illustrative, fundId: round.fundId },
    {
      kind: 'application-receipt',
      recipient: actor.email,
      personId: actor.personId,
      words: (say) =>
        say(receiptMail)({
          ...receipt,
          fund: round.fund.name,
          round: round.name,
          lead: content.lead.name,
          standIn: content.standIn?.name,
          signOffs: content.signOffs ?? [],
          keyed: content.keyed,
          origin: request.origin,
        }),
    },
  )
  await askToConfirm(tx, services, round, { reference, submittedBy: actor.personId, origin: request.origin })
  return receipt
}
