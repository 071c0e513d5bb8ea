import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { complete, fillIn, hiddenIn, referenceOf, submitFrom } from '../../../../tests/support/apply-by-form.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../../tests/support/open-round.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'

const life = lastFirst({ after })
let server: TestServer
let round: OpenRound
let ann: TestBrowser
let ben: TestBrowser
let application: string

before(async () => {
  server = await testServer(life, await freshDatabase(life))
  round = await openRound(server.services)
  ann = await server.signedIn(round.people.ann)
  ben = await server.signedIn(round.people.ben)
})

const draft = async () => {
  const made = `/applications/${await round.draft()}`
  await ann.post(`${made}/partners`, { organisation: 'T-BIRCH' })
  return made
}

beforeEach(async () => {
  await sql`update round set partner_slots = null where slug = 'first'`.execute(server.services.db)
  await sql`update application_partner set state = 'declined' where state = 'accepted'`.execute(server.services.db)
  application = await draft()
})

const answer = async (made: string, say: 'accept' | 'decline', browser = ben) =>
  await browser.post(`${made}/partner`, { organisation: 'T-BIRCH', answer: say })
const part = async (fields: Readonly<Record<string, string | readonly string[]>>, browser = ann) =>
  await browser.post(`${application}/partners/T-BIRCH/part`, fields)
const drivers = () => `${application}/pages/drivers`
/** Sends a page as somebody of the lead would: with all that it takes but the right to write it. */
async function send(browser: TestBrowser, url: string, fields: Readonly<Record<string, string>>) {
  const page = (await ann.get(url)).body
  const kept = { version: hiddenIn(page, 'version'), form: hiddenIn(page, 'form'), action: 'continue' }
  return await browser.post(url, { ...kept, ...fields })
}
const written = async () =>
  (
    await sql<{ value: string; email: string }>`
      select s.value #>> '{}' as value, p.email from answer s join application a on a.id = s.application_id
        join person p on p.id = s.saved_by
      where a.reference = ${referenceOf(application)} and question_id = 'drivers'`.execute(server.services.db)
  ).rows[0]

describe('people of a partner', () => {
  it('read while it is asked, and write the application with the lead once it has accepted', async () => {
    const read = (await ben.get(drivers())).body
    assert.match(read, /<fieldset class="govuk-fieldset" disabled>/)
    assert.match(read, /You can read this page, but not change it/)
    assert.equal((await send(ben, drivers(), { drivers: 'Ours' })).status, 404)
    await answer(application, 'accept')
    assert.equal((await fillIn(ben, drivers(), { drivers: 'Written by Birch' })).status, 303)
    assert.deepEqual(await written(), { value: 'Written by Birch', email: 'ben@example.gov.uk' })
    const ours = (await ben.get(drivers())).body
    assert.doesNotMatch(ours, /not change it/)
    assert.match((await ann.get(drivers())).body, /Written by Birch/)
    assert.match((await ben.get(application)).body, /You can read and write this application as a partner/)
  })

  it('are told that they declined, when, and how to be asked again; then the link is what it was', async () => {
    const link = `${application}/partner`
    const said = /Ben declined for Birch City Council at .+ on /
    await answer(application, 'decline')
    const gone = await ben.get(link)
    assert.equal(gone.status, 200)
    assert.match(gone.body, said)
    assert.match(gone.body, /Write to Ann of Alder District Council/)
    assert.equal((await ben.get(application)).status, 404)
    // A button pressed twice, and an old page on which to accept.
    for (const say of ['decline', 'accept'] as const) assert.equal((await answer(application, say)).location, link)
    await ann.post(`${application}/partners`, { organisation: 'T-BIRCH' })
    assert.match((await ben.get(link)).body, /Accept for Birch City Council/)
    await ann.post(`${application}/partners/remove`, { organisation: 'T-BIRCH' })
    assert.match(
      (await ben.get(link)).body,
      /Alder District Council took Birch City Council off the list of partners at/,
    )
    assert.equal((await ann.get(link)).status, 404, 'nobody of the lead was asked')
  })

  it('write the pages that the lead gives them, and no others', async () => {
    await answer(application, 'accept')
    assert.equal((await part({ part: 'some', pages: ['contact', 'no-such-page'] })).status, 303)
    assert.equal((await send(ben, drivers(), { drivers: 'Not ours' })).status, 404)
    assert.match((await ben.get(drivers())).body, /<fieldset class="govuk-fieldset" disabled>/)
    const contact = `${application}/pages/contact`
    assert.equal((await fillIn(ben, contact, { name: 'Ben', email: 'ben@example.gov.uk' })).status, 303)
    assert.match((await ben.get(`${application}/partner`)).body, /It writes one page[\s\S]*Who leads the work/)
    assert.match((await ben.get(application)).body, /Yours to write/)
    assert.equal((await part({ part: 'none' })).status, 303)
    assert.equal((await send(ben, contact, { name: 'Ben again' })).status, 404)
    assert.equal((await part({ part: 'all' })).status, 303)
    assert.equal((await fillIn(ben, drivers(), { drivers: 'Ours too' })).status, 303)
  })

  it('neither submit it, nor choose partners or signers, nor give themselves a part', async () => {
    await complete(ann, application)
    await answer(application, 'accept')
    const { body } = await ben.get(`${application}/check`)
    assert.doesNotMatch(body, /Submit application|>Change</)
    assert.equal((await ben.post(`${application}/check`, { declaration: 'yes' })).status, 404)
    for (const page of ['partners', 'partners/T-BIRCH/part', 'sign-offs/sponsor/ask', 'withdraw'])
      assert.equal((await ben.get(`${application}/${page}`)).status, 404, page)
    assert.equal((await part({ part: 'all' }, ben)).status, 404)
  })

  it('write nothing more once it leaves, or once the application is sent', async () => {
    await complete(ann, application)
    await answer(application, 'accept')
    await fillIn(ben, drivers(), { drivers: 'Ours' })
    const page = (await ben.get(drivers())).body
    const kept = { version: hiddenIn(page, 'version'), form: hiddenIn(page, 'form'), action: 'continue' }
    assert.equal((await submitFrom(ann, application)).status, 303)
    assert.equal((await ben.post(drivers(), { ...kept, drivers: 'Too late' })).status, 409)
    assert.equal((await written())?.value, 'Ours')
    await ann.post(`${application}/withdraw`)
    await answer(application, 'decline')
    assert.equal((await send(ben, drivers(), { drivers: 'Gone' })).status, 404)
    assert.equal((await ben.get(application)).status, 404)
    assert.equal((await written())?.value, 'Ours')
  })

  it('are given a part only when the lead says which', async () => {
    for (const fields of [{}, { part: 'some' }, { part: 'everything' }]) {
      const refused = await part(fields)
      assert.equal(refused.status, 400)
      assert.match(refused.body, /Select what the partner writes/)
    }
    assert.equal((await ann.get(`${application}/partners/T-CEDAR/part`)).status, 404)
    const { rows } = await sql<{ facts: unknown }>`
      select facts from audit_event where action = 'application.partner-part-given' and object_id =
        ${referenceOf(application)}`.execute(server.services.db)
    assert.deepEqual(rows, [])
    await part({ part: 'some', pages: ['contact'] })
    const told = await sql<{ facts: unknown }>`
      select facts from audit_event where action = 'application.partner-part-given' and object_id =
        ${referenceOf(application)}`.execute(server.services.db)
    assert.deepEqual(told.rows[0]?.facts, { organisation: 'T-BIRCH', pages: ['contact'] })
  })
})

