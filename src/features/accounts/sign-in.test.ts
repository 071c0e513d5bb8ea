import assert from 'node:assert/strict'
import { after, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { testServer } from '../../../tests/support/server.ts'
import { isSignedIn, startSigningIn } from '../../../tests/support/signing-in.ts'

const { server, open, time, later, mailTo, asked } = await startSigningIn(lastFirst({ after }))

beforeEach(() => {
  // Each test a day later, so that what one asked for does not throttle the next.
  later(24 * 60)
})

const csrfIn = (body: string): string => /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''

describe('signing in', () => {
  it('by link: looking changes nothing, however often; the button signs in, once', async () => {
    const browser = await asked('jo@example.gov.uk')
    const { link } = await mailTo('jo@example.gov.uk')
    for (const scanner of [server.visitor(), server.visitor()]) {
      const page = await scanner.get(link)
      assert.equal(page.status, 200)
      assert.match(page.body, /You are signing in as[^.]*jo<wbr>@example\.gov\.uk/)
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

  it('no longer after half an hour, to the millisecond', async () => {
    const expired = await asked('slow@example.gov.uk')
    const { link, code } = await mailTo('slow@example.gov.uk')
    const asIt = time.now
    time.now = new Date(asIt.getTime() + 30 * 60_000)
    const page = await expired.get(link)
    assert.equal(page.status, 410)
    assert.match(page.body, /This link has expired/)
    assert.equal((await expired.post(link)).status, 410)
    assert.equal((await expired.post('/sign-in/code', { code })).status, 400)
    time.now = new Date(asIt.getTime() + 30 * 60_000 - 1)
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
    const again = await browser.post('/account/details', { name: 'Siân Ŵyn', return: '', _csrf })
    assert.equal(again.location, '/account')
    assert.equal(await landing('/funds/a'), '/account/details?return=%2Ffunds%2Fa')
    assert.equal(await landing('/funds/a'), '/funds/a')
  })

  it('is their work, when they were going nowhere and told their name for the first time', async () => {
    const browser = await asked('nowhere@example.gov.uk', '')
    const { location } = await browser.post((await mailTo('nowhere@example.gov.uk')).link)
    const _csrf = csrfIn((await browser.get(location ?? '')).body)
    const named = await browser.post('/account/details', { name: 'Nia', return: '', _csrf })
    assert.equal(named.location, '/home')
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

describe('evaluation', () => {
  it('offers the made-up people and signs in as one, with the second step passed', async () => {
    await sql`
      insert into person (id, email, name, job_title, created_at, illustrative)
      values ('0193a000-0000-7000-8000-000000000001', 'made.up@example.gov.uk', 'Made Up', 'Assistant', ${time.now}, true),
        ('0193a000-0000-7000-8000-000000000002', 'real@example.gov.uk', 'Real', '', ${time.now}, false)`.execute(
      open.db,
    )
    await sql`
      insert into person (id, email, name, created_at, illustrative, anonymised_at) values (gen_random_uuid(),
        'nobody-1@anonymous.invalid', 'Somebody no longer named', ${time.now}, true, ${time.now})`.execute(open.db)
    await sql`
      insert into role_assignment (id, person_id, role, assigned_at)
      values ('0193a000-0000-7000-8000-000000000003', '0193a000-0000-7000-8000-000000000001', 'administrator',
        ${time.now})`.execute(open.db)
    const browser = server.visitor()
    const page = await browser.get('/sign-in')
    assert.match(page.body, /Evaluation only/)
    assert.match(page.body, /Sign in as Made Up/)
    assert.match(page.body, /<li>Assistant<\/li>\n<li>Administrator<\/li>\n<\/ul>/)
    assert.doesNotMatch(page.body, /Sign in as Real/)
    assert.doesNotMatch(page.body, /Sign in as Somebody no longer named/)
    await browser.post('/sign-in/as', { person: '0193a000-0000-7000-8000-000000000001' })
    assert.equal((await browser.get('/admin/register')).status, 200)
    for (const person of ['0193a000-0000-7000-8000-000000000002', 'nobody', '']) {
      assert.equal((await server.visitor().post('/sign-in/as', { person })).status, 404)
    }
  })

  it('shows the first four of a kind that the seeds made, whatever past their accounts are dated to', async () => {
    const made = Array.from({ length: 6 }, (_, index) => ({
      id: `0193a000-0000-7000-8000-00000000001${index}`,
      email: `expert${index}@example.gov.uk`,
      name: `Expert ${index}`,
      created: new Date(time.now.getTime() - index * 86_400_000),
    }))
    for (const { id, email, name, created } of made.toReversed()) {
      await sql`insert into person (id, email, name, created_at, illustrative)
        values (${id}, ${email}, ${name}, ${created}, true)`.execute(open.db)
    }
    const { body } = await server.visitor().get('/sign-in')
    const [atOnce = '', behind = ''] = body.split('2 more: Experts, suppliers and others')
    const namesIn = (part: string): readonly string[] => part.match(/Sign in as Expert \d/g) ?? []
    assert.deepEqual(
      namesIn(atOnce),
      [0, 1, 2, 3].map((index) => `Sign in as Expert ${index}`),
    )
    assert.deepEqual(
      namesIn(behind),
      [4, 5].map((index) => `Sign in as Expert ${index}`),
    )
  })

  it('is not there when the service is public or sends mail', async (t) => {
    for (const environment of [
      { PUBLIC_URL: 'https://fund.example.org' },
      { PUBLIC_URL: 'https://fund.example.org', SMTP_URL: 'smtp://localhost:2525', MAIL_FROM: 'fund@example.org' },
    ]) {
      const own = await testServer(t, open, {
        clock: () => time.now,
        environment: environment as Record<string, string>,
      })
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
