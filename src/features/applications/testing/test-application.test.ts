import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { complete, fillIn, submitFrom } from '../../../../tests/support/apply-by-form.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../../tests/support/open-round.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { applicationsOfLead, countByVersion, countsOfRounds, roundCounts } from '../index.ts'

const life = lastFirst({ after })
let server: TestServer
let round: OpenRound
let pam: TestBrowser
let tests: string

before(async () => {
  server = await testServer(life, await freshDatabase(life))
  round = await openRound(server.services)
  pam = await server.signedIn(round.people.pam)
  tests = `/manage/funds/test-fund/first/form/versions/${round.round.formVersionId}/tests`
})

const start = async (): Promise<string> => {
  const { location = '' } = await pam.post(tests, {})
  assert.match(location, /^\/applications\/TEST-/)
  return location
}

/** Everything that lists, counts or exports the applications of the round. */
async function counted(): Promise<unknown> {
  const { db } = server.services
  const applications = '/manage/funds/test-fund/first/applications'
  const { rows: messages } = await sql`select count(*) from message`.execute(db)
  const { rows: rounds } = await sql<{ lead: string }>`select distinct lead_id as lead from application`.execute(db)
  const pages = ['/manage', '/manage/funds/test-fund', '/manage/funds/test-fund/first', applications]
  const bodies = []
  for (const page of [...pages, '/home', '/funds/test-fund/first', '/']) {
    const { body } = await pam.get(page)
    bodies.push(/<main[\s\S]*<\/main>/.exec(body)?.[0].replaceAll(/name="_csrf" value="[^"]*"/g, ''))
  }
  const leads = rounds.map(({ lead }) => lead)
  return {
    bodies,
    csv: (await pam.get(`${applications}.csv`)).body,
    messages,
    counts: await roundCounts(db, round.round.id),
    versions: await countByVersion(db, round.round.id),
    rounds: [...(await countsOfRounds(db, [round.round.id]))],
    led: await applicationsOfLead(db, round.round.id, leads),
  }
}

describe('a test application', () => {
  it('goes the whole way of an applicant and changes no list, number, export or outbox', async () => {
    await round.draft()
    const before = await counted()
    const application = await start()
    assert.match((await pam.get(application)).body, /TEST<\/strong> This is a test application/)
    await complete(pam, application)
    assert.equal((await submitFrom(pam, application)).status, 303)
    const receipt = (await pam.get(`${application}/receipt`)).body
    assert.match(receipt, /TEST: application submitted/)
    assert.match(receipt, /A test sends none/)
    assert.deepEqual(await counted(), before)
    assert.match((await pam.get(tests)).body, /Submitted/)
  })

  it('takes no place of its lead, so the lead can still submit', async () => {
    const application = await start()
    await complete(pam, application)
    assert.equal((await submitFrom(pam, application)).status, 303)
    const { rows } = await sql<{ lead: string }>`
      select lead_id as lead from application where mode = 'test' limit 1`.execute(server.services.db)
    assert.ok(rows[0])
    const ann = await server.signedIn(round.people.ann)
    const real = `/applications/${await round.draft()}`
    await complete(ann, real)
    assert.equal((await submitFrom(ann, real)).status, 303)
  })

  it('is only for those who run the fund, whoever leads it', async () => {
    const application = await start()
    for (const name of ['ann', 'ben', 'cai', 'oli', 'sid', 'nobody'] as const) {
      const browser = await server.signedIn(round.people[name])
      assert.equal((await browser.get(application)).status, 404, name)
      assert.equal((await browser.get(`${application}/pages/drivers`)).status, 404, name)
      const { body } = await pam.get(`${application}/pages/drivers`)
      const form = /name="form" value="([^"]*)"/.exec(body)?.[1] ?? ''
      const save = { form, version: '0', drivers: 'Not mine', action: 'continue' }
      assert.equal((await browser.post(`${application}/pages/drivers`, save)).status, 404, name)
    }
    assert.equal((await fillIn(pam, `${application}/pages/drivers`, { drivers: 'Mine' })).status, 303)
  })

  it('is deleted with all that was written and submitted in it; a live one never is', async () => {
    const application = await start()
    await complete(pam, application)
    await submitFrom(pam, application)
    const { db } = server.services
    const reference = application.split('/').at(-1)
    const { rows } = await sql<{ id: string; round: string }>`
      select id, round_id as round from application where reference = ${reference}`.execute(db)
    const { id = '', round: own = '' } = rows[0] ?? {}
    assert.equal((await pam.post(`${tests}/${id}/delete`, {})).status, 303)
    assert.equal((await pam.get(application)).status, 404)
    const left = await sql<{ rows: number }>`
      select (select count(*) from submission where application_id = ${id}::uuid)
        + (select count(*) from answer_version where application_id = ${id}::uuid)
        + (select count(*) from round where id = ${own}::uuid) as rows`.execute(db)
    assert.equal(left.rows[0]?.rows, 0)
    const live = await sql<{ id: string }>`select id from application where mode = 'live' limit 1`.execute(db)
    assert.equal((await pam.post(`${tests}/${live.rows[0]?.id}/delete`, {})).status, 404)
    await sql`select delete_test_application(${live.rows[0]?.id}::uuid)`.execute(db)
    assert.equal((await sql`select from application where id = ${live.rows[0]?.id}::uuid`.execute(db)).rows.length, 1)
  })

  it('cannot be in a real round, nor a real one in the round of a test', async () => {
    const { db } = server.services
    await start()
    await assert.rejects(sql`update application set mode = 'test' where mode = 'live'`.execute(db), /round for tests/)
    await assert.rejects(sql`update application set mode = 'live' where mode = 'test'`.execute(db), /round for tests/)
    await assert.rejects(
      sql`update round set test_of = id where published_at is not null`.execute(db),
      /round_test_is_never_public/,
    )
  })
})
