import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../tests/support/open-round.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { workloadFields } from '../../../tests/support/workload-fields.ts'
import { chooseForm } from '../funds/index.ts'
import { guidanceJobs } from './guidance.jobs.ts'

const fund = {
  name: 'Test fund',
  'award-type': 'grant',
  'budget-pounds': '1000000',
  places: '10',
  'cap-pounds': '100000',
  vat: 'included',
  'senior-officer-name': 'A. Officer',
}
const round = {
  name: 'First round',
  slug: 'first',
  'contact-email': 'fund@example.gov.uk',
  'eligible-kinds': ['district', 'unitary', 'county'],
  ...workloadFields,
}

let now = new Date('2026-11-25T12:00:00Z')
let server: TestServer
let example: OpenRound
let pam: TestBrowser
const life = lastFirst({ after })
before(async () => {
  server = await testServer(life, await freshDatabase(life), { clock: () => now })
  example = await openRound(server.services)
  pam = await server.signedIn(example.people.pam)
  for (const kind of ['rules', 'deadline']) {
    await sql`
      insert into subscription (id, round_id, email, kinds, asked_at, confirmed_at)
      values (gen_random_uuid(), ${example.round.id}::uuid, ${`${kind}@council.example`}, array[${kind}], ${now}, ${now})`.execute(
      server.services.db,
    )
  }
  // What the fund and the round were before they are changed: all that the forms ask for.
  await changed('change', { ...fund, reason: 'Set up.' })
  await changed('first/change', { ...round, reason: 'Set up.' })
  await newMail()
})

const read = async (page: string) => (await server.visitor().get(`/funds/test-fund/first${page}`)).body

