import assert from 'node:assert/strict'
import { after, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { testServer } from '../../../tests/support/server.ts'
import { startSigningIn } from '../../../tests/support/signing-in.ts'

const { server, open, time, later, mailTo, asked, askedWithoutAddress } = await startSigningIn(lastFirst({ after }))

beforeEach(() => {
  // Each test a day later, so that what one asked for does not throttle the next.
  later(24 * 60)
})

describe('asking to sign in', () => {
  it('answers the same whether or not the address is known', async () => {
    const known = await asked('known@example.gov.uk')
    await known.post((await mailTo('known@example.gov.uk')).link)
    later(60)
    const answers = []
    for (const email of ['known@example.gov.uk', 'unknown@example.gov.uk']) {
      const browser = server.visitor()
      const { status, location, body } = await browser.post('/sign-in', { email })
      const page = await browser.get('/sign-in/check-email')
      answers.push({
        status,
        location,
        body,
        page: page.body
          .replaceAll('<wbr>', '')
          .replaceAll(email, 'EMAIL')
          .replaceAll(encodeURIComponent(email), 'EMAIL'),
      })
    }
    assert.deepEqual(answers[0], answers[1])
    const { rows } = await sql`select from person where email = 'unknown@example.gov.uk'`.execute(open.db)
    assert.equal(rows.length, 0)
  })

  it('says what is wrong with an address and keeps what was typed', async () => {
    for (const [email, words] of [
      ['', /Enter an email address</],
      ['jo', /correct format/],
      ['jo@localhost', /correct format/],
      ['a b@example.gov.uk', /correct format/],
      ['jo@example.gov.uk\nbcc: x@y.uk', /correct format/],
    ] as const) {
      const answer = await server.visitor().post('/sign-in', { email })
      assert.equal(answer.status, 400)
      assert.match(answer.body, words)
      assert.match(answer.body, /<title>Error: Sign in/)
      assert.match(answer.body, /href="#email"/)
    }
    assert.match((await server.visitor().post('/sign-in', { email: 'a"b' })).body, /value="a&quot;b"/)
  })

  it('takes an address in any case as the same person', async () => {
    const browser = await asked('  MAILTO:Mixed.Case@Example.GOV.UK ')
    await browser.post((await mailTo('mixed.case@example.gov.uk')).link)
    assert.match((await browser.get('/account')).body, /mixed\.case<wbr>@example\.gov\.uk/)
  })

  it('is taken five times in a quarter of an hour for an address, even all at once, and then again', async () => {
    const email = 'often@example.gov.uk'
    const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(() => server.visitor().post('/sign-in', { email })))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 303, 303, 303, 303, 429, 429])
    const refused = answers.find(({ status }) => status === 429)
    assert.match(refused?.body ?? '', /try again in 15 minutes/)
    assert.equal((await server.visitor().post('/sign-in', { email: 'other@example.gov.uk' })).status, 303)
    later(15)
    assert.equal((await server.visitor().post('/sign-in', { email })).status, 303)
  })

  it('is taken sixty times in a quarter of an hour from one network address', async () => {
    for (let person = 1; person <= 60; person++) await asked(`p${person}@example.gov.uk`)
    const answer = await server.visitor().post('/sign-in', { email: 'p61@example.gov.uk' })
    assert.equal(answer.status, 429)
    assert.match(answer.body, /from your network/)
  })

  it('sets no cookie until somebody asks', async () => {
    const browser = server.visitor()
    await browser.get('/sign-in')
    assert.equal(browser.cookies.size, 0)
  })

  it('from another site is refused', async () => {
    const answer = await server
      .visitor()
      .post('/sign-in', { email: 'jo@example.gov.uk' }, { 'sec-fetch-site': 'cross-site' })
    assert.equal(answer.status, 403)
  })

  it('keeps no secret that signs anybody in, and puts none in the audit log', async () => {
    await asked('secret@example.gov.uk')
    const { link, code } = await mailTo('secret@example.gov.uk')
    const token = link.slice('/sign-in/link/'.length)
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(r)::text as row from sign_in_request r
      union all select to_jsonb(e)::text from audit_event e`.execute(open.db)
    const all = rows.map(({ row }) => row).join()
    assert.ok(token.length === 43 && !all.includes(token))
    assert.ok(!all.includes(`"${code.replace(' ', '')}"`))
  })
})

describe('what the mail says', () => {
  it('has a link to the address that is set, whatever host the browser named', async (t) => {
    const own = await testServer(t, open, {
      clock: () => time.now,
      environment: { PUBLIC_URL: 'https://fund.example.org' },
    })
    const headers = { host: 'evil.example' }
    await own.visitor().post('/sign-in', { email: 'host@example.gov.uk' }, headers)
    const { body } = await mailTo('host@example.gov.uk')
    assert.match(body, /https:\/\/fund\.example\.org\/sign-in\/link\//)
    assert.doesNotMatch(body, /evil/)
  })

  it('has the code alone when no address is set', async () => {
    assert.ok((await askedWithoutAddress('host2@example.gov.uk')).ok)
    const { body, code } = await mailTo('host2@example.gov.uk')
    assert.doesNotMatch(body, /http|evil/)
    assert.match(code, /^\d{3} \d{3}$/)
  })
})
