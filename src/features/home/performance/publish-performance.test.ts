import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../../tests/support/open-round.ts'
import { type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import type { Performance } from '../../../core/performance/index.ts'
import { giveRole } from '../../accounts/index.ts'
import { forgetFeedback } from './forget-feedback.ts'
import { insertFeedback, monthCounts } from './performance.store.ts'

const life = lastFirst({ after })
const now = new Date('2026-11-20T12:00:00Z')
let server: TestServer
let round: OpenRound
before(async () => {
  server = await testServer(life, await freshDatabase(life), { clock: () => now })
  round = await openRound(server.services)
})

/** Applications begun on a day; so many hours later they were submitted, or not (null), by themselves or keyed in. */
async function applications(
  name: string,
  count: number,
  of: { readonly begunAt: string; readonly hours: number | null; readonly keyed?: boolean },
): Promise<void> {
  const { db } = server.services
  const { ann } = round.people
  const more = sql`generate_series(1, ${count}::int) as n`
  const receivedAt = sql`${of.begunAt}::timestamptz + ${of.hours ?? 0}::int * interval '1 hour'`
  const reference = sql`${name}::text || n`
  await sql`insert into organisation (id, name, short_name, kind) select ${reference}, ${reference}, ${reference}, 'district' from ${more}`.execute(
    db,
  )
  await sql`
    insert into application (id, reference, round_id, lead_id, form_version_id, state, created_at, created_by, submitted_at)
    select gen_random_uuid(), ${reference}, r.id, ${reference}, r.form_version_id,
      ${of.hours === null ? 'draft' : 'submitted'}, ${of.begunAt}::timestamptz, ${ann}::uuid, ${receivedAt}
    from ${more}, round r where r.id = ${round.round.id}::uuid`.execute(db)
  if (of.hours !== null)
    await sql`
      insert into submission (id, application_id, number, received_at, submitted_by, content, sha256)
      select gen_random_uuid(), a.id, 1, ${receivedAt}, ${ann}::uuid, '{}', 'x'
      from ${more} join application a on a.reference = ${reference}`.execute(db)
  if (of.keyed === true)
    await sql`
      insert into keyed_application (application_id, channel, received_at, keyed_by, keyed_at, applicant_name, applicant_email)
      select a.id, 'paper', now(), ${ann}::uuid, now(), 'A', 'a@example.org'
      from ${more} join application a on a.reference = ${reference}`.execute(db)
}

const published = async (): Promise<Performance> => JSON.parse((await server.visitor().get('/performance.json')).body)

describe('how the service performs', () => {
  it('says that nothing was counted yet', async () => {
    const { status, body } = await server.visitor().get('/performance')
    assert.equal(status, 200)
    assert.match(body, /Nothing was counted yet/)
  })

  it('is counted from what people did, by the month of the United Kingdom', async () => {
    // Begun in October by the clock of the United Kingdom, in September by that of UTC; 8 of 14 submitted, half within 24 hours.
    await applications('a', 5, { begunAt: '2026-09-30T23:30:00Z', hours: 10 })
    await applications('b', 3, { begunAt: '2026-10-10T12:00:00Z', hours: 24 })
    await applications('c', 6, { begunAt: '2026-10-11T12:00:00Z', hours: null })
    await applications('d', 7, { begunAt: '2026-10-12T12:00:00Z', hours: 1, keyed: true })
    const { months } = await published()
    assert.deepEqual(months, [
      {
        month: '2026-10',
        completion: { percent: 57, of: 14 },
        submitted: 15,
        medianHours: 10,
        digital: { percent: 53, of: 15 },
        satisfaction: 'none',
        poundsEach: null,
      },
    ])
  })

  it('counts what people think without knowing who they are', async () => {
    const ann = await server.signedIn(round.people.ann)
    for (const rating of ['5', '5', '4', '4', '5', '1', '2', '3', '1', '2'])
      assert.equal((await ann.post('/feedback', { after: 'submitting', rating })).status, 303)
    assert.deepEqual((await published()).months[0]?.satisfaction, { percent: 50, of: 10 })
    const { rows } = await sql`select * from service_feedback limit 1`.execute(server.services.db)
    assert.deepEqual(Object.keys(rows[0] ?? {}).toSorted(), ['after', 'given_on', 'id', 'illustrative', 'rating'])
    const { rows: events } = await sql`
      select from audit_event where action = 'feedback.given' and actor_id is null and facts = '{}'`.execute(
      server.services.db,
    )
    assert.equal(events.length, 10)
  })

  it('takes an answer of somebody who has not signed in, and says what is missing', async () => {
    const visitor = server.visitor()
    const { status, body } = await visitor.post('/feedback', { after: 'elsewhere', rating: '9' })
    assert.equal(status, 400)
    assert.match(body, /href="#rating">Select how satisfied you were/)
    assert.equal((await visitor.post('/feedback', { after: 'page', rating: '4' })).status, 303)
  })

  it('leaves out what was made up once the service is public', async () => {
    const { db } = server.services
    const before = await monthCounts(db, false)
    await db.transaction().execute(async (tx) => {
      for (const rating of [1, 1, 5])
        await insertFeedback(tx, { on: '2026-11-01', after: 'page', rating, illustrative: true })
    })
    assert.deepEqual(await monthCounts(db, false), before)
    const november = async (made: boolean) => (await monthCounts(db, made)).find(({ month }) => month === '2026-11')
    const [made, real] = [await november(true), await november(false)]
    assert.equal((made?.ratings ?? 0) - (real?.ratings ?? 0), 3)
    assert.equal((made?.satisfied ?? 0) - (real?.satisfied ?? 0), 1)
    await sql`delete from service_feedback where illustrative`.execute(db)
  })

  it('says in a sentence, and not in large figures, what is not known or withheld', async () => {
    const { body } = await server.visitor().get('/performance')
    const large = [...body.matchAll(/<dd class="app-statistics__value">([^<]*)/g)].map(([, value]) => value)
    assert.deepEqual(
      large.filter((value) => !/^£?\d/.test(value ?? '')),
      [],
    )
    assert.match(body, /<li>What each application costs: for no month/)
  })

  it('forgets answers after two years', async () => {
    const { db } = server.services
    await forgetFeedback(db, new Date('2028-11-20T12:00:00Z'))
    const left = async () => (await sql`select from service_feedback`.execute(db)).rows.length
    assert.equal(await left(), 11)
    await forgetFeedback(db, new Date('2028-11-21T12:00:00Z'))
    assert.equal(await left(), 0)
  })

  it('has the cost that the programme team entered last, with where it stands', async () => {
    const { db } = server.services
    const { fundId } = round.round
    const role = { role: 'programme-team', fundId, by: null, at: now } as const
    await db
      .transaction()
      .execute(async (tx) => await giveRole(tx, server.services, { ...role, personId: round.people.ben }))
    const team = await server.signedIn(round.people.ben, { secondStep: true })
    const costs = '/manage/funds/test-fund/costs'
    const wrong = await team.post(costs, {
      'month-month': 'Jan',
      'month-year': '2027',
      pounds: 'much',
      source: '<b>Ledger</b>',
    })
    assert.equal(wrong.status, 400)
    assert.match(wrong.body, /not in the future/)
    assert.match(wrong.body, /whole pounds/)
    assert.match(wrong.body, /value="Jan"/)
    assert.match(wrong.body, /&lt;b&gt;Ledger/)
    for (const pounds of ['9,000', '£3,000'])
      assert.equal(
        (await team.post(costs, { 'month-month': '10', 'month-year': '2026', pounds, source: 'Ledger 7' })).status,
        303,
      )
    const { body } = await team.get(costs)
    assert.match(body, /£3,000/)
    assert.doesNotMatch(body, /£9,000/)
    assert.equal((await published()).months[0]?.poundsEach, 200)
    assert.equal((await (await server.signedIn(round.people.ann)).get(costs)).status, 404)
  })

  it('is a CSV file and a page with the same figures', async () => {
    const { body: csv } = await server.visitor().get('/performance.csv')
    assert.match(csv, /2026-10,57% of 14,15,10,None,200,53% of 15/)
    const { body } = await server.visitor().get('/performance')
    for (const words of ['October 2026', '57% of 14', '10 hours', '£200', '53% of 15'])
      assert.ok(body.includes(words), words)
  })
})
