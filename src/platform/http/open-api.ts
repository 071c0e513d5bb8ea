import type { TSchema } from 'typebox'
import { capital } from '../../core/text/capital.ts'
import type { ApiShape, NamedSchema } from './api-shape.ts'
import { describeWebhooks, type WebhookShape } from './describe-webhooks.ts'
import { problemSchema } from './problem.ts'
import type { Route } from './route.ts'

type JsonObject = { [key: string]: unknown }

export type ApiAbout = {
  readonly title: string
  /** Of the API, not of the program. */
  readonly version: string
  /** Markdown. */
  readonly description: string
  readonly licence: { readonly name: string; readonly url: string }
  /** Where the service is reached. */
  readonly server: string
}

const problemIsNamed: NamedSchema = { name: 'Problem', schema: problemSchema }

/** What may go wrong at every address. */
const everywhere = {
  429: 'Too many requests from one address.',
  500: 'The service has a fault.',
  503: 'The service cannot answer at the moment.',
} as const

/**
 * The description of the API, made from the routes themselves, so that it says what they do. A schema that has a name is
 * said once and referred to wherever it is part of another.
 *
 * @param named the schemas that have names, besides those that routes name
 * @param webhooks what the service sends by itself
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export function openApiOf(
  routes: readonly Route[],
  about: ApiAbout,
  named: readonly NamedSchema[] = [],
  webhooks: readonly WebhookShape[] = [],
): JsonObject {
  const described = routes.flatMap((route) => (route.api === undefined ? [] : [{ route, api: route.api }]))
  const all = [
    problemIsNamed,
    ...named,
    ...described.flatMap(({ api }) => [api.answer, ...(api.body ? [api.body] : [])]),
  ]
  const names = new Map<unknown, string>(all.map(({ name, schema }) => [schema, name]))
  const paths: Record<string, JsonObject> = {}
  for (const { route, api } of described) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, api, names) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: about.title,
      version: about.version,
      description: about.description,
      license: { name: about.licence.name, url: about.licence.url },
    },
    servers: [{ url: about.server }],
    tags: [...new Set([...described.map(({ api }) => api.group), ...webhooks.map(() => 'Webhooks')])].map((name) => ({
      name,
    })),
    paths,
    ...(webhooks.length > 0 && { webhooks: describeWebhooks(webhooks, (schema) => written(schema, names)) }),
    components: {
      schemas: Object.fromEntries([...names].map(([schema, name]) => [name, inside(schema, names)])),
    },
  }
}

function operation(route: Route, api: ApiShape, names: ReadonlyMap<unknown, string>): JsonObject {
  const params = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: written(api.params?.[name] ?? { type: 'string' }, names),
  }))
  const query = Object.entries(api.query ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: written(schema, names),
  }))
  const refusals: Readonly<Record<string, string>> = { ...api.refusals, ...everywhere }
  const marked = route.method === 'GET'
  return {
    operationId: operationId(route),
    summary: api.summary,
    ...(api.description !== undefined && { description: api.description }),
    tags: [api.group],
    parameters: [
      ...params,
      ...query,
      ...(marked ? [{ name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' } }] : []),
    ],
    ...(api.body && {
      requestBody: { required: true, content: { 'application/json': { schema: written(api.body.schema, names) } } },
    }),
    responses: {
      200: {
        description: 'What was asked for.',
        ...(marked && {
          headers: { ETag: { description: 'Changes when the content does.', schema: { type: 'string' } } },
        }),
        content: { 'application/json': { schema: written(api.answer.schema, names) } },
      },
      ...(marked && { 304: { description: 'It is what `If-None-Match` says the asker has.' } }),
      ...Object.fromEntries(
        Object.entries(refusals).map(([status, description]) => [
          status,
          { description, content: { 'application/problem+json': { schema: written(problemSchema, names) } } },
        ]),
      ),
    },
  }
}

/** @example operationId({ method: 'GET', path: '/api/v1/funds/:fund' }) // => 'getFundsByFund' */
const operationId = ({ method, path }: Pick<Route, 'method' | 'path'>): string =>
  method.toLowerCase() +
  path
    .split('/')
    .slice(3)
    .map((part) => (part.startsWith(':') ? `By${capital(part.slice(1))}` : part.split(/[-.]/).map(capital).join('')))
    .join('')

/** A schema as it stands in the description: by its name if it has one. */
const written = (schema: unknown, names: ReadonlyMap<unknown, string>): unknown => {
  const name = names.get(schema)
  return name === undefined ? inside(schema as TSchema, names) : { $ref: `#/components/schemas/${name}` }
}

/** The parts of a schema, those with names by their names. */
function inside(schema: unknown, names: ReadonlyMap<unknown, string>): unknown {
  if (Array.isArray(schema)) return schema.map((each) => written(each, names))
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(Object.entries(schema).map(([key, member]) => [key, written(member, names)]))
}
