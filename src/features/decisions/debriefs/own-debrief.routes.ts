import { notFound } from '../../../core/errors.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { type Answer, download, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { applicationPath } from '../../applications/index.ts'
import { invitationsSent } from '../interviewing/invitations.store.ts'
import { debriefEvent, debriefUid } from './debrief-event.ts'
import { askProblemAt } from './debriefs.messages.ts'
import { debriefEventPath, ownDebriefPath, withdrawDebriefPath } from './debriefs.paths.ts'
import { rowsOf } from './describe-debrief.ts'
import { type AskProblem, askDebrief, findOwnDebrief, type OwnDebrief, withdrawDebrief } from './own-debrief.ts'
import { ownDebriefPage } from './pages/own-debrief.ts'

const own = '/applications/:reference/debrief'

const addressOf = (ask: Ask) => ({ actor: ask.actor, reference: param(ask, 'reference'), at: ask.receivedAt })

/** What applicants do about a debrief. */
export const ownDebriefRoutes = (services: Services): Route[] => [
  get(own, 'application:write', async (ask) => await showOwn(services, ask, [])),
  get(`${own}.ics`, 'application:write', async (ask) => await giveEvent(services, ask)),
  post(own, 'application:write', 'debrief.asked', async (ask) => {
    const asked = { wants: ask.form.text('wants'), times: ask.form.text('times') }
    const result = await askDebrief(services, { ...addressOf(ask), ...asked })
    if (!result.ok) return await showOwn(services, ask, result.problems)
    return seeOther(ownDebriefPath(param(ask, 'reference')), { flash: 'The programme team answers by email.' })
  }),
  post(`${own}/withdraw`, 'application:write', 'debrief.closed', async (ask) => {
    const result = await withdrawDebrief(services, addressOf(ask))
    if (!result.ok) return await showOwn(services, ask, result.problems)
    return seeOther(ownDebriefPath(param(ask, 'reference')), { flash: 'Your request for a debrief is withdrawn.' })
  }),
]

/** The time that stands, as whoever asks was told of it. @throws {NotFound} where there is none */
async function giveEvent({ db, config }: Services, ask: Ask): Promise<Answer> {
  const { reference, round, debrief } = await findOwnDebrief(db, addressOf(ask))
  const time = standingTime(debrief)
  if (debrief === undefined || time === undefined || ask.actor.kind !== 'person') throw notFound('debrief')
  const { name, email } = ask.actor
  const sent = await invitationsSent(db, [debriefUid(config, debrief.applicationId)])
  const number = sent.find(({ recipient }) => recipient === email)?.number ?? 0
  const person = { name, email, team: false }
  const event = { round, debrief, time, what: 'proposed', person, number, at: time.proposedAt } as const
  const body = debriefEvent(config, event).calendar.content
  return download({ name: `debrief-${reference}.ics`, type: 'text/calendar', body })
}

const standingTime = (debrief: OwnDebrief['debrief']) =>
  (debrief?.state === 'arranged' ? debrief.time : null) ?? undefined

async function showOwn({ db }: Services, ask: Ask, problems: readonly AskProblem[]): Promise<Answer> {
  const found = await findOwnDebrief(db, addressOf(ask))
  const { reference, round, debrief, opening, ofLead } = found
  const [wants, times] = [ask.form.text('wants'), ask.form.text('times')]
  const asks = debrief === undefined && opening.code === 'open' && ofLead
  const page = ownDebriefPage({
    reference,
    roundName: round.name,
    illustrative: round.illustrative,
    applicationHref: applicationPath(reference),
    when: whenWords(found),
    rows: debrief === undefined ? [] : rowsOf(debrief),
    contactEmail: ofLead && standingTime(debrief) !== undefined ? round.contactEmail : '',
    eventHref: standingTime(debrief) === undefined ? undefined : debriefEventPath(reference),
    ask: asks ? { action: ownDebriefPath(reference), wants, times } : undefined,
    withdrawAction:
      debrief !== undefined && debrief.state !== 'closed' && ofLead ? withdrawDebriefPath(reference) : undefined,
    typed: asks
      ? []
      : [
          { label: 'What you wanted to discuss', value: wants },
          { label: 'When you could talk', value: times },
        ],
    problems: problems.map((problem) => askProblemAt(problem, round.contactEmail)),
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}

function whenWords({ debrief, opening, ofLead }: OwnDebrief): string {
  if (debrief !== undefined) return ''
  switch (opening.code) {
    case 'too-early':
      return 'A debrief can be asked for once everybody is told what was decided.'
    case 'too-late':
      return `A debrief could be asked for until ${dayInWords(opening.lastDay)}.`
    case 'open':
      return ofLead
        ? `You can ask for a debrief until ${dayInWords(opening.lastDay)}.`
        : `The lead can ask for a debrief until ${dayInWords(opening.lastDay)}.`
  }
}
