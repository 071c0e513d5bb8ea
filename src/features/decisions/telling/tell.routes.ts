import { may } from '../../../core/permissions/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, download, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { findRound, peoplePath, type RoundInFund } from '../../funds/index.ts'
import { type Decision, decisionOf } from '../deciding/decision.store.ts'
import { funderMail } from './funder-mail.messages.ts'
import { tellFundersText, waitText } from './funders.messages.ts'
import { letterTitles } from './letter-outcomes.messages.ts'
import { tellingRecordOf } from './letters.store.ts'
import { lettersInForce } from './letters-in-force.ts'
import { fundersPage } from './pages/funders.ts'
import { tellingPage } from './pages/telling.ts'
import { type FundersStand, readFunders } from './read-funders.ts'
import { type TellFundersProblem, tellFunders, whyNobody } from './tell-funders.ts'
import { fundersPath, lettersPath, tellingJsonPath, tellingPath } from './telling.paths.ts'
import { fundersWaits, type TellingWait, tellingWaits } from './telling-waits.ts'

const address = '/manage/funds/:fund/:round/decisions/telling'

/** Telling the funders and everybody, for the programme team and those who look on. */
export const tellRoutes = (services: Services): Route[] => [
  get(address, 'decision:read', async (ask) => await showTelling(services, ask)),
  get(`${address}.json`, 'decision:read', async (ask) => {
    const round = await findRound(services.db, ask.actor, 'decision:read', pathOf(ask))
    const record = await tellingRecordOf(services.db, round.id)
    if (record === undefined) return seeOther(tellingPath(round.fund.slug, round.slug))
    const name = `${round.illustrative ? 'illustrative-' : ''}${round.slug}-telling.json`
    return download({ name, type: 'application/json', body: record.text })
  }),
  get(`${address}/funders`, 'decision:read', async (ask) => await showFunders(services, ask, [])),
  post(`${address}/funders`, 'award:run', 'decision.funders-told', async (ask) => {
    const result = await tellFunders(services, { actor: ask.actor, path: pathOf(ask), at: ask.receivedAt })
    if (!result.ok) return await showFunders(services, ask, result.problems)
    const flash = `${result.value} ${result.value === 1 ? 'person is' : 'people are'} told.`
    return seeOther(fundersPath(param(ask, 'fund'), param(ask, 'round')), { flash })
  }),
]

const pathOf = (ask: Ask) => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })

async function showTelling({ db }: Services, ask: Ask): Promise<Answer> {
  const round = await findRound(db, ask.actor, 'decision:read', pathOf(ask))
  const decision = await decisionOf(db, round.id)
  const letters = await lettersInForce(db, round.id)
  const record = await tellingRecordOf(db, round.id)
  const waits = await waitsOf(db, round, decision, ask.receivedAt)
  return show(
    tellingPage({
      round,
      when: whenTold(decision),
      waits: waits.map(waitText),
      refused: waits.flatMap((wait) => (wait.code === 'approval' ? wait.refused : [])),
      record: record && { sha256: record.sha256, href: tellingJsonPath(round.fund.slug, round.slug) },
      letters: letters.map(({ outcome, version }) => ({
        title: letterTitles[outcome],
        href: lettersPath(round.fund.slug, round.slug, outcome),
        standing: version === undefined ? 'Text of the service' : `Version ${version.number}`,
      })),
    }),
  )
}

function whenTold(decision: Decision | undefined): string {
  if (decision === undefined) return 'When the decision is recorded it says when'
  const { tellAt, toldAt } = decision
  return toldAt === null ? `Not before ${ukTimeWithZone(tellAt)}` : ukTimeWithZone(toldAt)
}

async function waitsOf(
  db: Services['db'],
  round: RoundInFund,
  decision: Decision | undefined,
  at: Date,
): Promise<readonly TellingWait[]> {
  if (decision === undefined || decision.toldAt !== null) return []
  return await tellingWaits(db, round, decision, at)
}

async function showFunders(services: Services, ask: Ask, problems: readonly TellFundersProblem[]): Promise<Answer> {
  const { db } = services
  const round = await findRound(db, ask.actor, 'decision:read', pathOf(ask))
  const decision = await decisionOf(db, round.id)
  const stand = await readFunders(db, round)
  const [next] = stand.left
  const page = fundersPage({
    round,
    closed: may(ask.actor, 'award:run', round.fundId)
      ? closedText(decision, stand)
      : 'The programme team tells the funders.',
    until: decision === undefined ? '' : ukTimeWithZone(decision.tellAt),
    waits: decision?.toldAt === null ? fundersWaits(stand).map(waitText) : [],
    peopleHref: peoplePath(round.fund.slug),
    left: stand.left.map(({ name, organisationName }) => `${name}, for ${organisationName}`),
    mail: decision && next && funderMail(round, decision, next.organisationName),
    told: stand.told.map(({ organisationName, personName, toldAt, toldByName }) => [
      organisationName,
      personName,
      ukTimeWithZone(toldAt),
      toldByName,
    ]),
    problem: problems.map(({ code }) => tellFundersText[code]).join('. '),
    action: fundersPath(round.fund.slug, round.slug),
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}

function closedText(decision: Decision | undefined, { left, told }: FundersStand): string {
  if (decision === undefined) return `${tellFundersText['not-decided']}.`
  if (decision.toldAt !== null) return `${tellFundersText['told-everybody']}.`
  return left.length > 0 ? '' : `${tellFundersText[whyNobody(told)]}.`
}
