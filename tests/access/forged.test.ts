import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Route } from '../../src/platform/http/route.ts'
import { people } from './cast.ts'
import { keyOf, openWorld, rowOf } from './open-world.ts'
import { places } from './places.ts'
import { rules } from './rules.ts'

const world = await openWorld({ after })
const { db } = world.services

/** Mail programs post here for their user, with a token in the address. Written by hand: each is a hole in the wall. */
const fromAnywhere = [
  'POST /notifications/stop/:token',
  'POST /subscriptions/:token/unsubscribe',
  // Arithmetic for any program: it knows nobody and changes nothing.
  'POST /api/v1/calculate/:calculator',
  // A server of mail, which signs what it hands over.
  'POST /inbound/mail',
]

const changes = world.routes.filter(({ method }) => method === 'POST')

/**
 * Somebody signed in whom the route would let in, in a session of their own: what is refused is the forgery. Where the
 * state of things lets in nobody, an assessor, whom the permission lets that far.
 */
async function someoneLetIn(route: Route) {
  const { ours } = rules[rowOf(route).rule]
  const person = ours.length === 0 ? 'assessor' : people.find((name) => (ours as readonly string[]).includes(name))
  assert.ok(person !== undefined, 'the table lets somebody in')
  return await world.as(person)
}

const forgeries = [
  ['without the token of the session', { _csrf: '' }, {}],
  ['with somebody else’s token', { _csrf: 'bm90IHlvdXJz' }, {}],
  ['from another site', {}, { 'sec-fetch-site': 'cross-site' }],
  ['from a sibling site', {}, { 'sec-fetch-site': 'same-site' }],
] as const

describe('a change that somebody else’s page has sent', () => {
  it('may come from anywhere on these routes alone', () => {
    assert.deepEqual(
      changes.filter(({ crossSite, raw }) => crossSite === true || raw !== undefined).map(keyOf),
      fromAnywhere,
    )
  })

  for (const route of changes.filter((each) => !fromAnywhere.includes(keyOf(each)))) {
    it(`is refused by ${keyOf(route)}, and nothing is changed`, async () => {
      const browser = await someoneLetIn(route)
      const address = await world.address(route)
      const fields = await rowOf(route).fields?.(places.ours, db)
      const before = await trace()
      for (const [how, field, headers] of forgeries) {
        const { status } = await browser.post(address, { ...fields, ...field }, headers)
        assert.equal(status, 403, how)
      }
      assert.deepEqual(await trace(), before)
    })
  }

  it('is refused to a visitor too, who has no session to tell by', async () => {
    for (const route of changes.filter(
      (each) => rowOf(each).rule === 'anyone' && each.crossSite !== true && each.raw === undefined,
    )) {
      const { status } = await world.visitor().post(await world.address(route), {}, { 'sec-fetch-site': 'cross-site' })
      assert.equal(status, 403, keyOf(route))
    }
  })

  it('ends a subscription when a mail program sends it, with no session and from another site', async () => {
    const route = { method: 'POST', path: '/subscriptions/:token/unsubscribe' } as const
    const address = await world.address(route)
    const fields = { 'List-Unsubscribe': 'One-Click' }
    const { status } = await world.visitor().post(address, fields, { 'sec-fetch-site': 'cross-site' })
    assert.equal(status, 200)
    const { rows } = await sql<{ ended: boolean }>`
      select ended_at is not null as ended from subscription where id = ${places.ours.subscriptionId}::uuid`.execute(db)
    assert.deepEqual(rows, [{ ended: true }])
  })
})

/** What any change would leave: an audit event, or a message. */
async function trace(): Promise<unknown> {
  const { rows } = await sql`select (select count(*) from audit_event) as events,
    (select count(*) from message) as messages, (select count(*) from session where ended_at is null) as sessions
    `.execute(db)
  return rows[0]
}