async function changed(page: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<void> {
  now = new Date(now.getTime() + 60_000)
  assert.equal((await pam.post(`/manage/funds/test-fund/${page}`, fields)).status, 303)
}

/** What subscribers are told from now on: to whom, and the text. */
async function newMail(): Promise<readonly { recipient: string; body: string }[]> {
  const { db } = server.services
  const job = guidanceJobs(server.services).find(({ name }) => name === 'tell-of-changes')
  const before = await sql<{ count: number }>`select count(*) from message`.execute(db)
  await job?.work({})
  await job?.work({})
  const { rows } = await sql<{ recipient: string; body: string }>`
    select recipient, body from message where kind = 'round-update' order by created_at, id
    offset ${before.rows[0]?.count ?? 0}`.execute(db)
  return rows
}

describe('a change of the rules of a public round', () => {
  it('of the money of its fund is told with what it was, what it is and why', async () => {
    await changed('change', {
      ...fund,
      'budget-pounds': '900000',
      places: '9',
      'cap-pounds': '95000',
      vat: 'excluded',
      reason: 'A funder left.',
    })
    const lines = [
      'Budget changed from £1,000,000 to £900,000.',
      'Places changed from 10 to 9.',
      'Cap for each award changed from £100,000 to £95,000.',
      'VAT changed from included to not included.',
      'Reason: A funder left.',
    ]
    for (const page of ['', '/updates', '/updates.atom']) {
      const body = await read(page)
      for (const line of lines) assert.ok(body.includes(line), `${page}: ${line}`)
    }
    const mail = await newMail()
    assert.deepEqual(
      mail.map(({ recipient }) => recipient),
      ['rules@council.example'],
    )
    for (const line of lines) assert.ok(mail[0]?.body.includes(line), line)
    assert.match(mail[0]?.body ?? '', /This is a change to the rules of Test fund, First round\./)
  })

  it('of who may lead is told on the page about that too', async () => {
    await changed('first/change', { ...round, 'eligible-kinds': ['district'], reason: 'Districts only.' })
    const line =
      'Who may lead an application changed from county councils, district councils and unitary authorities to district councils.'
    for (const page of ['/updates', '/am-i-eligible']) assert.ok((await read(page)).includes(line), page)
    assert.ok((await newMail())[0]?.body.includes(`${line}\nReason: Districts only.`))
    assert.ok(!(await read('/timetable')).includes(line))
  })

  it('of who pays and how much is told with the name of the funder', async () => {
    const funder = { organisation: 'T-FIRE', 'contribution-pounds': '200000' }
    await changed('funders/new', funder)
    await changed('funders/T-FIRE', { ...funder, 'contribution-pounds': '150000' })
    await changed('funders/T-FIRE', { ...funder, 'contribution-pounds': '150000', 'logo-text': 'Cedar Fire' })
    await changed('funders/T-FIRE/remove', {})
    const lines = [
      'Cedar Fire Authority has joined those that pay for the fund.',
      'Contribution of Cedar Fire Authority changed from £200,000 to £150,000.',
      'Cedar Fire Authority no longer pays for the fund.',
    ]
    const updates = await read('/updates')
    for (const line of lines) assert.equal(updates.split(line).length, 2, line)
    const told = (await newMail()).map(({ body }) => lines.findIndex((line) => body.includes(line)))
    assert.deepEqual(told, [0, 1, 2])
  })

  it('of the form names both versions and what is different', async () => {
    const { services } = server
    const second = services.newId()
    await sql`
      insert into form_version (id, form_id, number, definition, sha256, change_note, saved_at, published_at)
      select ${second}::uuid, form_id, 2, definition, sha256, 'A question less.', ${now}, ${now} from form_version
      where id = ${example.round.formVersionId}::uuid`.execute(services.db)
    now = new Date(now.getTime() + 60_000)
    const actor = await example.actor('pam')
    const path = { fundSlug: 'test-fund', roundSlug: 'first' }
    await services.db
      .transaction()
      .execute((tx) => chooseForm(tx, services, { actor, path, formVersionId: second, at: now }))
    const told =
      /Application form changed from ([^,]+), version 1 to \1, version 2\.[\s\S]*What is different: A question less\./
    for (const page of ['/updates', '/form']) assert.match(await read(page), told)
    assert.match((await newMail())[0]?.body ?? '', told)
  })

  it('of how often and with whom one can apply, before it opens, is told with what it was and what it is', async () => {
    const { services } = server
    await sql`update round set opens_at = ${new Date(now.getTime() + 3_600_000)} where slug = 'first'`.execute(
      services.db,
    )
    const [form, version] = [services.newId(), services.newId()]
    await sql`insert into form (id, fund_id, name, purpose, created_at)
      select ${form}::uuid, fund_id, 'Can you apply?', 'eligibility', ${now} from round where slug = 'first'`.execute(
      services.db,
    )
    await sql`insert into form_version (id, form_id, number, definition, sha256, change_note, saved_at, published_at)
      select ${version}::uuid, ${form}::uuid, 1, definition, sha256, '', ${now}, ${now} from form_version
      where id = ${example.round.formVersionId}::uuid`.execute(services.db)
    const rules = { countedBy: 'all', most: '2', partnerMinimum: '3', partnerSlots: '1', ineligible: 'accept-and-flag' }
    await changed('first/applying', { ...rules, screener: version })
    const lines = [
      'Applications that one body can lead changed from 1 to 2.',
      'Partners that an application needs changed from 0 to 3.',
      'Applications in which one body can be a partner changed from as many as it likes to 1.',
      'Treatment of an application that fails a rule changed from refused to accepted and marked.',
      'Eligibility check before applying changed from none to Can you apply?, version 1.',
    ]
    for (const page of ['/updates', '/updates.atom', '/am-i-eligible']) {
      const body = await read(page)
      for (const line of lines) assert.ok(body.includes(line), `${page}: ${line}`)
    }
    const [mail] = await newMail()
    for (const line of lines) assert.ok(mail?.body.includes(line), line)
    await sql`update round set opens_at = ${example.round.opensAt} where slug = 'first'`.execute(services.db)
  })

  it('that only the programme team is concerned with is told to nobody', async () => {
    const before = await read('/updates')
    await changed('first/change', { ...round, 'eligible-kinds': ['district'], assessors: '12', reason: 'Two more.' })
    assert.equal(await read('/updates'), before)
    assert.deepEqual(await newMail(), [])
  })

  it('is told of each round of a fund by an id of its own in each feed, and not before a round is public', async () => {
    const { db } = server.services
    await sql`
      insert into round (id, fund_id, slug, name, published_at, opens_at, deadline_at, created_at)
      select gen_random_uuid(), fund_id, more.name, more.name, published, opens_at, deadline_at, ${now}
      from round old, (values ('second', ${new Date('2026-11-25T11:00:00Z')}::timestamptz),
        ('later', ${now}::timestamptz + interval '1 hour')) as more (name, published)
      where old.id = ${example.round.id}::uuid`.execute(db)
    const feed = async (slug: string) => (await server.visitor().get(`/funds/test-fund/${slug}/updates.atom`)).body
    const ids = (body: string) => [...body.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id)
    const [first, second] = [await feed('first'), await feed('second')]
    assert.match(second, /A funder left/)
    assert.deepEqual(
      ids(first).filter((id) => ids(second).includes(id)),
      [],
    )
    assert.doesNotMatch(await feed('later'), /A funder left/)
  })
})
