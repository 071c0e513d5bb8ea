import assert from 'node:assert/strict'
import { before } from 'node:test'
import type { Form } from '../../src/core/forms/index.ts'
import { type OpenRound, openRound, type PersonName } from './open-round.ts'
import { type TestBrowser, type TestServer, testServer } from './server.ts'
import { freshDatabase, type Lifetime } from './template.ts'

/** A server on a round that takes applications, for all tests of a file. */
export type RoundAtWork = {
  /** Only inside of tests. */
  readonly all: () => { readonly server: TestServer; readonly round: OpenRound }
  /** A browser in which somebody is signed in. */
  readonly as: (name: PersonName) => Promise<TestBrowser>
}

/** Opens the round before the first test. @param clock what the server takes the time from; the real one unless said */
export function roundAtWork(life: Lifetime, clock?: () => Date, form?: Form): RoundAtWork {
  let made: ReturnType<RoundAtWork['all']> | undefined
  before(async () => {
    const server = await testServer(life, await freshDatabase(life), clock === undefined ? {} : { clock })
    made = { server, round: await openRound(server.services, form) }
  })
  const all = () => made ?? assert.fail('nothing is set up')
  return { all, as: (name) => all().server.signedIn(all().round.people[name]) }
}
