import Type from 'typebox'
import { notFound } from '../../../core/errors.ts'
import { json, show, text } from '../../../platform/http/answer.ts'
import type { NamedSchema } from '../../../platform/http/api-shape.ts'
import { openApiOf } from '../../../platform/http/open-api.ts'
import { problem } from '../../../platform/http/problem.ts'
import { queryReader } from '../../../platform/http/read-query.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { webhookShapes } from '../webhooks/webhook-shapes.ts'
import { aboutApi } from './about-api.messages.ts'
import { apiPath, developersPath, openApiPath } from './api.paths.ts'
import { named, pageQuery, slugSchema, usualLimit } from './api-schemas.ts'
import { pageOf } from './page-of.ts'
import { developersPage } from './pages/developers.ts'
import { readPublicAwards } from './read-public-awards.ts'
import { readPublicFunds, readPublicRounds } from './read-public-facts.ts'
import { readPublicRows } from './read-public-rows.ts'
import { calculatorNames, limits, workOutCase } from './work-out-case.ts'

const schema = (name: keyof typeof named): NamedSchema => ({ name, schema: named[name] })

const readPage = queryReader(pageQuery)
const readNothing = queryReader({})

const refusals = { 400: 'The query is not one that this address knows.', 404: 'There is nothing here.' }

/** A list of the API, a page at a time. */
function listRoute<Item>(
  path: string,
  api: { readonly summary: string; readonly group: string; readonly answer: keyof typeof named },
  read: (ask: Ask) => Promise<readonly Item[]>,
  keyOf: (item: Item) => string,
): Route {
  const answer = async (ask: Ask) => {
    const query = readPage(ask.query)
    if (!query.ok) return problem(400, 'The query does not fit', query.problems)
    const { limit = usualLimit, cursor } = query.values
    const page = pageOf(await read(ask), keyOf, { limit: Number(limit), cursor: cursor?.toString() })
    const next = page.cursor === undefined ? null : `${ask.origin}${ask.path}?limit=${limit}&cursor=${page.cursor}`
    return json({ items: page.items, next }, next === null ? {} : { headers: { link: `<${next}>; rel="next"` } })
  }
  const params = { fund: slugSchema, round: slugSchema }
  const shape = { ...api, answer: schema(api.answer), query: pageQuery, params, refusals }
  return get(path, 'public', answer, { api: shape })
}

/** One thing of the API. */
function oneRoute<Item>(
  path: string,
  api: { readonly summary: string; readonly group: string; readonly answer: keyof typeof named },
  read: (ask: Ask) => Promise<Item | undefined>,
): Route {
  const answer = async (ask: Ask) => {
    const query = readNothing(ask.query)
    if (!query.ok) return problem(400, 'The query does not fit', query.problems)
    const found = await read(ask)
    if (found === undefined) throw notFound('fact')
    return json(found)
  }
  const params = { fund: slugSchema, round: slugSchema }
  return get(path, 'public', answer, { api: { ...api, answer: schema(api.answer), params, refusals } })
}

/** What programs may read of funds and rounds, and the arithmetic that anyone can run. */
export function apiRoutes(services: Services): Route[] {
  const { db } = services
  const asked = (ask: Ask) => ({ at: ask.receivedAt, origin: ask.origin, prefix: services.config.openDataPrefix })
  const funds = { group: 'Funds', summary: 'Every fund that has a published round' } as const
  const routes = [
    listRoute(
      `${apiPath}/funds`,
      { ...funds, answer: 'FundPage' },
      (ask) => readPublicFunds(db, asked(ask)),
      ({ slug }) => slug,
    ),
    oneRoute(`${apiPath}/funds/:fund`, { group: 'Funds', summary: 'One fund', answer: 'Fund' }, async (ask) =>
      (await readPublicFunds(db, asked(ask))).find(({ slug }) => slug === param(ask, 'fund')),
    ),
    listRoute(
      `${apiPath}/rounds`,
      { group: 'Rounds', summary: 'Every published round of every fund', answer: 'RoundPage' },
      (ask) => readPublicRounds(db, asked(ask)),
      ({ fund, slug }) => `${fund.slug}/${slug}`,
    ),
    listRoute(
      `${apiPath}/funds/:fund/rounds`,
      { group: 'Rounds', summary: 'The published rounds of one fund', answer: 'RoundPage' },
      async (ask) => {
        const rounds = await readPublicRounds(db, asked(ask), param(ask, 'fund'))
        if (rounds.length === 0) throw notFound('fund')
        return rounds
      },
      ({ slug }) => slug,
    ),
    oneRoute(
      `${apiPath}/funds/:fund/rounds/:round`,
      { group: 'Rounds', summary: 'One round', answer: 'Round' },
      async (ask) =>
        (await readPublicRounds(db, asked(ask), param(ask, 'fund'))).find(({ slug }) => slug === param(ask, 'round')),
    ),
    listRoute(
      `${apiPath}/funds/:fund/rounds/:round/applications`,
      {
        group: 'Results',
        summary: 'The applications behind the published results of a round',
        answer: 'ResultRowPage',
      },
      (ask) => readPublicRows(db, { fund: param(ask, 'fund'), round: param(ask, 'round') }, ask.receivedAt),
      ({ key }) => key,
    ),
    listRoute(
      `${apiPath}/awards`,
      { group: 'Awards', summary: 'Every award whose results are published', answer: 'AwardPage' },
      (ask) => readPublicAwards(db, asked(ask)),
      ({ fund, round, reference }) => `${fund.slug}/${round.slug}/${reference}`,
    ),
    calculateRoute(),
  ]
  return [...routes, describeRoute(routes), developersRoute(routes)]
}

