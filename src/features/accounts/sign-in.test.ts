import assert from 'node:assert/strict'
import { after, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { type TestBrowser, testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { newToken } from '../../platform/sign-in/token.ts'
import { requestSignIn } from './request-sign-in.ts'

const start = new Date('2026-11-25T12:00:00Z')
let now = start
const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000)
}

const life = lastFirst({ after })
const open = await freshDatabase(life)
const server = await testServer(life, open, { clock: () => now })

beforeEach(() => {
  // Each test a day later, so that what one asked for does not throttle the next.
  later(24 * 60)
})

const csrfIn = (body: string): string => /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''

/** What the newest message to an address says: the person reads it, and nobody else. */
async function mailTo(email: string): Promise<{ link: string; code: string; body: string }> {
  const { rows } = await sql<{ body: string }>`
    select body from message where recipient = ${email} order by created_at desc, id desc limit 1`.execute(open.db)
  const body = rows[0]?.body ?? ''
  return {
    body,
    link: /https?:\/\/[^/\s]+(\/sign-in\/link\/\S+)/.exec(body)?.[1] ?? '',
    code: /^(\d{3} \d{3})$/m.exec(body)?.[1] ?? '',
  }
}

async function asked(email: string, returnTo = '', browser = server.visitor()): Promise<TestBrowser> {
  const answer = await browser.post('/sign-in', { email, return: returnTo })
  assert.equal(answer.status, 303)
  assert.equal(answer.location, '/sign-in/check-email')
  return browser
}

/** Asks a service that is no longer evaluated and does not know its own address. */
async function askedWithoutAddress(email: string): ReturnType<typeof requestSignIn> {
  const { services } = server
  const config = { ...services.config, evaluation: false, publicUrl: undefined }
  const origin = 'https://evil.example'
  const browserToken = newToken(services.randomBytes)
  const where = { browserToken, returnTo: '', ip: '192.0.2.1', origin }
  return await requestSignIn({ ...services, config }, { email, ...where, at: now })
}

const isSignedIn = async (browser: TestBrowser): Promise<boolean> => (await browser.get('/account')).status === 200

const wrongFor = (code: string): string => (code === '111 111' ? '222222' : '111111')

