import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../../tests/support/open-round.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { applicationsJobs } from '../applications.jobs.ts'

let now = new Date('2026-11-25T12:00:00Z')
let server: TestServer
let round: OpenRound
let reference: string
let ann: TestBrowser
let ben: TestBrowser
let cai: TestBrowser
const life = lastFirst({ after })
before(async () => {
  server = await testServer(life, await freshDatabase(life), { clock: () => now })
  round = await openRound(server.services)
  reference = await round.draft()
  ann = await server.signedIn(round.people.ann)
  ben = await server.signedIn(round.people.ben)
  cai = await server.signedIn(round.people.cai)
})

const at = (path: string): string => `/applications/${reference}${path}`
const emailOf = async (name: 'ben' | 'cai'): Promise<string> => (await round.actor(name)).email

async function mailTo(recipient: string, kind: string) {
  const { rows } = await sql<{ subject: string; body: string }>`
    select subject, body from message where recipient = ${recipient} and kind = ${kind} order by created_at, id`.execute(
    server.services.db,
  )
  return rows
}

async function tell(minutes = 6): Promise<void> {
  now = new Date(now.getTime() + minutes * 60_000)
  await applicationsJobs(server.services)
    .find(({ name }) => name === 'tell-writers')
    ?.work({})
}

type PageOfForm = { id: string; title: string; questions: { id: string; label: string }[] }

async function pages(): Promise<PageOfForm[]> {
  const { rows } = await sql<{ definition: { pages: PageOfForm[] } }>`
    select v.definition from form_version v join application a on a.form_version_id = v.id
    where a.reference = ${reference}`.execute(server.services.db)
  return rows[0]?.definition.pages ?? []
}

const pageOfSeveral = async (): Promise<PageOfForm> =>
  (await pages()).find(({ questions }) => questions.length > 1) ?? assert.fail('no page has two questions')

async function firstPage(): Promise<{ id: string; title: string; question: string }> {
  const [page] = await pages()
  assert.ok(page)
  return { id: page.id, title: page.title, question: page.questions[0]?.id ?? '' }
}

/** Fills the first question of the first page, as the page shows it. */
async function write(browser: TestBrowser, text: string): Promise<number> {
  const page = await firstPage()
  const { body } = await browser.get(at(`/pages/${page.id}`))
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
  const fields = { version: hidden('version'), form: hidden('form'), [page.question]: text, action: 'later' }
  return (await browser.post(at(`/pages/${page.id}`), fields)).status
}

describe('inviting somebody to write', () => {
  it('gives nothing until they have joined, and then what they were given', async () => {
    const page = await firstPage()
    assert.equal((await ben.get(at(''))).status, 404)
    const invited = await ann.post(at('/colleagues'), { email: await emailOf('ben'), part: 'some', pages: [page.id] })
    assert.equal(invited.status, 303)
    assert.equal((await ben.get(at(''))).status, 404)
    const [mail] = await mailTo(await emailOf('ben'), 'contributor-invitation')
    assert.match(mail?.body ?? '', new RegExp(`/applications/${reference}/join`))
    assert.match(mail?.body ?? '', new RegExp(page.title))
    assert.match((await ben.get(at('/join'))).body, /You are asked to write/)
    assert.equal((await ben.post(at('/join'), {})).status, 303)
    assert.match((await ben.get(at(''))).body, /You were invited to write the pages that say so/)
    assert.equal(await write(ben, 'Written by Ben'), 303)
    assert.match((await ann.get(at(`/pages/${page.id}`))).body, /Written by Ben/)
    assert.match((await ben.get('/home')).body, new RegExp(reference))
  })

  it('lets them write no other page, submit nothing and invite nobody', async () => {
    const { rows } = await sql<{ id: string }>`
      select p->>'id' as id from form_version v join application a on a.form_version_id = v.id,
        jsonb_array_elements(v.definition->'pages') p where a.reference = ${reference}`.execute(server.services.db)
    const second = rows[1]?.id ?? ''
    const { body } = await ben.get(at(`/pages/${second}`))
    assert.match(body, /<fieldset class="govuk-fieldset" disabled>/)
    const form = /"form" value="([^"]+)"/.exec((await ben.get(at(`/pages/${(await firstPage()).id}`))).body)?.[1] ?? ''
    assert.equal((await ben.post(at(`/pages/${second}`), { form, version: '0' })).status, 404)
    assert.equal((await ben.post(at('/check'), {})).status, 404)
    assert.equal((await ben.get(at('/colleagues'))).status, 404)
  })

  it('is for the address that it was sent to, and no longer than its days', async () => {
    assert.equal((await cai.get(at('/join'))).status, 404)
    assert.equal((await cai.post(at('/join'), {})).status, 404)
    await ann.post(at('/colleagues'), { email: await emailOf('cai'), part: 'all' })
    const before = now
    now = new Date(now.getTime() + 14 * 86_400_000)
    await sql`update session set last_seen_at = ${now}, expires_at = ${now}::timestamptz + interval '1 day'`.execute(
      server.services.db,
    )
    assert.match((await cai.get(at('/join'))).body, /This invitation has ended/)
    assert.equal((await cai.post(at('/join'), {})).status, 404)
    now = before
  })

  it('says what is wrong and keeps what was typed', async () => {
    const problem = async (fields: Record<string, string | string[]>) => {
      const { status, body } = await ann.post(at('/colleagues'), fields)
      assert.equal(status, 400)
      return body
    }
    assert.match(await problem({ email: '', part: 'all' }), /Enter an email address/)
    const wrong = await problem({ email: 'not an address', part: 'all' })
    assert.match(wrong, /correct format/)
    assert.match(wrong, /value="not an address"/)
    assert.match(await problem({ email: 'x@y.example', part: 'some' }), /at least one page/)
    assert.match(
      await problem({ email: (await round.actor('adam')).email, part: 'all' }),
      /can write this application already/,
    )
  })

  it('writes to one address three times a day at most', async () => {
    for (const status of [303, 303, 303, 400])
      assert.equal((await ann.post(at('/colleagues'), { email: 'often@x.example', part: 'all' })).status, status)
  })

  it('ends when the lead says so; what was written stays', async () => {
    await ann.post(at('/colleagues/remove'), { email: await emailOf('ben') })
    assert.equal((await ben.get(at(''))).status, 404)
    assert.match((await ann.get(at(`/pages/${(await firstPage()).id}`))).body, /Written by Ben/)
    await ann.post(at('/colleagues'), { email: await emailOf('ben'), part: 'all' })
    assert.equal((await ben.post(at('/join'), {})).status, 303)
  })
})

