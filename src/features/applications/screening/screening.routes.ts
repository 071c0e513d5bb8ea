import { notFound } from '../../../core/errors.ts'
import { may } from '../../../core/permissions/index.ts'
import { type Answer, seeOther } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { formVersionById, namedFacts } from '../../forms/index.ts'
import { phaseOf, roundByPath } from '../../funds/index.ts'
import { applicationProblemText } from '../applications.messages.ts'
import {
  applyPath,
  eligibilityPagePath,
  eligibilityPath,
  eligibilityResultPath,
  publicRoundPath,
} from '../applications.paths.ts'
import { whyNotOpen } from '../starting/start-application.ts'
import {
  type AtScreener,
  afterPage,
  goOn,
  readPosted,
  showResult,
  showScreenerPage,
  withOtherEntries,
} from './screener-pages.routes.ts'
import { readScreening, screeningSeconds, tooManyEntries, writeScreening } from './screening-cookie.ts'

const base = '/funds/:fund/:round/eligibility'

/** The screener of a round for anybody, without signing in: what it is told waits in the browser until they start. */
export const screeningRoutes = (services: Services): Route[] => [
  get(base, 'public', async (ask) => goOn(await atScreener(services, ask))),
  get(`${base}/questions/:page`, 'public', async (ask) =>
    showScreenerPage(await atScreener(services, ask), param(ask, 'page')),
  ),
  // Nothing is stored but in the browser of whoever asks.
  post(`${base}/questions/:page`, 'public', 'none', async (ask) => answered(await atScreener(services, ask))),
  get(`${base}/result`, 'public', async (ask) => {
    const at = await atScreener(services, ask)
    const { round } = at
    const closed = whyNotOpen(round, ask.receivedAt)
    const href = applyPath(round.fund.slug, round.slug)
    const start = closed === undefined ? { text: 'Start an application', href } : undefined
    return await showResult(at, { start, notOpen: closed && applicationProblemText(closed), mayChange: true })
  }),
]

async function atScreener({ db }: Services, ask: Ask): Promise<AtScreener> {
  const round = await roundByPath(db, param(ask, 'fund'), param(ask, 'round'))
  if (round === undefined) throw notFound('round')
  if (phaseOf(round, ask.receivedAt) === 'preparing' && !may(ask.actor, 'fund:read', round.fundId))
    throw notFound('round')
  const { screenerVersionId, slug } = round
  const version = screenerVersionId === null ? undefined : await formVersionById(db, screenerVersionId)
  if (version === undefined) throw notFound('screener')
  const fund = round.fund.slug
  return {
    db,
    ask,
    round,
    version,
    answers: readScreening(ask.cookie('screening'), version.id, version.definition),
    facts: (answers) => namedFacts(db, version.definition, answers),
    factsKnown: 'named',
    pagePath: (page) => eligibilityPagePath(fund, slug, page),
    resultPath: eligibilityResultPath(fund, slug),
    back: publicRoundPath(fund, slug),
    keeping: 'Your answers are kept in this browser for four hours, and go into your application if you start one.',
  }
}

async function answered(at: AtScreener): Promise<Answer> {
  const pageId = param(at.ask, 'page')
  const changed = await withOtherEntries(at, pageId)
  if (changed !== undefined) return changed
  const posted = await readPosted(at, pageId)
  if (posted === undefined) return seeOther(eligibilityPath(at.round.fund.slug, at.round.slug))
  const after = { ...at, answers: posted.answers }
  const carried = { screenerVersionId: at.version.id, answers: posted.answers }
  const problems = posted.problems.length > 0 ? posted.problems : tooManyEntries(carried, at.version.definition)
  if (problems.length > 0) return await showScreenerPage(after, pageId, { problems })
  const value = writeScreening(carried)
  return afterPage(after, pageId, [{ name: 'screening', value, maxAgeSeconds: screeningSeconds }])
}