describe('signing in', () => {
  it('by link: looking changes nothing, however often; the button signs in, once', async () => {
    const browser = await asked('jo@example.gov.uk')
    const { link } = await mailTo('jo@example.gov.uk')
    for (const scanner of [server.visitor(), server.visitor()]) {
      const page = await scanner.get(link)
      assert.equal(page.status, 200)
      assert.match(page.body, /You are signing in as[^.]*jo@example\.gov\.uk/)
      assert.equal(scanner.cookies.size, 0)
    }
    assert.equal(await isSignedIn(browser), false)
    const answer = await browser.post(link)
    assert.equal(answer.status, 303)
    assert.ok(await isSignedIn(browser))

    const again = server.visitor()
    const replayed = await again.post(link)
    assert.equal(replayed.status, 410)
    assert.match(replayed.body, /This link has been used/)
    assert.match(replayed.body, /href="\/sign-in"/)
    assert.equal(await isSignedIn(again), false)
  })

  it('by link in another browser: the link itself is the proof', async () => {
    await asked('phone@example.gov.uk')
    const phone = server.visitor()
    await phone.post((await mailTo('phone@example.gov.uk')).link)
    assert.ok(await isSignedIn(phone))
  })

  it('by code in the browser that asked, and in no other', async () => {
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

  it('with the first code after a second was sent: mails overtake each other', async () => {
    const browser = await asked('twice@example.gov.uk')
    const first = await mailTo('twice@example.gov.uk')
    later(1)
    await asked('twice@example.gov.uk', '', browser)
    assert.notEqual((await mailTo('twice@example.gov.uk')).link, first.link)
    assert.equal((await browser.post('/sign-in/code', { code: first.code })).status, 303)
  })

  it('no longer after half an hour, to the millisecond', async () => {
    const expired = await asked('slow@example.gov.uk')
    const { link, code } = await mailTo('slow@example.gov.uk')
    const asIt = now
    now = new Date(asIt.getTime() + 30 * 60_000)
    const page = await expired.get(link)
    assert.equal(page.status, 410)
    assert.match(page.body, /This link has expired/)
    assert.equal((await expired.post(link)).status, 410)
    assert.equal((await expired.post('/sign-in/code', { code })).status, 400)
    now = new Date(asIt.getTime() + 30 * 60_000 - 1)
    assert.equal((await expired.post(link)).status, 303)
  })

  it('with what is no link at all says so', async () => {
    const browser = server.visitor()
    for (const token of ['x', 'A'.repeat(43), "'; drop table session; --"]) {
      const answer = await browser.get(`/sign-in/link/${encodeURIComponent(token)}`)
      assert.equal(answer.status, 404)
      assert.match(answer.body, /This link does not work/)
    }
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
      problems: [{ code: 'too-many-wrong-codes', againAt: new Date(now.getTime() + 24 * 3_600_000) }],
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

  it('uses up the link when the code is used', async () => {
    const browser = await asked('both@example.gov.uk')
    const { link, code } = await mailTo('both@example.gov.uk')
    await browser.post('/sign-in/code', { code })
    assert.equal((await server.visitor().post(link)).status, 410)
  })

  it('lets one of two presses at the same moment in', async () => {
    await asked('race@example.gov.uk')
    const { link } = await mailTo('race@example.gov.uk')
    const answers = await Promise.all([1, 2, 3, 4].map(() => server.visitor().post(link)))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 410, 410, 410])
  })
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
        page: page.body.replaceAll(email, 'EMAIL').replaceAll(encodeURIComponent(email), 'EMAIL'),
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
    assert.match((await browser.get('/account')).body, /mixed\.case@example\.gov\.uk/)
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

describe('where signing in leads', () => {
  async function landing(returnTo: string): Promise<string | undefined> {
    later(16)
    const browser = await asked('return@example.gov.uk', returnTo)
    await sql`update person set name = 'R' where email = 'return@example.gov.uk'`.execute(open.db)
    return (await browser.post((await mailTo('return@example.gov.uk')).link)).location
  }

  it('is where the person was going, once they have told their name', async () => {
    const browser = await asked('first@example.gov.uk', '/funds/a/b/apply?x=1')
    const { location } = await browser.post((await mailTo('first@example.gov.uk')).link)
    assert.equal(location, '/account/details?return=%2Ffunds%2Fa%2Fb%2Fapply%3Fx%3D1')
    const page = await browser.get(location ?? '')
    assert.match(page.body, /Tell us who you are/)
    const _csrf = csrfIn(page.body)
    const back = '/funds/a/b/apply?x=1'
    const nameless = await browser.post('/account/details', { name: ' ', return: back, _csrf })
    assert.equal(nameless.status, 400)
    assert.match(nameless.body, /Enter your name/)
    const named = await browser.post('/account/details', { name: 'Siân Ŵyn', return: back, _csrf })
    assert.equal(named.location, back)
    assert.match((await browser.get('/account')).body, /Siân Ŵyn/)
    assert.equal(await landing('/funds/a'), '/account/details?return=%2Ffunds%2Fa')
    assert.equal(await landing('/funds/a'), '/funds/a')
  })

  it('is never another site, nor round in a circle', async () => {
    for (const evil of [
      'https://evil.example/',
      '//evil.example',
      '///evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
      '/..//evil.example',
      '/%09/evil.example',
      'evil.example',
      '/sign-in',
      '/sign-in/link/x',
      '/sign-out',
      `/${'a'.repeat(2000)}`,
    ]) {
      const to = await landing(evil)
      const resolved = new URL(to ?? '', 'https://ours.example/somewhere')
      assert.equal(resolved.origin, 'https://ours.example', evil)
      assert.doesNotMatch(resolved.pathname, /^\/sign-/, evil)
    }
  })
})

describe('what the mail says', () => {
  it('has a link to the address that is set, whatever host the browser named', async (t) => {
    const own = await testServer(t, open, {
      clock: () => now,
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

describe('evaluation', () => {
  it('offers the made-up people and signs in as one, with the second step passed', async () => {
    await sql`
      insert into person (id, email, name, job_title, created_at, illustrative)
      values ('0193a000-0000-7000-8000-000000000001', 'made.up@example.gov.uk', 'Made Up', 'Assistant', ${now}, true),
        ('0193a000-0000-7000-8000-000000000002', 'real@example.gov.uk', 'Real', '', ${now}, false)`.execute(open.db)
    await sql`
      insert into role_assignment (id, person_id, role, assigned_at)
      values ('0193a000-0000-7000-8000-000000000003', '0193a000-0000-7000-8000-000000000001', 'administrator',
        ${now})`.execute(open.db)
    const browser = server.visitor()
    const page = await browser.get('/sign-in')
    assert.match(page.body, /Evaluation only/)
    assert.match(page.body, /Sign in as Made Up/)
    assert.match(page.body, /<li>Assistant<\/li>\n<li>Administrator<\/li>\n<\/ul>/)
    assert.doesNotMatch(page.body, /Sign in as Real/)
    await browser.post('/sign-in/as', { person: '0193a000-0000-7000-8000-000000000001' })
    assert.equal((await browser.get('/admin/register')).status, 200)
    for (const person of ['0193a000-0000-7000-8000-000000000002', 'nobody', '']) {
      assert.equal((await server.visitor().post('/sign-in/as', { person })).status, 404)
    }
  })

  it('is not there when the service is public or sends mail', async (t) => {
    for (const environment of [
      { PUBLIC_URL: 'https://fund.example.org' },
      { PUBLIC_URL: 'https://fund.example.org', SMTP_URL: 'smtp://localhost:2525', MAIL_FROM: 'fund@example.org' },
    ]) {
      const own = await testServer(t, open, { clock: () => now, environment: environment as Record<string, string> })
      const page = await own.visitor().get('/sign-in')
      assert.equal(page.status, 200)
      assert.doesNotMatch(page.body, /Evaluation|Made Up/)
      const headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }
      const answer = await own
        .visitor()
        .post('/sign-in/as', { person: '0193a000-0000-7000-8000-000000000001' }, headers)
      assert.equal(answer.status, 404)
    }
  })
})
