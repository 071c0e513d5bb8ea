import { calendarText } from '../../../core/calendar/index.ts'
import { notFound } from '../../../core/errors.ts'
import { halfDaysInOrder, halfDayWords } from '../../../core/interviews/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, download, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { applicationPath } from '../../applications/index.ts'
import { hostForMail, originForMail } from '../../guidance/index.ts'
import { type AnswerProblem, answerInterview, findOwnInterview, sayWindows } from './answer-interview.ts'
import { answersOf } from './answers.store.ts'
import { answerProblemText } from './interviewing.messages.ts'
import { ownInterviewPath, withdrawShortlistedPath } from './interviewing.paths.ts'
import { applicantMail } from './invitation-mail.messages.ts'
import { invitationsSent } from './invitations.store.ts'
import { ownInterviewPage, withdrawShortlistedPage } from './pages/own-interview.ts'
import { stands } from './places.store.ts'
import { interviewUid } from './send-invitations.ts'
import { halfDayOfSession, sessionsOf, windowsOf } from './sessions.store.ts'
import { slotWords } from './slot-words.messages.ts'
import { withdrawShortlisted } from './withdraw-shortlisted.ts'

const own = '/applications/:reference/interview'

/** What applicants read of their interview, and their answer. */
export const ownInterviewRoutes = (services: Services): Route[] => [
  get(own, 'application:write', async (ask) => await showOwn(services, ask, [])),
  post(own, 'application:write', 'interview.answered or interview.windows-said', async (ask) => {
    const { actor, receivedAt: at, form } = ask
    const reference = param(ask, 'reference')
    const { place } = await findOwnInterview(services.db, actor, reference, at)
    const asked = { actor, reference, at }
    const result =
      place === undefined || !stands(place)
        ? await sayWindows(services, { ...asked, halfDays: form.all('half-days') })
        : await answerInterview(services, { ...asked, answer: form.line('answer'), reason: form.text('reason') })
    return result.ok
      ? seeOther(ownInterviewPath(reference), { flash: 'Saved. The programme team sees it.' })
      : await showOwn(services, ask, result.problems)
  }),
  get(`${own}/withdraw`, 'application:write', async (ask) => await showWithdraw(services, ask, [])),
  post(`${own}/withdraw`, 'application:write', 'application.withdrawn', async (ask) => {
    const reference = param(ask, 'reference')
    const result = await withdrawShortlisted(services, { actor: ask.actor, reference, at: ask.receivedAt })
    return result.ok
      ? seeOther(applicationPath(reference), { flash: 'The application is withdrawn.' })
      : await showWithdraw(services, ask, result.problems)
  }),
  get(`${own}.ics`, 'application:write', async (ask) => await giveEvent(services, ask)),
]

async function showOwn({ db }: Services, ask: Ask, problems: readonly AnswerProblem[]): Promise<Answer> {
  const reference = param(ask, 'reference')
  const { applicationId, round, place, closed, mayWithdraw } = await findOwnInterview(
    db,
    ask.actor,
    reference,
    ask.receivedAt,
  )
  const standing = place !== undefined && stands(place) ? place : undefined
  const last = (await answersOf(db, round.id)).get(applicationId)
  const answer = last !== undefined && standing !== undefined && last.placeNumber >= standing.since ? last : undefined
  const window = (await windowsOf(db, round.id)).get(applicationId)
  const chosen = problems.length > 0 ? ask.form.all('half-days') : window
  const page = ownInterviewPage({
    reference,
    roundName: round.name,
    illustrative: round.illustrative,
    applicationHref: applicationPath(reference),
    action: ownInterviewPath(reference),
    calendarHref: `${ownInterviewPath(reference)}.ics`,
    withdrawHref: mayWithdraw ? withdrawShortlistedPath(reference) : undefined,
    place: standing && {
      when: slotWords(standing),
      where: standing.place,
    },
    cancelled: place !== undefined && standing === undefined,
    closed,
    answered:
      answer === undefined
        ? ''
        : {
            confirmed: `Confirmed by ${answer.saidByName}, ${ukTimeWithZone(answer.saidAt)}.`,
            move: `You asked to move it, ${ukTimeWithZone(answer.saidAt)}: “${answer.reason}”. The programme team answers by email.`,
            kept: `You asked to move it, and it stays where it is: “${answer.reason}”`,
          }[answer.answer],
    halfDays: halfDaysInOrder((await sessionsOf(db, round.id)).map(halfDayOfSession)).map((value) => ({
      value,
      text: halfDayWords(value),
      checked: chosen?.includes(value) === true,
    })),
    typed: { answer: ask.form.line('answer'), reason: ask.form.text('reason') },
    errors: problems.map(answerProblemText),
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}

async function showWithdraw({ db }: Services, ask: Ask, problems: readonly AnswerProblem[]): Promise<Answer> {
  const reference = param(ask, 'reference')
  const { round, place, mayWithdraw } = await findOwnInterview(db, ask.actor, reference, ask.receivedAt)
  if (!mayWithdraw && problems.length === 0) throw notFound('application')
  const page = withdrawShortlistedPage({
    reference,
    illustrative: round.illustrative,
    when: place !== undefined && stands(place) ? slotWords(place) : undefined,
    action: withdrawShortlistedPath(reference),
    back: ownInterviewPath(reference),
    errors: problems.map(answerProblemText),
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}

/** The event as a file, for mail that carries none. */
async function giveEvent({ db, config }: Services, ask: Ask): Promise<Answer> {
  const reference = param(ask, 'reference')
  const { applicationId, round, place } = await findOwnInterview(db, ask.actor, reference, ask.receivedAt)
  if (place === undefined || !stands(place) || ask.actor.kind !== 'person') throw notFound('interview')
  const origin = originForMail(config)
  const host = hostForMail(config)
  const uid = interviewUid(applicationId, host)
  const { email } = ask.actor
  const sent = (await invitationsSent(db, [uid])).find(({ recipient }) => recipient === email)
  const { startsAt, endsAt } = place
  const told = applicantMail({ round, origin, startsAt, endsAt, place: place.place, what: 'invited' }, reference)
  const body = calendarText({
    method: 'REQUEST',
    uid,
    sequence: sent?.number ?? 0,
    stampedAt: place.publishedAt,
    startsAt,
    endsAt,
    summary: told.summary,
    description: told.description,
    location: place.place,
    organiser: { name: round.fund.name, email: round.contactEmail || `interviews@${host}` },
    attendee: { name: ask.actor.name, email: ask.actor.email },
  })
  return download({ name: `interview-${reference}.ics`, type: 'text/calendar', body })
}
