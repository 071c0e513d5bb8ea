import { routesOf } from '../../src/app.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { lastFirst } from '../support/last-first.ts'
import { type TestBrowser, type TestServer, type TestServerOptions, testServer } from '../support/server.ts'
import { freshDatabase, type Lifetime } from '../support/template.ts'
import { cast, type Name, parts } from './cast.ts'
import { type Place, places } from './places.ts'
import { addressOf, type Row, table } from './route-table.ts'
import { seededWorld } from './seeded-world.ts'

/** The service with everything in it that a route can name, and the means to be anybody. */
export type World = TestServer & {
  readonly routes: readonly Route[]
  /** A browser of this person with a session of its own; for a visitor one without. */
  readonly as: (name: Name) => Promise<TestBrowser>
  /** A concrete address of a route. */
  readonly address: (route: Pick<Route, 'method' | 'path'>, place?: Place) => Promise<string>
}

export const keyOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`

/** What the table says of a route. @throws {Error} if it does not know it */
export function rowOf(route: Pick<Route, 'method' | 'path'>): Row {
  const row = table[keyOf(route)]
  if (row === undefined) throw new Error(`who may use ${keyOf(route)}? Say so in tests/access/route-table.ts`)
  return row
}

export async function openWorld(lifetime: Lifetime, options: TestServerOptions = {}): Promise<World> {
  const life = lastFirst(lifetime)
  const server = await testServer(life, await freshDatabase(life, seededWorld), options)
  const unproven = new Set(parts.filter((part) => part.unproven === true).map(({ name }) => name))
  return {
    ...server,
    routes: routesOf(server.services),
    as: async (name) =>
      name === 'visitor' ? server.visitor() : await server.signedIn(cast[name].id, { secondStep: !unproven.has(name) }),
    address: async (route, place = places.ours) => addressOf(route.path, rowOf(route), place, server.services.db),
  }
}
