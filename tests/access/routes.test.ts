import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Route } from '../../src/platform/http/route.ts'
import type { TestAnswer } from '../support/server.ts'
import { cast, everyone, type Name } from './cast.ts'
import { keyOf, openWorld, rowOf } from './open-world.ts'
import { places, spare } from './places.ts'
import { placeOf, table, whoseOf } from './route-table.ts'
import { expected, type Outcome, rules, type Whose } from './rules.ts'

const world = await openWorld({ after })
const { db } = world.services
const { ours, theirs } = places
const browsers = new Map(await Promise.all(everyone.map(async (name) => [name, await world.as(name)] as const)))

/** What happened, from outside: the status and where it leads. */
function outcomeOf({ status, location = '', body }: TestAnswer): Outcome | 'forbidden' | 'fault' {
  if (status === 404) return 'not-found'
  if (status === 403) return 'forbidden'
  if (status >= 500) return 'fault'
  // What somebody had written is shown to them, with where to go first.
  if (status === 401) return body.includes('href="/sign-in/authenticator?return=') ? 'second-step' : 'sign-in'
  if (status === 303 && location.startsWith('/sign-in?return=')) return 'sign-in'
  return status === 303 && location.startsWith('/sign-in/authenticator?return=') ? 'second-step' : 'in'
}

async function askedBy(name: Name, route: Route, address: string, whose: Whose): Promise<TestAnswer> {
  if (route.method === 'GET') return await (browsers.get(name) ?? world.visitor()).get(address)
  // Each in a session of its own: some of these end it.
  return await (await world.as(name)).post(address, await rowOf(route).fields?.(placeOf(whose), db))
}

/** Where what happened differs from the rule; those first who must not get in, so that there is still something to do. */
async function differences(route: Route): Promise<readonly string[]> {
  const row = rowOf(route)
  const rule = rules[row.rule]
  const found: string[] = []
  for (const whose of whoseOf(route.path)) {
    const isIn = (name: Name): number => (expected(name, rule, whose) === 'in' ? 1 : 0)
    for (const name of [...everyone].sort((one, other) => isIn(one) - isIn(other))) {
      const answer = await askedBy(name, route, await world.address(route, placeOf(whose)), whose)
      const [met, ought] = [outcomeOf(answer), expected(name, rule, whose)]
      if (met !== ought) found.push(`${name}, ${whose}: ${met} (${answer.status}), and ought to be ${ought}`)
    }
  }
  return found
}

describe('every route', () => {
  it('is in the table, and the table holds no other', () => {
    assert.deepEqual(world.routes.map(keyOf).sort(), Object.keys(table).sort())
  })

  // What is read first: the changes would change what is read.
  for (const method of ['GET', 'POST'] as const) {
    for (const route of world.routes.filter((each) => each.method === method)) {
      it(`${keyOf(route)} lets in just who may`, async () => assert.deepEqual(await differences(route), []))
    }
  }

  it('has ended no session but of those who asked', async () => {
    const { rows } = await sql`select from session where id = ${spare.bystander}::uuid and ended_at is null`.execute(db)
    assert.equal(rows.length, 1)
  })

  it('has written answers of those only who may write them', async () => {
    const { rows } = await sql`select distinct reference, saved_by as "savedBy" from answer
      join application on application.id = application_id where reference in (${ours.draft}, ${theirs.draft}) order by reference`.execute(
      db,
    )
    assert.deepEqual(rows, [
      { reference: ours.draft, savedBy: cast.member.id },
      { reference: theirs.draft, savedBy: cast.outsider.id },
    ])
  })
})

/** Addresses whose parts do not belong together: a way in through one's own door to somebody else's room. */
const mixed: readonly (readonly [method: 'GET' | 'POST', address: string, fields?: Record<string, string>])[] = [
  ['GET', `/manage/funds/${ours.fund}/${theirs.round}`],
  ['GET', `/manage/funds/${ours.fund}/${theirs.round}/applications.csv`],
  ['GET', `/manage/funds/${ours.fund}/${ours.round}/applications/${theirs.listed}`],
  ['GET', `/manage/funds/${theirs.fund}/${theirs.round}/applications/${ours.listed}`],
  ['GET', `/manage/funds/${ours.fund}/${ours.round}/applications/${ours.draft}`],
  ['GET', `/manage/funds/${ours.fund}/${ours.round}/questions/${theirs.question}`],
  ['POST', `/manage/funds/${ours.fund}/${ours.round}/questions/${theirs.question}`, { do: 'publish' }],
  ['POST', `/manage/funds/${ours.fund}/${ours.round}/questions/${theirs.question}/decline`, { reason: 'None.' }],
  ['GET', `/manage/funds/${ours.fund}/funders/${theirs.funder}`],
  ['POST', `/manage/funds/${ours.fund}/funders/${theirs.funder}/remove`],
  ['POST', `/manage/funds/${ours.fund}/approvals`, { organisation: 'dclg', subject: 'rules', round: ours.round }],
  ['POST', `/manage/funds/${ours.fund}/approvals`, { organisation: theirs.funder, subject: 'quote' }],
  ['POST', `/manage/funds/${ours.fund}/approvals/refuse`, { organisation: theirs.funder, subject: 'quote' }],
  ['GET', `/funds/${ours.fund}/${theirs.round}`],
  ['GET', `/funds/${theirs.fund}/${ours.round}/how-to-apply`],
  ['GET', `/funds/${ours.fund}/${theirs.round}/form/blank.txt`],
]

describe('an address whose parts do not belong together', () => {
  for (const [method, address, fields] of mixed) {
    it(`${method} ${address} ${fields?.organisation ?? ''} lets in nobody`, async () => {
      for (const name of everyone) {
        const browser = await world.as(name)
        const met = outcomeOf(method === 'GET' ? await browser.get(address) : await browser.post(address, fields))
        assert.notEqual(met, 'in', name)
        assert.notEqual(met, 'fault', name)
      }
    })
  }
})

describe('what is not there', () => {
  it('is told from what is somebody else’s by nothing in the answer', async () => {
    const stranger = await world.as('stranger')
    for (const [there, notThere] of [
      [`/applications/${ours.draft}`, '/applications/DD-2026-ZZZZ9'],
      [`/account/organisations/${ours.lead}/people`, '/account/organisations/X-NOWHERE/people'],
      ['/manage', '/manage/nothing'],
    ] as const) {
      const [hidden, absent] = [await stranger.get(there), await stranger.get(notThere)]
      assert.equal(hidden.status, 404)
      assert.deepEqual(
        { ...absent, headers: Object.keys(absent.headers) },
        { ...hidden, headers: Object.keys(hidden.headers) },
      )
    }
  })
})
