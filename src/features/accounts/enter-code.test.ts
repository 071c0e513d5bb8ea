import assert from 'node:assert/strict'
import { after, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { isSignedIn, startSigningIn, wrongFor } from '../../../tests/support/signing-in.ts'

const { server, open, time, later, mailTo, asked, askedWithoutAddress } = await startSigningIn(lastFirst({ after }))

beforeEach(() => {
  // Each test a day later, so that what one asked for does not throttle the next.
  later(24 * 60)
})

describe('signing in by code', () => {
  it('works in the browser that asked, and in no other', async () => {
    const browser = await asked('code@example.gov.uk')
    const { code } = await mailTo('code@example.gov.uk')
    const other = await asked('somebody.else@example.gov.uk')
    const refused = await other.post('/sign-in/code', { code })
    assert.equal(refused.status, 400)
    assert.equal(await isSignedIn(other), false)
    const without = server.visitor()
    assert.equal((await without.post('/sign-in/code', { code })).status, 400)
    assert.equal(await isSignedIn(without), false)

    const answer = await browser.post('/sign-in/code', { code: ` ${code.replace(' ', '-')} ` })
    assert.equal(answer.status, 303)
    assert.ok(await isSignedIn(browser))
    assert.equal((await browser.post('/sign-in/code', { code, _csrf: '' })).status, 403)
  })

  it('takes the first code after a second was sent: mails overtake each other', async () => {
    const browser = await asked('twice@example.gov.uk')
    const first = await mailTo('twice@example.gov.uk')
    later(1)
    await asked('twice@example.gov.uk', '', browser)
    assert.notEqual((await mailTo('twice@example.gov.uk')).link, first.link)
    assert.equal((await browser.post('/sign-in/code', { code: first.code })).status, 303)
  })

  it('is refused after five wrong codes, right or wrong; the link still works', async () => {
    const browser = await asked('guess@example.gov.uk')
    const { link, code } = await mailTo('guess@example.gov.uk')
    for (let guess = 1; guess <= 5; guess++) {
      const answer = await browser.post('/sign-in/code', { code: wrongFor(code) })
      assert.equal(answer.status, 400)
      assert.match(answer.body, guess < 5 ? /The code is not correct/ : /entered 5 times/)
    }
    const right = await browser.post('/sign-in/code', { code })
    assert.equal(right.status, 400)
    assert.match(right.body, /entered 5 times/)
    assert.equal(await isSignedIn(browser), false)
    assert.equal((await browser.post(link)).status, 303)
  })

  it('counts guesses that are made at the same moment one by one', async () => {
    const browser = await asked('guesses@example.gov.uk')
    const { code } = await mailTo('guesses@example.gov.uk')
    const guesses = Array.from({ length: 10 }, () => browser.post('/sign-in/code', { code: wrongFor(code) }))
    const answers = await Promise.all(guesses)
    assert.equal(answers.filter(({ body }) => body.includes('The code is not correct')).length, 4)
    assert.equal(answers.filter(({ body }) => body.includes('entered 5 times')).length, 6)
  })

  it('takes no code of an address after twenty wrong ones in a day, over all its requests; the link signs in', async () => {
    const email = 'worn@example.gov.uk'
    const browsers = []
    for (let request = 0; request < 4; request++) {
      const browser = await asked(email)
      browsers.push(browser)
      const { code } = await mailTo(email)
      for (let guess = 0; guess < 5; guess++) await browser.post('/sign-in/code', { code: wrongFor(code) })
      later(16)
    }
    const browser = await asked(email)
    const { link, code, body } = await mailTo(email)
    assert.equal(code, '')
    assert.match(body, /There is no code in this email/)
    const page = await browser.get('/sign-in/check-email')
    assert.match(page.body, /only the link signs you in\. Codes work again after [^.]+2026/)
    assert.doesNotMatch(page.body, /name="code"/)
    const refused = await browser.post('/sign-in/code', { code: '123456' })
    assert.equal(refused.status, 400)
    assert.match(refused.body, /Use the link in the email/)
    assert.equal((await browser.post(link)).status, 303)

    later(24 * 60 - 4 * 16)
    const next = await asked(email)
    assert.equal((await next.post('/sign-in/code', { code: (await mailTo(email)).code })).status, 303)
  })

  it('counts the wrong codes of an address one by one when many browsers guess at the same moment', async () => {
    const email = 'herd@example.gov.uk'
    const browsers = []
    for (let request = 0; request < 5; request++) browsers.push(await asked(email))
    const guesses = browsers.flatMap((browser) =>
      [1, 2, 3, 4, 5].map(() => browser.post('/sign-in/code', { code: '000000' })),
    )
    await Promise.all(guesses)
    const { rows } = await sql<{ wrong: number }>`
      select sum(wrong_codes) as wrong from sign_in_request where email = ${email}`.execute(open.db)
    assert.equal(Number(rows[0]?.wrong), 20)
  })

  it('says when codes work again where no link can be sent', async () => {
    const email = 'linkless@example.gov.uk'
    assert.ok((await askedWithoutAddress(email)).ok)
    await sql`update sign_in_request set wrong_codes = 20 where email = ${email}`.execute(open.db)
    assert.deepEqual(await askedWithoutAddress(email), {
      ok: false,
      problems: [{ code: 'too-many-wrong-codes', againAt: new Date(time.now.getTime() + 24 * 3_600_000) }],
    })
  })

  it('says what is wrong with a code before it counts as a guess', async () => {
    const browser = await asked('typo@example.gov.uk')
    const { code } = await mailTo('typo@example.gov.uk')
    for (const typed of ['', '12345', 'abcdef', '1234567', '12345６', '-', '0']) {
      assert.match((await browser.post('/sign-in/code', { code: typed })).body, /href="#code"/)
    }
    assert.equal((await browser.post('/sign-in/code', { code })).status, 303)
  })
})
