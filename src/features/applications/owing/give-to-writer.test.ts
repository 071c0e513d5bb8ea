import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { fillIn } from '../../../../tests/support/apply-by-form.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type OpenRound, openRound, type PersonName } from '../../../../tests/support/open-round.ts'
import { form } from '../../../../tests/support/open-round-form.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import type { Form } from '../../../core/forms/index.ts'
import { formVersionById, publishFormVersion, saveFormDraft } from '../../forms/index.ts'
import { applicationsJobs } from '../applications.jobs.ts'
import { giveToWriter } from './give-to-writer.ts'

let now = new Date('2026-11-25T12:00:00Z')
let server: TestServer
let round: OpenRound
let reference: string
let ann: TestBrowser
let ben: TestBrowser
const life = lastFirst({ after })
/** Alder's draft, in which Birch is a partner that writes one page, and Cai was invited to write all of it. */
before(async () => {
  server = await testServer(life, await freshDatabase(life), { clock: () => now })
  round = await openRound(server.services)
  reference = await round.draft()
  await sql`
    insert into application_partner (application_id, organisation_id, state, asked_at, asked_by, decided_at, decided_by, pages)
    select id, 'T-BIRCH', 'accepted', ${now}, ${round.people.ann}::uuid, ${now}, ${round.people.ben}::uuid, '["contact"]'
    from application where reference = ${reference}`.execute(server.services.db)
  await sql`
    insert into application_contributor (application_id, email, state, person_id, invited_at, joined_at, invited_by, expires_at)
    select id, 'cai@example.gov.uk', 'joined', ${round.people.cai}::uuid, ${now}, ${now}, ${round.people.ann}::uuid,
      '2027-01-01' from application where reference = ${reference}`.execute(server.services.db)
  ann = await server.signedIn(round.people.ann)
  ben = await server.signedIn(round.people.ben)
})

const at = (path: string): string => `/applications/${reference}${path}`
const give = async (question: string, person: PersonName | 'x', due: Record<string, string> = {}) =>
  await ann.post(at(`/questions/${question}/give`), {
    person: person === 'x' ? 'nobody' : round.people[person],
    ...due,
  })
const due = (day: string, month: string, year: string) => ({ 'due-day': day, 'due-month': month, 'due-year': year })

/** Tells what waits to be told. @returns the subjects and bodies of what somebody was sent since */
async function tell(who: 'adam' | 'ben' | 'cai', kind = 'page-given') {
  const { db } = server.services
  await sql`delete from message`.execute(db)
  now = new Date(now.getTime() + 6 * 60_000)
  await applicationsJobs(server.services)
    .find(({ name }) => name === 'tell-writers')
    ?.work({})
  const { rows } = await sql<{ subject: string; body: string }>`
    select subject, body from message where recipient = ${`${who}@example.gov.uk`} and kind = ${kind}
    order by created_at, id`.execute(db)
  return rows
}