describe('giving a page to somebody', () => {
  it('shows whose it is and by when, and tells them once, with all that they were given', async () => {
    const page = await firstPage()
    const due = { 'due-day': '27', 'due-month': '11', 'due-year': '2026' }
    const given = await ann.post(at(`/pages/${page.id}/give`), { person: round.people.ben, ...due })
    assert.equal(given.status, 303)
    assert.match((await ann.get(at('/who-owes-what'))).body, /27 November 2026/)
    assert.match((await ann.get(at(''))).body, /For [^<]*, due on 27 November 2026/)
    assert.match((await ben.get(at(`/pages/${page.id}`))).body, /due on 27 November 2026/)
    await tell()
    await tell()
    const mail = await mailTo(await emailOf('ben'), 'page-given')
    assert.equal(mail.length, 1)
    assert.ok(mail[0]?.body.includes(`* ${page.title}, due on 27 November 2026`))
  })

  it('says when it is late', async () => {
    const due = { 'due-day': '27', 'due-month': '11', 'due-year': '2026' }
    await ann.post(at('/pages/contact/give'), { person: round.people.ben, ...due })
    const before = now
    now = new Date('2026-11-28T12:00:00Z')
    await sql`update session set last_seen_at = ${now}, expires_at = ${now}::timestamptz + interval '1 day'`.execute(
      server.services.db,
    )
    assert.match((await ann.get(at('/who-owes-what'))).body, /Late/)
    now = before
  })

  it('refuses somebody who cannot write it, and a day that is none or past', async () => {
    const page = await firstPage()
    const problem = async (fields: Record<string, string>) =>
      (await ann.post(at(`/pages/${page.id}/give`), { person: 'nobody', ...fields })).body
    assert.match(await problem({ person: round.people.cai }), /Select who writes this page/)
    assert.match(await problem({ 'due-day': '31', 'due-month': '2', 'due-year': '2027' }), /Enter a real day/)
    assert.match(await problem({ 'due-day': '1', 'due-month': '1', 'due-year': '2020' }), /today or later/)
  })
})

