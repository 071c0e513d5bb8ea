import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { AcceptedAward } from '../../../../tests/support/accepted-award.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { twoAwards } from '../../../../tests/support/two-awards.ts'
import { eventsOf } from '../../audit/index.ts'

const cohort = '/manage/funds/test-fund/benefits'
const between = `${cohort}/between-awards`

let server: TestServer
let held: AcceptedAward
let pam: TestBrowser
let other = ''
const life = lastFirst({ after })

before(async () => {
  server = await testServer(life, await freshDatabase(life))
  ;({ held, other } = await twoAwards(server))
  pam = await server.signedIn(held.round.people.pam)
})

/** The pair as its form names it. */
const pairOn = (body: string): string =>
  /name="pair" value="([^"]+)"/.exec(body)?.[1] ?? assert.fail('there is no pair')

describe('one benefit in two awards', () => {
  it('is flagged, and counted once in the sums of the fund as the larger of both', async () => {
    const { body } = await pam.get(cohort)
    assert.match(body, /£140,000/)
    assert.doesNotMatch(body, /£240,000/)
    assert.match(body, /“Rent” of [^.]* is left out of the sums: it is counted as “Rent of both” of /)
    assert.match((await pam.get(between)).body, /Both come out of the same budget/)
  })

  it('counts twice only for a reason, which is on record, and once again when that is taken back', async () => {
    const pair = pairOn((await pam.get(between)).body)
    const none = await pam.post(between, { pair, counts: 'both', reason: '  ' })
    assert.equal(none.status, 400)
    assert.match(none.body, /href="#reason-1"/)
    const long = await pam.post(between, { pair, counts: 'both', reason: `${'x'.repeat(301)}` })
    assert.match(long.body, /must be 300 characters or less/)
    assert.match(long.body, /x{301}<\/textarea>/)
    assert.equal((await pam.post(between, { pair, counts: 'both', reason: 'Other <buildings>.' })).status, 303)
    const { body } = await pam.get(between)
    assert.match(body, /Both: Other &lt;buildings&gt;\./)
    assert.match((await pam.get(cohort)).body, /£240,000/)
    assert.equal((await pam.post(between, { pair, counts: 'once' })).status, 303)
    assert.doesNotMatch((await pam.get(cohort)).body, /£240,000/)
    const events = [held.reference, other].map((reference) => eventsOf(server.services.db, 'award', reference))
    const kept = (await Promise.all(events)).flat().filter(({ action }) => action === 'benefits.kept-apart')
    assert.equal(kept.length, 2)
    await assert.rejects(sql`update benefit_kept_apart set reason = 'x'`.execute(server.services.db))
  })

  it('is not decided by others, nor of benefits that do not look like one', async () => {
    const pair = pairOn((await pam.get(between)).body)
    assert.equal((await held.ann.post(between, { pair, counts: 'both', reason: 'Mine' })).status, 404)
    assert.equal((await held.ann.get(between)).status, 404)
    const strange = await pam.post(between, { pair: 'a/b c/d', counts: 'both', reason: 'x' })
    assert.equal(strange.status, 400)
    assert.match(strange.body, /do not look like one any more/)
  })
})
