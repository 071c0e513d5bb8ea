import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { complete, submitFrom } from '../../../../tests/support/apply-by-form.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../../tests/support/open-round.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { ensurePerson } from '../../accounts/index.ts'
import { startApplication } from '../index.ts'

const life = lastFirst({ after })
let server: TestServer
let round: OpenRound
let ann: TestBrowser
let ben: TestBrowser

before(async () => {
  server = await testServer(life, await freshDatabase(life))
  round = await openRound(server.services)
  ann = await server.signedIn(round.people.ann)
  ben = await server.signedIn(round.people.ben)
})

/** Somebody new asks to act for a body, and one of its people says that they do. */
async function confirm(email: string, organisation: string, by: TestBrowser): Promise<void> {
  const { services } = server
  const { person } = await ensurePerson(services.db, { id: services.newId(), email, at: services.clock() })
  const asker = await server.signedIn(person.id)
  assert.equal((await asker.post('/account/organisations', { organisation })).status, 303)
  const member = `/account/organisations/${organisation}/people/${person.id}`
  assert.equal((await by.post(member, { decision: 'confirmed' })).status, 303)
}

/** What somebody is told that their body is asked, in the order of their words: the subject, and the application that it links to. */
async function told(email: string): Promise<readonly (readonly (string | undefined)[])[]> {
  const { rows } = await sql<{ subject: string; body: string }>`
    select subject, body from message where kind = 'partner-asked' and recipient = ${email}
    order by created_at, id`.execute(server.services.db)
  return rows.map(({ subject, body }) => [subject, /\/applications\/([A-Z0-9-]+)\/partner\b/.exec(body)?.[1]]).sort()
}

const subject = 'Alder asks Birch to be a partner'

describe('whoever is confirmed for a body', () => {
  it('is told of what it was asked before and can still answer, and of nothing else', async () => {
    const [waits, declined, accepted, sent, removed] = [
      await round.draft(),
      await round.draft(),
      await round.draft(),
      await round.draft(),
      await round.draft(),
    ]
    for (const reference of [waits, declined, accepted, sent, removed])
      await ann.post(`/applications/${reference}/partners`, { organisation: 'T-BIRCH' })
    await ben.post(`/applications/${declined}/partner`, { organisation: 'T-BIRCH', answer: 'decline' })
    await ben.post(`/applications/${accepted}/partner`, { organisation: 'T-BIRCH', answer: 'accept' })
    await ann.post(`/applications/${removed}/partners/remove`, { organisation: 'T-BIRCH' })
    await complete(ann, `/applications/${sent}`)
    assert.equal((await submitFrom(ann, `/applications/${sent}`)).status, 303)

    await confirm('bea@example.gov.uk', 'T-BIRCH', ben)
    assert.deepEqual(await told('bea@example.gov.uk'), [[subject, waits]])
    await confirm('cass@example.gov.uk', 'T-CEDAR', await server.signedIn(round.people.cai))
    assert.deepEqual(await told('cass@example.gov.uk'), [])
  })

  it('is told of what a body was asked in whose place theirs stands', async () => {
    const { services } = server
    const lead = { round: round.round, leadId: 'T-BIRCH', another: true, receivedAt: services.clock() }
    const started = await startApplication(services, await round.actor('ben'), lead)
    assert.ok(started.ok)
    await sql`insert into application_partner (application_id, organisation_id, state, asked_at, asked_by)
      select id, 'T-OLD', 'asked', ${services.clock()}, ${round.people.ben}::uuid from application
      where reference = ${started.value.reference}`.execute(services.db)
    await confirm('alma@example.gov.uk', 'T-ALDER', ann)
    assert.deepEqual(await told('alma@example.gov.uk'), [
      ['Birch asks Old Alder to be a partner', started.value.reference],
    ])
  })

  it('is told of nothing that is closed, but of what was given more time', async () => {
    const { db, clock, newId } = server.services
    const [closed, longer] = [await round.draft(), await round.draft()]
    for (const reference of [closed, longer])
      await ann.post(`/applications/${reference}/partners`, { organisation: 'T-BIRCH' })
    const at = clock()
    const [past, later] = [new Date(at.getTime() - 1), new Date(at.getTime() + 3_600_000)]
    await sql`update round set deadline_at = ${past} where slug = 'first'`.execute(db)
    await sql`insert into deadline_extension (id, round_id, application_id, kind, reason, notice, deadline_at, from_at, given_at, author_id)
      select ${newId()}::uuid, round_id, id, 'other', 'Flooded', '', ${later}, ${past}, ${at}, ${round.people.pam}::uuid
      from application where reference = ${longer}`.execute(db)
    await confirm('bo@example.gov.uk', 'T-BIRCH', ben)
    assert.deepEqual(await told('bo@example.gov.uk'), [[subject, longer]])
  })
})
