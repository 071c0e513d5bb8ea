import { dayInWords } from '../../../core/time/day.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { applicationPath } from '../../applications/index.ts'
import { askProblemAt } from './debriefs.messages.ts'
import { ownDebriefPath, withdrawDebriefPath } from './debriefs.paths.ts'
import { rowsOf } from './describe-debrief.ts'
import { type AskProblem, askDebrief, findOwnDebrief, type OwnDebrief, withdrawDebrief } from './own-debrief.ts'
import { ownDebriefPage } from './pages/own-debrief.ts'

const own = '/applications/:reference/debrief'

const addressOf = (ask: Ask) => ({ actor: ask.actor, reference: param(ask, 'reference'), at: ask.receivedAt })

/** What applicants do about a debrief. */
export const ownDebriefRoutes = (services: Services): Route[] => [
  get(own, 'application:write', async (ask) => await showOwn(services, ask, [])),
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