describe('a comment on a page', () => {
  it('is read by those who write, told to whom it concerns, and resolved', async () => {
    const page = await firstPage()
    const path = at(`/pages/${page.id}/comments`)
    assert.equal((await ann.post(path, { text: 'Is <b>this</b> right?', action: 'add' })).status, 303)
    const { body } = await ben.get(path)
    assert.match(body, /Is &lt;b&gt;this&lt;\/b&gt; right\?/)
    assert.match((await ben.get(at(`/pages/${page.id}`))).body, /Comments \(1 open\)/)
    await tell()
    const mail = await mailTo(await emailOf('ben'), 'page-commented')
    assert.equal(mail.length, 1)
    // What is said stays in the service.
    assert.doesNotMatch(mail[0]?.body ?? '', /right/)
    assert.deepEqual(await mailTo((await round.actor('ann')).email, 'page-commented'), [])
    const id = /id="comment-([^"]+)"/.exec(body)?.[1] ?? ''
    await ben.post(path, { comment: id, action: 'resolve' })
    assert.match((await ann.get(path)).body, /Resolved by/)
    assert.doesNotMatch((await ben.get(at(`/pages/${page.id}`))).body, /open\)/)
  })

  it('must say something, and not too much; what was typed is given back', async () => {
    const path = at(`/pages/${(await firstPage()).id}/comments`)
    assert.match((await ann.post(path, { text: '  ', action: 'add' })).body, /Enter a comment/)
    const long = await ann.post(path, { text: 'x'.repeat(4001), action: 'add' })
    assert.equal(long.status, 400)
    assert.match(long.body, /4,000 characters or less/)
    assert.ok(long.body.includes('x'.repeat(4001)))
  })

  it('is about one question of its page where somebody says so, and about no other', async () => {
    const several = await pageOfSeveral()
    const [, second] = several.questions
    assert.ok(second)
    const path = at(`/pages/${several.id}/comments`)
    const typed = { text: 'Ask finance.', action: 'add' }
    const wrong = await ann.post(path, { ...typed, about: 'elsewhere' })
    assert.equal(wrong.status, 400)
    assert.match(wrong.body, /href="#about">Select what your comment is about/)
    assert.match(wrong.body, /Ask finance\./)
    assert.equal((await ann.post(path, { ...typed, about: second.id })).status, 303)
    assert.equal((await ann.post(path, { ...typed, about: '' })).status, 303)
    const { body } = await ben.get(path)
    assert.deepEqual(
      [...body.matchAll(/>On: ([^<]*)</g)].map(([, label]) => label),
      [second.label],
    )
    await tell()
    const mail = (await mailTo(await emailOf('ben'), 'page-commented')).at(-1)?.body ?? ''
    assert.ok(mail.includes(`, on ${several.title}: “${second.label}”\n`), mail)
    assert.ok(mail.includes(`, on ${several.title}\n`), mail)
  })

  it('is not for those who do not write', async () => {
    const path = at(`/pages/${(await firstPage()).id}/comments`)
    assert.equal((await cai.get(path)).status, 404)
    assert.equal((await (await server.signedIn(round.people.pam)).get(path)).status, 404)
  })

  it('never goes into the audit log, nor into what is submitted', async () => {
    const { rows } = await sql<{ facts: string }>`
      select facts::text as facts from audit_event where action = 'application.commented'`.execute(server.services.db)
    assert.ok(rows.length > 0)
    for (const { facts } of rows) assert.doesNotMatch(facts, /right/)
  })
})

describe('who is on a page', () => {
  it('is told to the others for as long as they are heard of', async () => {
    const path = at(`/pages/${(await firstPage()).id}/presence`)
    const present = async (browser: TestBrowser) => JSON.parse((await browser.post(path, {})).body).present
    assert.deepEqual(await present(ann), [])
    assert.equal((await present(ben)).length, 1)
    assert.equal((await present(ann)).length, 1)
    assert.match((await ann.get(at(`/pages/${(await firstPage()).id}`))).body, /is on this page too/)
    now = new Date(now.getTime() + 46_000)
    assert.deepEqual(await present(ann), [])
  })
})

describe('the history of an answer', () => {
  it('shows each version with who wrote it, and puts one back as a new version', async () => {
    const page = await firstPage()
    await write(ann, 'Written by Ann')
    const path = at(`/pages/${page.id}/history`)
    const { body } = await ben.get(path)
    assert.match(body, /<del>[\s\S]*Ben[\s\S]*<\/del>[\s\S]*<ins>[\s\S]*Ann[\s\S]*<\/ins>/)
    const put = await ben.post(path, { question: page.question, version: '1', shown: '2' })
    assert.equal(put.status, 303)
    assert.match((await ann.get(at(`/pages/${page.id}`))).body, /Written by Ben/)
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from answer_version v join application a on a.id = v.application_id
      where a.reference = ${reference} and v.question_id = ${page.question}`.execute(server.services.db)
    assert.equal(rows[0]?.count, 3)
  })

  it('puts nothing back over what somebody has changed since', async () => {
    const page = await firstPage()
    await ben.post(at(`/pages/${page.id}/history`), { question: page.question, version: '2', shown: '2' })
    assert.match((await ann.get(at(`/pages/${page.id}`))).body, /Written by Ben/)
  })
})
