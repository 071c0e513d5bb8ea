import { canonicalJson, type Json } from '../../../core/canonical/index.ts'
import { publishedRecord } from '../../../core/decisions/index.ts'
import { notFound } from '../../../core/errors.ts'
import { grantColumns } from '../../../core/open-data/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { csvOf } from '../../../platform/csv/write-csv.ts'
import { download, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { decisionOf } from '../../decisions/index.ts'
import { findRound, roundCrumbs } from '../../funds/index.ts'
import { readGrants } from './awards-data.ts'
import { publishResultsPage } from './pages/publish-results.ts'
import { reportedResultsPage } from './pages/reported-results.ts'
import { resultsPage } from './pages/results.ts'
import { type PublishProblem, publishResults, whyNotYet } from './publish-results.ts'
import { readReportedResults, readResults } from './read-results.ts'
import { publishWords } from './results.messages.ts'
import { publishResultsPath, resultsPath } from './results.paths.ts'
import { resultsOf } from './results.store.ts'

const json = 'application/json; charset=utf-8'

/** The results of a round for everybody, and where the team publishes them. */
export const resultsRoutes = (services: Services): Route[] => [...publicRoutes(services), ...publishRoutes(services)]

const addressOf = (ask: Ask) => ({ fund: param(ask, 'fund'), round: param(ask, 'round') })

function publicRoutes(services: Services): Route[] {
  const { db, config } = services
  const read = (ask: Ask, number?: number) => readResults(db, addressOf(ask), ask.receivedAt, number)
  const grantsOf = async (ask: Ask) => {
    const { round, results, awards } = await read(ask)
    const publication = { origin: ask.origin, prefix: config.openDataPrefix, publisher: config.serviceName }
    const made = await readGrants(db, round, { results, awards }, publication)
    if (made === undefined) throw notFound('awards')
    return made
  }
  return [
    get('/funds/:fund/:round/results', 'public', async (ask) => {
      const reported = await readReportedResults(db, addressOf(ask), ask.receivedAt)
      return show(reported === undefined ? resultsPage(await read(ask)) : reportedResultsPage(reported))
    }),
    get('/funds/:fund/:round/results/versions/:number', 'public', async (ask) => {
      const written = param(ask, 'number')
      if (!/^[1-9]\d{0,5}$/.test(written)) throw notFound('version')
      return show(resultsPage(await read(ask, Number(written))))
    }),
    get('/funds/:fund/:round/results/results.json', 'public', async (ask) => {
      const { results } = await read(ask)
      return download({ name: 'results.json', type: json, body: results.text })
    }),
    get('/funds/:fund/:round/results/awards.json', 'public', async (ask) =>
      download({ name: 'awards.json', type: json, body: JSON.stringify(await grantsOf(ask), null, 2) }),
    ),
    get('/funds/:fund/:round/results/awards.csv', 'public', async (ask) => {
      const { grants } = await grantsOf(ask)
      const body = csvOf(grantColumns, grants, { forPeople: false })
      return download({ name: 'awards.csv', type: 'text/csv; charset=utf-8', body })
    }),
    get('/funds/:fund/:round/results/decision-record.json', 'public', async (ask) => {
      const { round } = await read(ask)
      const decision = await decisionOf(db, round.id)
      if (decision === undefined) throw notFound('decision')
      const body = canonicalJson(publishedRecord(decision.document) as unknown as Json)
      return download({ name: 'decision-record.json', type: json, body })
    }),
  ]
}

function publishRoutes(services: Services): Route[] {
  const path = '/manage/funds/:fund/:round/results'
  const roundPathOf = (ask: Ask) => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })
  return [
    get(path, 'results:publish', async (ask) => show(publishResultsPage(await modelOf(services, ask, '', [])))),
    post(path, 'results:publish', 'results.published', async (ask) => {
      const reason = ask.form.line('reason')
      const given = { reason, at: ask.receivedAt }
      const published = await publishResults(services, ask.actor, roundPathOf(ask), given)
      if (published.ok) return seeOther(publishResultsPath(addressOf(ask)), { flash: 'The results are published' })
      const model = await modelOf(services, ask, reason, published.problems)
      return show(publishResultsPage(model), { status: 400 })
    }),
  ]
}

async function modelOf({ db }: Services, ask: Ask, reason: string, problems: readonly PublishProblem[]) {
  const path = { fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') }
  const round = await findRound(db, ask.actor, 'results:publish', path)
  const decision = await decisionOf(db, round.id)
  const versions = await resultsOf(db, round.id)
  const waits = whyNotYet(decision, ask.receivedAt)
  return {
    round,
    breadcrumbs: roundCrumbs(round),
    csrf: ask.csrf,
    action: publishResultsPath(addressOf(ask)),
    waits: waits && publishWords(waits),
    versions: versions.map(({ number, publishedAt, reason: why }) => ({
      number,
      on: ukTimeWithZone(publishedAt),
      reason: why,
    })),
    publicHref: resultsPath(addressOf(ask)),
    reason,
    problems: problems.map(publishWords),
  }
}
