import { leadShown } from '../../../core/assessment/index.ts'
import { kindPlural } from '../../../core/authorities/kind-words.ts'
import { notFound } from '../../../core/errors.ts'
import { may } from '../../../core/permissions/index.ts'
import { plainNames, type RuleNames, rulesIn } from '../../../core/rules/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { findRound } from '../../funds/index.ts'
import { portfolioPath, portfoliosPath } from './choosing.paths.ts'
import {
  describePortfolio,
  impossibleWords,
  pointsWords,
  portfolioProblemText,
  poundsWords,
  standingWords,
  stateWords,
  waitsWords,
} from './describe-portfolio.messages.ts'
import { moneyQuestions } from './money-questions.ts'
import { portfolioPage } from './pages/portfolio.ts'
import { portfoliosPage } from './pages/portfolios.ts'
import { type PortfolioRun, portfoliosOf } from './portfolios.store.ts'
import { type Deciding, readDeciding } from './read-case.ts'
import { cancelPortfolio, type PortfolioProblem, requestPortfolio, tryMove } from './request-portfolio.ts'

const pathOf = (ask: Ask) => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })
const numberOf = (ask: Ask): number => Number(param(ask, 'number'))
const toRun = (ask: Ask, number: number) => seeOther(portfolioPath(param(ask, 'fund'), param(ask, 'round'), number))

/** The portfolios that the panel starts from. */
export const choosingRoutes = (services: Services): Route[] => [
  get('/manage/funds/:fund/:round/decisions/portfolios', 'decision:read', async (ask) => showAll(services, ask, [])),
  post('/manage/funds/:fund/:round/decisions/portfolios', 'decision:recommend', 'portfolio.requested', async (ask) => {
    const asked = { actor: ask.actor, path: pathOf(ask), at: ask.receivedAt }
    const result = await requestPortfolio(services, { ...asked, moneyQuestion: ask.form.line('question') })
    return result.ok ? toRun(ask, result.value) : await showAll(services, ask, result.problems)
  }),
  post(
    '/manage/funds/:fund/:round/decisions/portfolios/cancel',
    'decision:recommend',
    'portfolio.cancelled',
    async (ask) => {
      const result = await cancelPortfolio(services, { actor: ask.actor, path: pathOf(ask), at: ask.receivedAt })
      if (!result.ok) return await showAll(services, ask, result.problems)
      return seeOther(portfoliosPath(param(ask, 'fund'), param(ask, 'round')), { flash: 'It is cancelled.' })
    },
  ),
  get('/manage/funds/:fund/:round/decisions/portfolios/:number', 'decision:read', async (ask) =>
    showOne(services, ask, []),
  ),
  post(
    '/manage/funds/:fund/:round/decisions/portfolios/:number/move',
    'decision:recommend',
    'portfolio.requested',
    async (ask) => {
      const asked = { actor: ask.actor, path: pathOf(ask), at: ask.receivedAt, number: numberOf(ask) }
      const result = await tryMove(services, { ...asked, typed: typedMove(ask) })
      return result.ok ? toRun(ask, result.value) : await showOne(services, ask, result.problems)
    },
  ),
]

const typedMove = ({ form }: Ask) => ({
  application: form.line('application'),
  move: form.line('move'),
  name: form.line('name'),
  reason: form.text('reason'),
})

async function showAll(services: Services, ask: Ask, problems: readonly PortfolioProblem[]): Promise<Answer> {
  const { db } = services
  const round = await findRound(db, ask.actor, 'decision:read', pathOf(ask))
  const deciding = await readDeciding(db, round)
  const ready = typeof deciding !== 'string'
  const ids = ready ? deciding.scores.map(({ applicationId }) => applicationId) : []
  const page = portfoliosPage({
    round,
    waits: ready ? '' : waitsWords[deciding],
    runs: (await portfoliosOf(db, round.id)).map((run) => ({
      href: portfolioPath(round.fund.slug, round.slug, run.number),
      title: run.name === '' ? `Portfolio ${run.number}: what the rules propose` : `What if: ${run.name}`,
      state: stateWords[run.state],
      when: ukTimeWithZone(run.requestedAt),
      who: run.requestedByName ?? '',
      worth: run.result?.status === 'optimal' ? pointsWords(run.result.value) : '',
    })),
    questions: await moneyQuestions(db, ids),
    sumAsked: ready ? deciding.seal.document.locked.sumAsked : undefined,
    capWords: `The cap is ${poundsWords(round.fund.capPounds)}. More than that is counted as the cap.`,
    mayRun: ready && may(ask.actor, 'decision:recommend', round.fundId),
    errors: problems.map(portfolioProblemText),
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}

async function showOne(services: Services, ask: Ask, problems: readonly PortfolioProblem[]): Promise<Answer> {
  const { db } = services
  const round = await findRound(db, ask.actor, 'decision:read', pathOf(ask))
  const runs = await portfoliosOf(db, round.id)
  const run = runs.find(({ number }) => number === numberOf(ask))
  if (run === undefined) throw notFound('portfolio')
  const deciding = await readDeciding(db, round)
  const found =
    run.result?.status === 'optimal'
      ? describePortfolio(run, run.result, namesOf(run, deciding), ruleNames)
      : { counts: [], rows: [], rules: [], alternatives: [], swaps: [], empty: '', draws: '' }
  const again = problems.length > 0
  const page = portfolioPage({
    ...found,
    round,
    number: run.number,
    name: run.name,
    reason:
      run.reason === ''
        ? ''
        : `${run.reason} (${run.requestedByName ?? 'Somebody'}, ${ukTimeWithZone(run.requestedAt)})`,
    standing: standingWords(run, runs),
    stateWords: stateWords[run.state],
    progress:
      run.state === 'waiting' || run.state === 'running' ? { percent: run.progress, doing: run.doing } : undefined,
    verdict: run.state === 'impossible' ? impossibleWords(run, ruleNames) : run.verdict,
    trace: traceOf(run),
    mayTry: may(ask.actor, 'decision:recommend', round.fundId),
    typed: again ? typedMove(ask) : { application: '', move: '', name: '', reason: '' },
    errors: problems.map(portfolioProblemText),
    csrf: ask.csrf,
  })
  return show(page, { status: again ? 400 : 200 })
}

const ruleNames: RuleNames = { ...plainNames, kind: kindPlural }

/** What applications are called: by their authority too, unless the sealed rules hide who applies until the decision. */
function namesOf({ input }: PortfolioRun, deciding: Deciding | string): (id: string) => string {
  const references = new Map(input.candidates.map(({ id, reference }) => [id, reference]))
  return (id) => {
    const lead =
      typeof deciding === 'string' ? '' : leadShown(rulesIn(deciding.seal.document), deciding.leads.get(id) ?? '')
    const reference = references.get(id) ?? id
    return lead === '' ? reference : `${reference}, ${lead}`
  }
}

const traceOf = (run: PortfolioRun) => [
  { key: 'Input', value: run.inputSha256 },
  { key: 'Sealed rules', value: run.rulesSha256 },
  { key: 'Seed', value: String(run.seed) },
  { key: 'Solver', value: run.solver },
  { key: 'Scaling', value: 'A point is 1,000,000 units; pounds are whole' },
  ...(run.resultSha256 === null ? [] : [{ key: 'Result', value: run.resultSha256 }]),
]
