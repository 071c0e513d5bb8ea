import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../tests/support/open-round.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { guidanceJobs } from './guidance.jobs.ts'

const publicRound = '/funds/test-fund/first'
const ask = `${publicRound}/questions/ask`
const manage = '/manage/funds/test-fund/first/questions'
const start = new Date('2026-11-27T16:50:00Z')
const closesAt = new Date('2026-11-27T17:00:00Z')

let now = start
let server: TestServer
let example: OpenRound
let ann: TestBrowser
let pam: TestBrowser
const life = lastFirst({ after })
before(async () => {
  server = await testServer(life, await freshDatabase(life), { clock: () => now })
  const { db } = server.services
  example = await openRound(server.services)
  await sql`update round set questions_close_at = ${closesAt} where slug = 'first'`.execute(db)
  await sql`update person set name = 'Ann Ashworth' where id = ${example.people.ann}::uuid`.execute(db)
  ann = await server.signedIn(example.people.ann)
  pam = await server.signedIn(example.people.pam)
})

/** What somebody asks, sent; the path at which it is answered. */
async function asked(question: string): Promise<string> {
  assert.equal((await ann.post(ask, { question })).status, 303)
  const { rows } = await sql<{ id: string }>`select id from clarification where question = ${question}`.execute(
    server.services.db,
  )
  return `${manage}/${rows[0]?.id}`
}

const mailTo = async (email: string): Promise<readonly { subject: string; body: string }[]> =>
  (
    await sql<{ subject: string; body: string }>`
      select subject, body from message where recipient = ${email} order by created_at, id`.execute(server.services.db)
  ).rows

/** Everything that the public can see of questions. */
async function everythingPublic(): Promise<string> {
  const visitor = server.visitor()
  const pages = ['/questions', '/faqs', '/updates', '/updates.atom', '/questions?q=may']
  const bodies = await Promise.all(pages.map(async (page) => (await visitor.get(publicRound + page)).body))
  return bodies.join('\n')
}

describe('asking', () => {
  it('needs somebody signed in, and is open to anyone who is', async () => {
    assert.match((await server.visitor().get(ask)).location ?? '', /^\/sign-in\?return=/)
    const { rows } = await sql<{ count: number }>`select count(*) from clarification`.execute(server.services.db)
    await server.visitor().post(ask, { question: 'Who am I?' })
    const later = await sql<{ count: number }>`select count(*) from clarification`.execute(server.services.db)
    assert.equal(later.rows[0]?.count, rows[0]?.count)
    const nobody = await server.signedIn(example.people.nobody)
    assert.equal((await nobody.post(ask, { question: 'Is it open to me?' })).status, 303)
  })

  it('counts at the very instant of closing, and not a millisecond after it, with what was written kept', async () => {
    now = closesAt
    await asked('Just in time?')
    now = new Date(closesAt.getTime() + 1)
    const late = await ann.post(ask, { question: 'Too late, with <b> & "quotes"?' })
    assert.equal(late.status, 400)
    assert.match(late.body, /Questions closed at 5:00pm GMT on Friday 27 November 2026/)
    assert.match(late.body, /Too late, with &lt;b&gt; &amp; &quot;quotes&quot;\?<\/textarea>/)
    now = start
    const { rows } = await sql`select from clarification where question like 'Too late%'`.execute(server.services.db)
    assert.equal(rows.length, 0)
  })

  it('refuses nothing, too much, and a flood', async () => {
    assert.equal((await ann.post(ask, { question: ' \n ' })).status, 400)
    assert.match((await ann.post(ask, { question: 'x'.repeat(2001) })).body, /2,000 characters or less/)
    const ben = await server.signedIn(example.people.ben)
    for (let number = 0; number < 20; number += 1)
      assert.equal((await ben.post(ask, { question: `Number ${number}?` })).status, 303)
    const more = await ben.post(ask, { question: 'One more?' })
    assert.equal(more.status, 400)
    assert.match(more.body, /One more\?<\/textarea>/)
  })
})

