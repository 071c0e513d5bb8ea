import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { complete, fillIn, referenceOf, submitFrom } from '../../../../tests/support/apply-by-form.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type OpenRound, openRound, type PersonName } from '../../../../tests/support/open-round.ts'
import { form } from '../../../../tests/support/open-round-form.ts'
import { type ReadDocx, readDocx } from '../../../../tests/support/read-docx.ts'
import { type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { wordType } from '../../../platform/word/write-word.ts'

const life = lastFirst({ after })
let server: TestServer
let round: OpenRound
let application: string

const withHelp = {
  ...form,
  pages: form.pages.map((page) => ({
    ...page,
    guidance: `Help on **${page.title}**`,
    questions: page.questions.map((question) => ({ ...question, hint: `Hint for ${question.id}` })),
  })),
}

before(async () => {
  server = await testServer(life, await freshDatabase(life))
  round = await openRound(server.services, withHelp)
  const ann = await server.signedIn(round.people.ann)
  application = `/applications/${await round.draft()}`
  await complete(ann, application)
  await fillIn(ann, `${application}/pages/drivers`, { drivers: 'Mae’r gost yn codi 📈\n\n- less money\n- more need' })
  await fillIn(ann, `${application}/pages/money`, {
    'costs-0-now': '1000',
    'costs-1-now': '250',
    'staff-0-team': 'Nursery',
  })
})

const fetch = async (name: PersonName, url: string) => {
  const browser = await server.signedIn(round.people[name])
  const { cookies } = browser
  const cookie = [...cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const { statusCode, rawPayload, headers } = await server.app.inject({ method: 'GET', url, headers: { cookie } })
  return { status: statusCode, bytes: rawPayload, headers }
}
const docx = async (name: PersonName, url: string): Promise<ReadDocx> => {
  const { status, bytes, headers } = await fetch(name, url)
  assert.equal(status, 200, url)
  assert.equal(headers['content-type'], wordType)
  assert.match(String(headers['content-disposition']), /^attachment; filename="[\w.-]+\.docx"$/)
  return readDocx(bytes)
}
const textOf = ({ paragraphs }: ReadDocx) => paragraphs.map(({ text }) => text)

describe('an application in Word', () => {
  it('is a draft with its questions numbered, help in grey, lists, tables and what is not answered', async () => {
    const read = await docx('ann', `${application}/application.docx`)
    assert.equal(read.header, 'Draft: not submitted.')
    assert.match(read.footer, new RegExp(`^${referenceOf(application)}\\. As it was at `))
    const outline = read.paragraphs.filter(({ style }) => /^(Title|Heading)/.test(style))
    assert.deepEqual(
      outline.map(({ style, text }) => [style, text]),
      [
        ['Title', 'Alder District Council’s application'],
        ['Heading1', '1. Why do you want to change?'],
        ['Heading2', '1.1 Why do you want to change?'],
        ['Heading1', '2. Who leads the work'],
        ['Heading2', '2.1 Name of the lead officer'],
        ['Heading2', '2.2 Email address'],
        ['Heading1', '3. Working together'],
        ['Heading2', '3.1 Is this a joint bid?'],
        ['Heading1', '4. What it costs'],
        ['Heading2', '4.1 What it costs'],
        ['Heading2', '4.2 Staff'],
        ['Heading3', 'Team 1'],
        ['Heading1', 'Declaration'],
      ],
    )
    const guidance = read.paragraphs.filter(({ style }) => style === 'Guidance').map(({ text }) => text)
    assert.deepEqual(guidance.slice(0, 2), ['Help on Why do you want to change?', 'Hint for drivers'])
    assert.ok(textOf(read).includes('Mae’r gost yn codi 📈'))
    assert.deepEqual(
      read.paragraphs.filter(({ bullet }) => bullet).map(({ text }) => text),
      ['less money', 'more need'],
    )
    const [facts, costs, staff] = read.tables
    assert.deepEqual(facts?.[0], ['Reference', referenceOf(application)])
    assert.deepEqual(costs, [
      ['', 'Now'],
      ['cost 1', '£1,000'],
      ['cost 2', '£250'],
    ])
    assert.ok(textOf(read).includes('Total: £1,250'))
    assert.deepEqual(staff, [['Team', 'Nursery']])
  })

  it('says on every page that it was changed after the deadline', async (t) => {
    const { db } = server.services
    const was = sql`update round set deadline_at = ${round.deadlineAt} where slug = 'first'`
    t.after(async () => void (await was.execute(db)))
    const inTime = await docx('ann', `${application}/application.docx`)
    assert.doesNotMatch(textOf(inTime).join(' '), /after the deadline/)
    await sql`update round set deadline_at = opens_at + interval '1 minute' where slug = 'first'`.execute(db)
    const late = await docx('ann', `${application}/application.docx`)
    assert.equal(late.header, 'Draft: not submitted. Changed after the deadline.')
  })

  it('is for its lead and its partners alone', async () => {
    for (const name of ['ben', 'cai', 'pam', 'nobody'] as const) {
      assert.equal((await fetch(name, `${application}/application.docx`)).status, 404, name)
    }
  })

  it('is the submission once it is sent, with its hash on every page, for the programme team too', async () => {
    await sql`update round set illustrative = true`.execute(server.services.db)
    const ann = await server.signedIn(round.people.ann)
    const sent = await submitFrom(ann, application)
    assert.equal(sent.status, 303, sent.body)
    const { rows } = await sql<{ sha256: string }>`select sha256 from submission`.execute(server.services.db)
    const manage = `/manage/funds/test-fund/first/applications/${referenceOf(application)}/submission.docx`
    for (const read of [await docx('ann', `${application}/application.docx`), await docx('pam', manage)]) {
      assert.match(read.footer, new RegExp(`received at .* SHA-256 of the content: ${rows[0]?.sha256}`))
      assert.ok(textOf(read).includes('Mae’r gost yn codi 📈'))
      assert.equal(read.header, '')
      assert.deepEqual(
        read.paragraphs.filter(({ style }) => style === 'Guidance').map(({ text }) => text)[1],
        'Hint for drivers',
      )
    }
    assert.equal((await fetch('sid', manage)).status, 404)
    assert.equal((await fetch('ann', manage)).status, 404)
  })

  it('says of a test on every page that it is one, before it is sent and after', async () => {
    const pam = await server.signedIn(round.people.pam)
    const tests = `/manage/funds/test-fund/first/form/versions/${round.round.formVersionId}/tests`
    const { location: test = '' } = await pam.post(tests, {})
    const words = /TEST\. This is a test application\. It never counts/
    assert.match((await docx('pam', `${test}/application.docx`)).header, words)
    await complete(pam, test)
    assert.equal((await submitFrom(pam, test)).status, 303)
    assert.match((await docx('pam', `${test}/application.docx`)).header, words)
  })
})

describe('the blank form in Word', () => {
  it('has every question with its limits and room to write, and is labelled when the round is made up', async () => {
    const read = await docx('nobody', '/funds/test-fund/first/form/blank.docx')
    assert.match(read.header, /^Illustrative: made up/)
    const questions = read.paragraphs.filter(({ style }) => style === 'Heading2').map(({ text }) => text)
    assert.equal(questions.length, 7)
    assert.ok(questions.includes('3.2 Which authority is it with?'))
    assert.ok(textOf(read).some((text) => text.includes('Up to 20 words')))
    assert.ok(textOf(read).some((text) => /Asked only if/.test(text)))
    assert.deepEqual(read.tables[1], [
      ['', 'Now'],
      ['', ''],
      ['', ''],
      ['', ''],
    ])
  })
})
