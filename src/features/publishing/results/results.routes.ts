import { canonicalJson, type Json } from '../../../core/canonical/index.ts'
import { recordUnderReferences } from '../../../core/decisions/index.ts'
import { notFound } from '../../../core/errors.ts'
import { grantColumns } from '../../../core/open-data/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { csvOf } from '../../../platform/csv/write-csv.ts'
import { download, seeOther, show } from '../../../platform/http/answer.ts'
import { pageOfList } from '../../../platform/http/page-of-list.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { fieldText } from '../../../ui/patterns/index.ts'
import { type Decision, decisionOf } from '../../decisions/index.ts'
import { findRound, roundCrumbs } from '../../funds/index.ts'
import { readGrants } from './awards-data.ts'
import { publishResultsPage } from './pages/publish-results.ts'
import { reportedResultsPage } from './pages/reported-results.ts'
import { resultRowsPage } from './pages/result-rows.ts'
import { resultsPage } from './pages/results.ts'
import { type PublishProblem, type PublishTyped, publishResults, whyNotYet } from './publish-results.ts'
import { publishedRecordOf } from './published-record.store.ts'
import { readResultRows } from './read-result-rows.ts'
import { readReportedResults, readResults } from './read-results.ts'
import { readTexts } from './read-texts.ts'
import { publishWords, textName } from './results.messages.ts'
import { publishResultsPath, resultRowsPagePath, resultsPath } from './results.paths.ts'
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
    get('/funds/:fund/:round/results/applications', 'public', async (ask) => {
      const found = await readResultRows(db, addressOf(ask), ask.receivedAt, ask.query)
      const pages = pageOfList(ask.query, { total: found.total, path: resultRowsPagePath(addressOf(ask)) })
      return show(resultRowsPage({ ...found, pages, rows: found.rows.slice(pages.from, pages.to) }))
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
      const body = (await publishedRecordOf(db, round.id))?.text ?? (await withoutPseudonyms(services, round.id))
      return download({ name: 'decision-record.json', type: json, body })
    }),
  ]
}

/** Results that were published before records had pseudonyms keep the file that they had. */
async function withoutPseudonyms({ db }: Services, roundId: string): Promise<string> {
  const decision = await decisionOf(db, roundId)
  if (decision === undefined) throw notFound('decision')
  return canonicalJson(recordUnderReferences(decision.document) as unknown as Json)
}

function publishRoutes(services: Services): Route[] {
  const path = '/manage/funds/:fund/:round/results'
  const roundPathOf = (ask: Ask) => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })
  return [
    get(path, 'results:publish', async (ask) => show(publishResultsPage(await modelOf(services, ask, untyped, [])))),
    post(path, 'results:publish', 'results.published', async (ask) => {
      const typed = typedToPublish(ask)
      const published = await publishResults(services, ask.actor, roundPathOf(ask), { ...typed, at: ask.receivedAt })
      if (published.ok) return seeOther(publishResultsPath(addressOf(ask)), { flash: 'The results are published' })
      const model = await modelOf(services, ask, typed, published.problems)
      return show(publishResultsPage(model), { status: 400 })
    }),
  ]
}

const untyped: PublishTyped = { reason: '', texts: new Map(), read: false }

const typedToPublish = ({ form }: Ask): PublishTyped => ({
  reason: form.line('reason'),
  texts: new Map(
    form.names().flatMap((name) => (/^text-\d{1,4}$/.test(name) ? [[name, form.text(name).trim()] as const] : [])),
  ),
  read: form.line('read') === 'yes',
})

async function modelOf(services: Services, ask: Ask, typed: PublishTyped, problems: readonly PublishProblem[]) {
  const { db } = services
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
    texts: decision === undefined || waits !== undefined ? [] : await fieldsOf(services, decision, typed),
    read: typed.read,
    versions: versions.map(({ number, publishedAt, reason: why }) => ({
      number,
      on: ukTimeWithZone(publishedAt),
      reason: why,
    })),
    publicHref: resultsPath(addressOf(ask)),
    reason: typed.reason,
    problems: problems.map((problem) =>
      fieldText('field' in problem ? problem.field : 'publish', publishWords(problem)),
    ),
  }
}

/** The texts of the record as fields, with what was typed. */
async function fieldsOf(services: Services, decision: Decision, typed: PublishTyped) {
  const { texts, cluesIn } = await readTexts(services.db, services, decision)
  return texts.map(({ field, path, original, proposed }) => {
    const value = typed.texts.get(field) ?? proposed
    return { field, label: textName(path), value, original, clues: cluesIn(value) }
  })
}