/** Anything at all: each calculator says what it takes and what does not fit. */
const caseSchema: NamedSchema = {
  name: 'Case',
  schema: Type.Object({}, { additionalProperties: true, description: 'What the calculator takes: see its page.' }),
}

const outputSchema: NamedSchema = {
  name: 'Output',
  schema: Type.Object({}, { additionalProperties: true, description: 'What the calculator works out.' }),
}

const calculateRoute = (): Route =>
  // Arithmetic: it changes nothing, so it leaves no event.
  post(
    `${apiPath}/calculate/:calculator`,
    'public',
    'none',
    async (ask) => {
      const name = param(ask, 'calculator')
      if (!calculatorNames.some((each) => each === name)) throw notFound('calculator')
      const running = workOutCase(name, ask.json)
      if (running === undefined)
        return problem(503, 'Too many cases are being worked out: try again in a few seconds', undefined, {
          'retry-after': '5',
        })
      const calculated = await running
      return calculated.ok
        ? text(calculated.text, 'application/json; charset=utf-8')
        : problem(422, 'The case does not fit', [...calculated.problems])
    },
    {
      perMinute: 60,
      crossSite: true,
      api: {
        group: 'Calculators',
        summary: 'Work a case out',
        description: `The same arithmetic as \`npm run -s calc -- NAME < case.json\`, to the letter: the same case gives the same output. A case may have ${limits.bytes / 1_000_000} MB and take ${limits.seconds} seconds.`,
        params: { calculator: Type.Enum(calculatorNames) },
        body: caseSchema,
        bodyLimitBytes: limits.bytes,
        answer: outputSchema,
        refusals: {
          400: 'The body is not JSON.',
          404: 'There is no such calculator.',
          413: 'The case is too large.',
          415: 'The body is not said to be JSON.',
          422: 'The case does not fit: `problems` says where and why. Or it takes too long to be worked out here.',
        },
      },
    },
  )

const descriptionSchema: NamedSchema = {
  name: 'Description',
  schema: Type.Object({}, { additionalProperties: true, description: 'An OpenAPI 3.1 document.' }),
}

/** The API, described for programs. */
function describeRoute(others: readonly Route[]): Route {
  const api = { group: 'About', summary: 'This document', answer: descriptionSchema }
  const route: Route = get(openApiPath(), 'public', async ({ origin }) => json(described(origin)), { api })
  const all = [...others, route]
  const components = (Object.keys(named) as (keyof typeof named)[]).map(schema)
  const described = (origin: string) => openApiOf(all, aboutApi(origin), components, webhookShapes)
  return route
}

/** The same for people. */
const developersRoute = (routes: readonly Route[]): Route =>
  get(developersPath(), 'public', async ({ origin }) =>
    show(
      developersPage({
        origin,
        openApiHref: openApiPath(),
        operations: routes.flatMap(({ method, path, api }) =>
          api === undefined ? [] : [{ method, path: path.replaceAll(/:(\w+)/g, '{$1}'), summary: api.summary }],
        ),
        calculators: calculatorNames,
        limits,
      }),
    ),
  )
