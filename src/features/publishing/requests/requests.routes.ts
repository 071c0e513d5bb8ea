import { may } from '../../../core/permissions/index.ts'
import { isLate, type RequestTyped, requestKinds, requestState } from '../../../core/requests/index.ts'
import { dayInWords, isoDay } from '../../../core/time/day.ts'
import { typedDayIn } from '../../../core/time/typed-day.ts'
import { type Answer, download, seeOther, show } from '../../../platform/http/answer.ts'
import { pageOfList, rowsOnPage } from '../../../platform/http/page-of-list.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { illustrativeWords } from '../../applications/index.ts'
import { findRound, roundCrumbs } from '../../funds/index.ts'
import { logRequest } from './log-request.ts'
import { logRequestPage } from './pages/log-request.ts'
import { requestsPage } from './pages/requests.ts'
import { pathOf } from './path-of.routes.ts'
import { requestsCsv } from './request-rows.ts'
import { dueLine, dueWords, kindWords, requestProblemText, searchStateWords, stateTags } from './requests.messages.ts'
import { disclosuresPath, logRequestPath, requestPath, requestsCsvPath, requestsPath } from './requests.paths.ts'
import { countRequests, type ListedRequest, type RequestSearch, requestsOf, searchStates } from './requests.store.ts'

const all = '/manage/funds/:fund/:round/requests'

/** The most requests in a file. */
const mostInFile = 10_000

/** The log of requests about a round, as a page and as a file, and logging one. */
export const requestsRoutes = (services: Services): Route[] => [
  get(all, 'application:list', async (ask) => await showList(services, ask)),
  get(`${all}.csv`, 'application:list', async (ask) => {
    const round = await findRound(services.db, ask.actor, 'application:list', pathOf(ask))
    const part = { from: 0, rows: mostInFile }
    const requests = await requestsOf(services.db, round.id, searchIn(ask), isoDay(ask.receivedAt), part)
    return download({
      name: `${round.fund.slug}-${round.slug}-requests.csv`,
      type: 'text/csv; charset=utf-8',
      body: requestsCsv(requests, round.illustrative ? illustrativeWords : undefined),
    })
  }),
  get(`${all}/new`, 'request:answer', async (ask) => await showLog(services, ask, [])),
  post(`${all}/new`, 'request:answer', 'request.logged', async (ask) => {
    const logging = { path: pathOf(ask), typed: typedIn(ask), at: ask.receivedAt }
    const result = await logRequest(services, ask.actor, logging)
    if (!result.ok) return await showLog(services, ask, result.problems.map(requestProblemText))
    const to = requestPath(param(ask, 'fund'), param(ask, 'round'), result.value)
    return seeOther(to, { flash: 'It is logged. You answer for it until you give it to another.' })
  }),
]

const searchIn = ({ query }: Ask): RequestSearch => ({
  query: (query.get('query') ?? '').trim().slice(0, 200),
  kind: requestKinds.find((kind) => kind === query.get('kind')) ?? '',
  state: searchStates.find((state) => state === query.get('state')) ?? '',
})

const typedIn = (ask: Ask): RequestTyped => ({
  kind: ask.form.line('kind'),
  received: typedDayIn(ask.form, 'received'),
  named: typedDayIn(ask.form, 'named'),
  from: ask.form.line('from'),
  text: ask.form.text('text'),
  applications: ask.form.line('applications'),
  decision: ask.form.line('decision') === 'yes',
})

async function showList({ db }: Services, ask: Ask): Promise<Answer> {
  const round = await findRound(db, ask.actor, 'application:list', pathOf(ask))
  const { fund, slug } = round
  const [search, today] = [searchIn(ask), isoDay(ask.receivedAt)]
  const counts = await countRequests(db, round.id, search, today)
  const path = requestsPath(fund.slug, slug)
  const pages = pageOfList(ask.query, { total: counts.matching, path })
  const requests = await requestsOf(db, round.id, search, today, { from: pages.from, rows: rowsOnPage })
  const asked = new URLSearchParams(ask.query)
  asked.delete('from')
  return show(
    requestsPage({
      round,
      breadcrumbs: roundCrumbs(round),
      counts,
      search,
      kinds: [{ value: '', text: 'All' }, ...requestKinds.map((value) => ({ value, text: kindWords[value] }))],
      states: [{ value: '', text: 'All' }, ...searchStates.map((value) => ({ value, text: searchStateWords[value] }))],
      rows: requests.map((request) => rowOf(request, today, requestPath(fund.slug, slug, request.number))),
      pages,
      action: path,
      logHref: may(ask.actor, 'request:answer', round.fundId) ? logRequestPath(fund.slug, slug) : undefined,
      csvHref: `${requestsCsvPath(fund.slug, slug)}${asked.size === 0 ? '' : `?${asked}`}`,
      publicHref: disclosuresPath(fund.slug, slug),
    }),
  )
}

const rowOf = (request: ListedRequest, today: string, href: string) => {
  const { number, kind, from, dueOn, extendedOn, answeredOn, waitsSince, owner, published } = request
  const late = isLate(request, today)
  return {
    href,
    name: `Request ${number}`,
    kind: kindWords[kind],
    from,
    due:
      answeredOn !== null
        ? `Answered ${dayInWords(answeredOn)}`
        : waitsSince === null
          ? dueLine(dueOn, late, extendedOn !== null)
          : `No time runs since ${dayInWords(waitsSince)}`,
    owner,
    state: stateTags[requestState(request)],
    late,
    published,
  }
}

async function showLog({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const round = await findRound(db, ask.actor, 'request:answer', pathOf(ask))
  const { fund, slug } = round
  return show(
    logRequestPage({
      illustrative: round.illustrative,
      breadcrumbs: [...roundCrumbs(round), { text: 'Requests for information', href: requestsPath(fund.slug, slug) }],
      kinds: requestKinds.map((value) => ({ value, text: kindWords[value], due: dueWords[value] })),
      typed: typedIn(ask),
      errors,
      action: logRequestPath(fund.slug, slug),
      csrf: ask.csrf,
    }),
    { status: errors.length > 0 ? 400 : 200 },
  )
}
