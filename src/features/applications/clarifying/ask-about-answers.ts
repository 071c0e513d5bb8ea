import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type MomentProblem, type MomentTyped, readMoment } from '../../../core/rounds/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { actingPeople } from '../../accounts/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { findRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { answerRequestPath } from '../applications.paths.ts'
import { type ApplicationInRound, applicationByReference, lockApplication } from '../applications.store.ts'
import { queueAbout } from '../queue-about.ts'
import { latestSubmission } from '../submitting/submissions.store.ts'
import { insertRequest } from './answer-requests.store.ts'
import { answersAskedMail } from './answers-asked-mail.messages.ts'

export type RequestTyped = {
  readonly note: string
  readonly due: MomentTyped
  /** What is asked of each question, by its id; only those that were ticked. */
  readonly questions: ReadonlyMap<string, string>
}

export type AskingProblem =
  | MomentProblem
  | { readonly code: 'due-missing' | 'no-question-chosen' | 'due-in-the-past' | 'note-too-long' }
  | { readonly code: 'asked-missing' | 'asked-too-long'; readonly questionId: string }
  | { readonly code: 'deadline-to-come'; readonly deadlineAt: Date }

type Request = {
  readonly actor: Actor
  readonly path: RoundPath
  readonly reference: string
  readonly typed: RequestTyped
  readonly at: Date
  readonly origin: string
}

/** The most characters of what is asked. */
export const longestAsked = 2000

/**
 * Asks an applicant about answers that it submitted, by page and email, after the deadline: before it the applicant can
 * still change them.
 *
 * @returns the number of the request
 * @throws {NotFound} if the round has no submitted application of that reference, or it is not this person's to run
 */
export async function askAboutAnswers(
  services: Services,
  { actor, path, reference, typed, at, origin }: Request,
): Promise<Result<number, AskingProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await findRound(tx, actor, 'fund:edit', path)
    if (actor.kind !== 'person') throw notFound('round')
    await lockApplication(tx, reference)
    const application = await applicationByReference(tx, reference, [], [])
    if (application?.roundId !== round.id || application.state !== 'submitted') throw notFound('application')
    const asked = await check(tx, application, typed, at)
    if (!asked.ok) return asked
    const id = services.newId()
    const authorId = actor.personId
    const whole = {
      id,
      applicationId: application.id,
      note: typed.note.trim(),
      createdAt: at,
      authorId,
      ...asked.value,
    }
    const number = await insertRequest(tx, whole)
    await recordEvent(tx, {
      action: 'application.answers-asked',
      actorId: authorId,
      fundId: round.fundId,
      objectType: 'application',
      objectId: reference,
      at,
      facts: {
        number,
        dueAt: whole.dueAt.toISOString(),
        questions: whole.questions.map(({ questionId }) => questionId),
      },
    })
    const told = { application, number, dueAt: whole.dueAt, note: whole.note }
    await tell(tx, services, round, told, originForMail(services.config, origin))
    return done(number)
  })
}

type Asked = {
  readonly dueAt: Date
  readonly questions: readonly { readonly questionId: string; readonly asked: string }[]
}

async function check(
  tx: Tx,
  application: ApplicationInRound,
  { note, due, questions }: RequestTyped,
  at: Date,
): Promise<Result<Asked, AskingProblem>> {
  const problems: AskingProblem[] = []
  const { deadlineAt } = application
  if (deadlineAt !== null && at <= deadlineAt) problems.push({ code: 'deadline-to-come', deadlineAt })
  if (note.length > longestAsked) problems.push({ code: 'note-too-long' })
  const submission = await latestSubmission(tx, application.id)
  const known = submission?.content.pages.flatMap((page) => page.questions.map(({ id }) => id)) ?? []
  const chosen = known.flatMap((questionId) => {
    const asked = questions.get(questionId)?.trim()
    return asked === undefined ? [] : [{ questionId, asked }]
  })
  if (chosen.length === 0) problems.push({ code: 'no-question-chosen' })
  for (const { questionId, asked } of chosen) {
    if (asked === '') problems.push({ code: 'asked-missing', questionId })
    if (asked.length > longestAsked) problems.push({ code: 'asked-too-long', questionId })
  }
  const moment = readMoment('deadlineAt', due, true)
  if (!moment.ok) return refused(...problems, ...moment.problems)
  if (moment.value === null) problems.push({ code: 'due-missing' })
  else if (moment.value.at <= at) problems.push({ code: 'due-in-the-past' })
  if (moment.value === null || problems.length > 0) return refused(...problems)
  return done({ dueAt: moment.value.at, questions: chosen })
}

type Told = {
  readonly application: ApplicationInRound
  readonly number: number
  readonly dueAt: Date
  readonly note: string
}

/** Writes to the people of the lead. The questions themselves are on the page, behind its sign-in. */
async function tell(tx: Tx, services: Services, round: RoundInFund, told: Told, origin: string): Promise<void> {
  const { application, number, dueAt } = told
  const { reference, leadId } = application
  const people = await actingPeople(tx, leadId, services.clock())
  const link = `${origin}${answerRequestPath(reference, number)}`
  const asked = { reference, fund: round.fund.name, round: round.name, dueAt, link }
  for (const { id, email } of people) {
    await queueAbout(tx, services, application, {
      kind: 'answers-asked',
      recipient: email,
      personId: id,
      words: (say) => say(answersAskedMail)(asked),
    })
  }
}