/** What stands under somebody's name in the list of who owes what, as text. */
async function listOf(name: string, browser = ann): Promise<string> {
  const { body } = await browser.get(at('/who-owes-what'))
  const part = body.split('<h2 class="govuk-heading-m">').find((text) => text.startsWith(name)) ?? ''
  return part
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

describe('giving one question of a page', () => {
  it('lets its page be for one person and the question for another, each with a day, and tells who has it', async () => {
    await ann.post(at('/pages/contact/give'), { person: round.people.adam, ...due('28', '11', '2026') })
    assert.equal((await give('email', 'ben', due('27', '11', '2026'))).location, at('/who-owes-what'))
    assert.match(
      await listOf('Adam'),
      /^Adam Alder\. 1 of 1 still to complete\. Who leads the work Not started Due 28 November 2026 Email address For Ben, due on 27 November 2026\. Not answered /,
    )
    assert.match(
      await listOf('Ben'),
      /^Ben Birch\. 1 of 1 still to complete\. Email address On “Who leads the work” Not answered Due 27 November 2026 /,
    )
    assert.match((await ann.get(at(''))).body, /For Adam, due on 28 November 2026\. 1 question for Ben/)
    assert.match(
      (await ben.get(at('/pages/contact'))).body,
      /href="#email">Email address<\/a>: For Ben, due on 27 November 2026/,
    )
  })

  it('is written by those who lead, and by nobody who was only given something', async () => {
    assert.match((await ann.get(at('/who-owes-what'))).body, /questions\/email\/give/)
    assert.match((await ann.get(at('/pages/contact'))).body, /contact\/give">Give to somebody/)
    assert.doesNotMatch((await ben.get(at('/who-owes-what'))).body, /\/give"/)
    assert.doesNotMatch((await ben.get(at('/pages/contact'))).body, /\/give"/)
    assert.equal((await ben.get(at('/questions/email/give'))).status, 404)
    assert.equal((await ben.post(at('/questions/email/give'), { person: round.people.ben })).status, 404)
  })

  it('sends one message for all that somebody was given, pages and questions, in the order of the form', async () => {
    await give('costs', 'cai')
    await give('joint', 'cai', due('1', 'December', '2026'))
    await ann.post(at('/pages/drivers/give'), { person: round.people.cai })
    const mail = await tell('cai')
    assert.deepEqual(
      mail.map(({ subject }) => subject),
      [`A page and 2 questions for you to write: ${reference}`],
    )
    assert.deepEqual(
      mail[0]?.body.split('\n').filter((line) => line.startsWith('* ')),
      [
        '* Why do you want to change?',
        '* Working together: “Is this a joint bid?”, due on 1 December 2026',
        '* What it costs: “What it costs”',
      ],
    )
    assert.deepEqual(await tell('cai'), [])
  })

  it('counts as done what the page it is on would count as done, and leaves the rest to whoever has the page', async () => {
    await fillIn(ben, at('/pages/contact'), { name: '', email: 'not an address' })
    assert.match(await listOf('Ben'), /1 of 1 still to complete\. Email address On “Who leads the work” Has problems/)
    await fillIn(ben, at('/pages/contact'), { name: '', email: 'lead@alder.example' })
    assert.match(await listOf('Ben'), /Has completed it\. Email address On “Who leads the work” Answered/)
    assert.match(await listOf('Adam'), /1 of 1 still to complete\. Who leads the work Not started/)
    await fillIn(ann, at('/pages/contact'), { name: 'Ann Able', email: 'lead@alder.example' })
    assert.match(await listOf('Adam'), /Has completed it\. Who leads the work Completed/)
    // A table that may stay empty is owed by nobody, as a page of such questions is not.
    assert.match(await listOf('Cai'), /2 of 3 still to complete\..* What it costs Optional/)
  })

  it('asks nothing more of whoever has a page of which each question is for somebody', async () => {
    await give('name', 'cai')
    assert.match(
      await listOf('Adam'),
      /Nothing is left to complete\. Who leads the work Each question is given by itself/,
    )
    assert.equal((await give('name', 'x')).status, 303)
    assert.match(await listOf('Adam'), /Has completed it\./)
  })

  it('says when it is late, until it is answered', async () => {
    await give('joint', 'cai', due('26', '11', '2026'))
    const before = now
    now = new Date('2026-11-27T12:00:00Z')
    const keep = sql`update session set last_seen_at = ${now}, expires_at = ${now}::timestamptz + interval '1 day'`
    await keep.execute(server.services.db)
    assert.match(
      await listOf('Cai'),
      /Is this a joint bid\? On “Working together” Not answered Due 26 November 2026 Late/,
    )
    await fillIn(ann, at('/pages/joint'), { joint: 'no' })
    assert.doesNotMatch(await listOf('Cai'), /Late/)
    now = before
  })

  it('refuses what is not so, and gives back what was typed', async () => {
    const refused = async (fields: Record<string, string>, problem: RegExp) => {
      const { status, body } = await ann.post(at('/questions/email/give'), { person: round.people.ben, ...fields })
      assert.equal(status, 400)
      assert.match(body, problem)
      return body
    }
    await refused({ person: '' }, /Select who answers this question/)
    await refused({ person: round.people.nobody }, /Select who answers this question/)
    const wrong = await refused(due('31', '2', '2027'), /Enter a real day/)
    assert.match(wrong, /value="31"/)
    assert.match(wrong, new RegExp(`value="${round.people.ben}" checked`))
    await refused(due('24', '11', '2026'), /The day must be today or later/)
    const both = await refused({ person: '', ...due('1', 'Janvier', '2027') }, /Select who answers this question/)
    assert.match(both, /href="#due-day">Enter a real day/)
    const other = await ann.post(at('/questions/joint/give'), { person: round.people.ben })
    assert.equal(other.status, 400)
    assert.match(other.body, /Ben cannot write this page/)
  })

  it('finds no question that the form does not have, nor one of somebody else’s application', async () => {
    assert.equal((await ann.get(at('/questions/elsewhere/give'))).status, 404)
    assert.equal((await give('elsewhere', 'cai')).status, 404)
    assert.equal((await give('contact', 'cai')).status, 404, 'the id of a page is none of a question')
    const stranger = await server.signedIn(round.people.sid)
    assert.equal((await stranger.post(at('/questions/email/give'), { person: 'nobody' })).status, 404)
  })

  it('has one person when two give it at once', async () => {
    const actor = await round.actor('ann')
    const to = async (name: PersonName) =>
      await giveToWriter(server.services, actor, {
        reference,
        given: { kind: 'question', id: 'costs' },
        personId: round.people[name],
        dueOn: null,
        receivedAt: now,
      })
    const both = await Promise.all([to('adam'), to('cai')])
    assert.deepEqual(
      both.map(({ ok }) => ok),
      [true, true],
    )
    const { rows } = await sql`select 1 from question_assignment where question_id = 'costs'`.execute(
      server.services.db,
    )
    assert.equal(rows.length, 1)
  })

  it('waits for somebody who has left, and is given to nobody who has', async () => {
    await give('staff', 'cai')
    await sql`update application_contributor set state = 'removed'`.execute(server.services.db)
    assert.match(await listOf('Cai'), /Staff/)
    assert.match((await give('email', 'cai')).body, /Select who answers this question/)
    await sql`update application_contributor set state = 'joined'`.execute(server.services.db)
  })

  it('is noted in the audit log, with the page it is on', async () => {
    const { rows } = await sql<{ facts: unknown }>`
      select facts from audit_event where action = 'application.question-given' and object_id = ${reference}
        and facts->>'question' = 'email' order by at, id limit 1`.execute(server.services.db)
    assert.deepEqual(rows[0]?.facts, {
      page: 'contact',
      question: 'email',
      personId: round.people.ben,
      dueOn: '2026-11-27',
    })
  })
})

describe('a comment', () => {
  const about = async (browser: TestBrowser, question: string) =>
    await browser.post(at('/pages/contact/comments'), { text: 'Ask finance.', action: 'add', about: question })

  it('on a question, or on its page as a whole, is told to whom that question was given', async () => {
    await tell('ben')
    await about(ann, 'name')
    assert.equal((await tell('ben', 'page-commented')).length, 0)
    await about(ann, 'email')
    assert.match((await tell('ben', 'page-commented'))[0]?.body ?? '', /on Who leads the work: “Email address”/)
    await about(ann, '')
    assert.equal((await tell('ben', 'page-commented')).length, 1)
  })
})

describe('a version of the form', () => {
  /** Makes the round take up its form with a change, as its team does. */
  async function takeUp(title: string, pages: Form['pages']): Promise<void> {
    const { services } = server
    const formId = (await formVersionById(services.db, round.round.formVersionId ?? ''))?.formId ?? assert.fail()
    const pam = await round.actor('pam')
    assert.ok((await saveFormDraft(services, pam, { formId, definition: { ...form, title, pages } })).ok)
    const publish = { formId, changeNote: 'Changed.', personId: null, at: services.clock() }
    const made = await services.db.transaction().execute((tx) => publishFormVersion(tx, services, publish))
    assert.ok(made.ok)
    const team = await server.signedIn(round.people.pam)
    assert.equal((await team.post('/manage/funds/test-fund/first/form', { version: made.value.id })).status, 303)
  }
  const email = form.pages[1]?.questions[1] ?? assert.fail()
  const withoutEmail = form.pages.map((page) => ({
    ...page,
    questions: page.questions.filter(({ id }) => id !== 'email'),
  }))

  it('that asks a question no more takes it from the list, tells nobody of it, and gives it back with the question', async () => {
    await give('email', 'ben')
    await takeUp('Shorter', withoutEmail)
    assert.doesNotMatch((await ann.get(at('/who-owes-what'))).body, /Email address/)
    assert.equal((await ann.get(at('/questions/email/give'))).status, 404)
    assert.deepEqual(await tell('ben'), [])
    assert.doesNotMatch((await ann.get(at(''))).body, /question for Ben/)
    await takeUp('As before', form.pages)
    assert.match(await listOf('Ben'), /Email address On “Who leads the work”/)
  })

  it('that asks it on another page leaves it with whom it was given to', async () => {
    const moved = withoutEmail.map((page) =>
      page.id === 'money' ? { ...page, questions: [...page.questions, email] } : page,
    )
    await takeUp('Moved', moved)
    assert.match(await listOf('Ben'), /Email address On “What it costs”/)
    assert.match((await ann.get(at('/pages/money'))).body, /Email address<\/a>: For Ben/)
  })
})

describe('a submitted application', () => {
  it('lets nothing be given any more', async () => {
    await sql`update application set state = 'submitted', submitted_at = ${now} where reference = ${reference}`.execute(
      server.services.db,
    )
    const { status, body } = await give('email', 'adam')
    assert.equal(status, 400)
    assert.match(body, /This application is submitted\. Withdraw it first/)
    for (const path of ['/who-owes-what', '/pages/contact/give', '/questions/email/give'])
      assert.equal((await ann.get(at(path))).location, at(''))
  })
})