describe('a round that asks for partners', () => {
  it('is applied to only with as many as it asks for, that have accepted', async () => {
    const { db } = server.services
    await sql`update round set partner_minimum = 1 where slug = 'first'`.execute(db)
    await complete(ann, application)
    const refused = await submitFrom(ann, application)
    assert.equal(refused.status, 400)
    assert.match(refused.body, /This round asks for a partner that has accepted, and none has/)
    await answer(application, 'accept')
    assert.equal((await submitFrom(ann, application)).status, 303)
    await sql`update round set partner_minimum = 0 where slug = 'first'`.execute(db)
    await ann.post(`${application}/withdraw`)
  })
})

describe('partner slots', () => {
  const most = async (slots: number | null) =>
    await sql`update round set partner_slots = ${slots} where slug = 'first'`.execute(server.services.db)

  it('are without limit unless the round says otherwise, and never count what is led', async () => {
    assert.match((await ben.get(`${application}/partner`)).body, /any number of applications/)
    const others = [await draft(), await draft()]
    for (const made of [application, ...others]) assert.equal((await answer(made, 'accept')).status, 303)
  })

  it('are used by accepting and freed by leaving; the page says what accepting uses up', async () => {
    await most(1)
    const other = await draft()
    assert.match(
      (await ben.get(`${application}/partner`)).body,
      /Accepting uses its only partner slot: none is used so far/,
    )
    assert.equal((await answer(application, 'accept')).status, 303)
    assert.match(
      (await ben.get(`${other}/partner`)).body,
      new RegExp(`only partner slot is used, in ${referenceOf(application)}`),
    )
    const refused = await answer(other, 'accept')
    assert.equal(refused.status, 400)
    assert.match(refused.body, new RegExp(`is a partner in ${referenceOf(application)} already`))
    await answer(application, 'decline')
    assert.equal((await answer(other, 'accept')).status, 303)
  })

  it('are not used twice by two who accept at the same moment', async () => {
    await most(2)
    const all = [application, await draft(), await draft(), await draft()]
    const answers = await Promise.all(all.map((made) => answer(made, 'accept')))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 303, 400, 400])
    const { rows } = await sql`select from application_partner where organisation_id = 'T-BIRCH' and state = 'accepted'
      `.execute(server.services.db)
    assert.equal(rows.length, 2)
  })

  it('are counted by the database, whatever a program says', async () => {
    await most(1)
    const { db } = server.services
    const other = await draft()
    const accept = async (made: string) =>
      await sql`update application_partner set state = 'accepted', decided_at = now() where organisation_id = 'T-BIRCH'
        and application_id = (select id from application where reference = ${referenceOf(made)})`.execute(db)
    await accept(application)
    await accept(application)
    await assert.rejects(accept(other), (error) => {
      assert.equal((error as { constraint?: string }).constraint, 'application_partner_slot_is_free')
      return true
    })
  })
})