describe('answering', () => {
  it('begins with the question rid of who asked it', async () => {
    const path = await asked('I am Ann Ashworth of Alder District Council (ann@example.gov.uk). May Alder bid twice?')
    const page = (await pam.get(path)).body
    assert.match(
      page,
      /name="publishedQuestion"[^>]*>I am \[…\] of our authority \(\[…\]\)\. May our authority bid twice\?<\/textarea>/,
    )
  })

  it('never publishes the name or the address of who asked, whatever is ticked', async () => {
    const path = await asked('May I, Ann, ask?')
    for (const publishedQuestion of [
      'May Ann Ashworth ask?',
      'May ANN@EXAMPLE.GOV.UK ask?',
      'May ann  ashworth’s council ask?',
    ]) {
      const fields = { publishedQuestion, answer: 'Yes.', looked: 'yes', do: 'publish' }
      const refusal = await pam.post(path, fields)
      assert.equal(refusal.status, 400, publishedQuestion)
      assert.match(refusal.body, /which shows who asked/)
    }
    const inAnswer = await pam.post(path, {
      publishedQuestion: 'May I?',
      answer: 'Yes, Ann Ashworth.',
      looked: 'yes',
      do: 'publish',
    })
    assert.equal(inAnswer.status, 400)
    assert.match(inAnswer.body, /Yes, Ann Ashworth\.<\/textarea>/)
  })

  it('warns of the name of their authority, and publishes it only when somebody says it is harmless', async () => {
    const path = await asked('Does the Alder valley count as rural?')
    const fields = { publishedQuestion: 'Does the Alder valley count as rural?', answer: 'It does.', do: 'publish' }
    const warned = await pam.post(path, fields)
    assert.equal(warned.status, 400)
    assert.match(warned.body, /“Alder” in it, which may show who asked/)
    assert.equal((await pam.post(path, { ...fields, looked: 'yes' })).status, 303)
  })

  it('tells everyone the answer and nobody who asked', async () => {
    await sql`
      insert into subscription (id, round_id, email, kinds, asked_at, confirmed_at)
      values (gen_random_uuid(), ${example.round.id}::uuid, 'reader@council.example', '{answers}', ${now}, ${now})`.execute(
      server.services.db,
    )
    const path = await asked('We at Alder District Council (Ann Ashworth) ask: may **two** councils bid?')
    const publishedQuestion = 'May two councils bid?'
    const answer = 'Yes. See [the guidance](https://www.gov.uk).\n\n- together\n- or apart'
    assert.equal((await pam.post(path, { publishedQuestion, answer, do: 'publish' })).status, 303)
    const { rows } = await sql<{ data: object }>`
      select data from pgboss.job where name = 'tell-subscribers' order by created_on desc limit 1`.execute(
      server.services.db,
    )
    await guidanceJobs(server.services)[0]?.work(rows[0]?.data)
    const shown = await everythingPublic()
    assert.match(shown, /May two councils bid\?/)
    const mail = JSON.stringify(await mailTo('reader@council.example'))
    assert.match(mail, /May two councils bid\?/)
    for (const identifier of ['Ashworth', 'ann@example', 'Alder District', example.people.ann]) {
      assert.ok(!shown.includes(identifier), `${identifier} is not shown`)
      assert.ok(!mail.includes(identifier), `${identifier} is not mailed`)
    }
    assert.match(JSON.stringify(await mailTo('ann@example.gov.uk')), /is answered/)
  })

  it('tells only whoever asked why a question is declined', async () => {
    const path = await asked('What is the assessors’ home address?')
    assert.equal((await pam.post(`${path}/decline`, { reason: ' ' })).status, 400)
    const reason = 'That is private.'
    assert.equal((await pam.post(`${path}/decline`, { reason })).status, 303)
    assert.match((await mailTo('ann@example.gov.uk')).at(-1)?.body ?? '', /That is private\./)
    assert.doesNotMatch(await everythingPublic(), /home address|That is private/)
    const after = await pam.post(path, { publishedQuestion: 'Q?', answer: 'A.', do: 'publish' })
    assert.equal(after.status, 400)
    assert.match(after.body, /already published or declined/)
  })

  it('numbers two that are published at once one after the other', async () => {
    const paths = [await asked('At once, the first?'), await asked('At once, the second?')]
    const { rows: had } = await sql<{
      most: number
    }>`select coalesce(max(number), 0) as most from clarification`.execute(server.services.db)
    const most = had[0]?.most ?? 0
    const answers = await Promise.all(
      paths.map((path) => pam.post(path, { publishedQuestion: 'At once?', answer: 'Yes.', do: 'publish' })),
    )
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303],
    )
    const { rows } = await sql<{ number: number }>`
      select number from clarification where question like 'At once%' order by number`.execute(server.services.db)
    assert.deepEqual(
      rows.map(({ number }) => number),
      [most + 1, most + 2],
    )
  })

  it('finds an answer by words that are in it, taking none of them for a pattern', async () => {
    const search = async (q: string) =>
      (await server.visitor().get(`${publicRound}/questions?q=${encodeURIComponent(q)}`)).body
    assert.match(await search('councils TOGETHER'), /May two councils bid\?/)
    assert.doesNotMatch(await search('councils elephants'), /May two councils bid\?/)
    assert.doesNotMatch(await search('%'), /May two councils bid\?/)
  })

  it('is for those who answer questions on this fund', async () => {
    const path = await asked('Who may read me?')
    for (const name of ['ann', 'oli', 'sid'] as const) {
      const browser = await server.signedIn(example.people[name])
      assert.equal((await browser.get(path)).status, 404, name)
      assert.equal((await browser.get(manage)).status, 404, name)
      assert.equal((await browser.post(path, { publishedQuestion: 'Q', answer: 'A', do: 'publish' })).status, 404, name)
    }
  })
})
