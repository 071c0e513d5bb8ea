import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { type TestBrowser, testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { newId } from '../../platform/id.ts'
import { bytesOfBase32 } from '../../platform/sign-in/base32.ts'
import { sealSecret } from '../../platform/sign-in/seal-secret.ts'
import { totpCode, totpCounter } from '../../platform/sign-in/totp.ts'
import { giveRole } from './give-role.ts'
import { authenticatorOf } from './pass-second-step.ts'
import { ensurePerson } from './people.store.ts'

let now = new Date('2026-11-25T12:00:00Z')
const later = (seconds: number): void => {
  now = new Date(now.getTime() + seconds * 1000)
}
const life = lastFirst({ after })
const open = await freshDatabase(life)
const { db } = open
const server = await testServer(life, open, { clock: () => now })
const { services } = server

async function administrator(): Promise<string> {
  const id = newId()
  await ensurePerson(db, { id, email: `${id}@example.gov.uk`, at: now, name: 'Ada' })
  const role = { personId: id, role: 'administrator', fundId: null, by: null, at: now } as const
  await db.transaction().execute((tx) => giveRole(tx, services, role))
  return id
}

const withoutSecondStep = (personId: string): Promise<TestBrowser> => server.signedIn(personId, { secondStep: false })

const field = (body: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
const secretOf = (body: string): Uint8Array => bytesOfBase32(/<code>([^<]+)<\/code>/.exec(body)?.[1] ?? '')
const codeNow = (secret: Uint8Array, step = 0): string => totpCode(secret, totpCounter(now) + step)

/** Six digits that the app shows neither now nor a step early or late. */
function wrongNow(secret: Uint8Array): string {
  const right = new Set([-1, 0, 1].map((step) => codeNow(secret, step)))
  return ['000000', '000001', '000002', '000003'].find((code) => !right.has(code)) ?? ''
}

async function setUp(browser: TestBrowser): Promise<Uint8Array> {
  const page = await browser.get('/sign-in/authenticator')
  const secret = secretOf(page.body)
  const answer = await browser.post('/sign-in/authenticator', {
    code: codeNow(secret),
    sealed: field(page.body, 'sealed'),
  })
  assert.equal(answer.status, 303)
  return secret
}

describe('the second step', () => {
  it('is asked for before a role counts, set up once, and leads on', async () => {
    const personId = await administrator()
    const browser = await withoutSecondStep(personId)
    const stopped = await browser.get('/admin/register')
    assert.equal(stopped.location, '/sign-in/authenticator?return=%2Fadmin%2Fregister')
    const page = await browser.get(stopped.location ?? '')
    assert.match(page.body, /Set up an authenticator app/)
    const link = new URL((/href="(otpauth:[^"]+)"/.exec(page.body)?.[1] ?? '').replaceAll('&amp;', '&'))
    assert.deepEqual(bytesOfBase32(link.searchParams.get('secret') ?? ''), secretOf(page.body))
    assert.match(page.body, /<svg class="app-qr-code"[^>]*role="img"/)
    const sent = {
      code: codeNow(secretOf(page.body)),
      sealed: field(page.body, 'sealed'),
      return: field(page.body, 'return'),
    }
    assert.equal((await browser.post('/sign-in/authenticator', sent)).location, '/admin/register')
    assert.equal((await browser.get('/admin/register')).status, 200)
    const { rows } = await sql<{ kept: string }>`
      select totp_secret as kept from person where id = ${personId}::uuid`.execute(db)
    assert.ok(!(rows[0]?.kept ?? '').includes(Buffer.from(secretOf(page.body)).toString('base64url')))
    const mails = await sql`select from message where person_id = ${personId}::uuid and kind = 'authenticator'`.execute(
      db,
    )
    assert.equal(mails.rows.length, 1)
  })

  it('gives a new session in place of the old', async () => {
    const browser = await withoutSecondStep(await administrator())
    const token = browser.cookies.get('session') ?? ''
    await setUp(browser)
    assert.notEqual(browser.cookies.get('session'), token)
    const old = server.visitor()
    old.cookies.set('session', token)
    assert.equal((await old.get('/account')).status, 303)
    assert.equal((await old.get('/admin/register')).location, '/sign-in?return=%2Fadmin%2Fregister')
  })

  it('takes a code once, in any session, and the next one after it', async () => {
    const personId = await administrator()
    const secret = await setUp(await withoutSecondStep(personId))
    const again = await withoutSecondStep(personId)
    assert.match((await again.get('/sign-in/authenticator')).body, /Enter the code from your authenticator app/)
    const replayed = await again.post('/sign-in/authenticator', { code: codeNow(secret) })
    assert.equal(replayed.status, 400)
    assert.match(replayed.body, /has been used/)
    assert.equal((await again.get('/admin/register')).status, 303)
    later(30)
    assert.equal((await again.post('/sign-in/authenticator', { code: codeNow(secret) })).status, 303)
    assert.equal((await again.get('/admin/register')).status, 200)
  })

  it('takes one code once when it is sent by two browsers at the same moment', async () => {
    const personId = await administrator()
    const secret = await setUp(await withoutSecondStep(personId))
    later(30)
    const browsers = await Promise.all([1, 2, 3, 4].map(() => withoutSecondStep(personId)))
    const code = codeNow(secret)
    const answers = await Promise.all(browsers.map((browser) => browser.post('/sign-in/authenticator', { code })))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 400, 400, 400])
  })

  it('keeps the secret of the page after a wrong code, and takes no other person’s', async () => {
    const browser = await withoutSecondStep(await administrator())
    const page = await browser.get('/sign-in/authenticator')
    const sealed = field(page.body, 'sealed')
    const wrong = await browser.post('/sign-in/authenticator', { code: wrongNow(secretOf(page.body)), sealed })
    assert.equal(wrong.status, 400)
    assert.deepEqual(secretOf(wrong.body), secretOf(page.body))
    const other = await withoutSecondStep(await administrator())
    const answer = await other.post('/sign-in/authenticator', { code: codeNow(secretOf(page.body)), sealed })
    assert.equal(answer.status, 400)
    assert.match(answer.body, /out of date/)
  })

  it('is not set up a second time by somebody who only reads the mail', async () => {
    const personId = await administrator()
    await setUp(await withoutSecondStep(personId))
    later(30)
    const thief = await withoutSecondStep(personId)
    const secret = new Uint8Array(20)
    const sealed = sealSecret(secret, authenticatorOf(personId), services)
    assert.equal((await thief.post('/sign-in/authenticator', { code: codeNow(secret), sealed })).status, 400)
  })

  it('takes no code at all after twenty wrong ones in a day, over all sessions', async () => {
    const personId = await administrator()
    const secret = await setUp(await withoutSecondStep(personId))
    later(30)
    for (let session = 0; session < 4; session++) {
      const browser = await withoutSecondStep(personId)
      for (let guess = 0; guess < 5; guess++) {
        assert.equal((await browser.post('/sign-in/authenticator', { code: wrongNow(secret) })).status, 400)
      }
    }
    const browser = await withoutSecondStep(personId)
    const locked = await browser.post('/sign-in/authenticator', { code: codeNow(secret) })
    assert.equal(locked.status, 400)
    assert.match(locked.body, /Too many wrong codes/)
    later(24 * 3600)
    const next = await withoutSecondStep(personId)
    assert.equal((await next.post('/sign-in/authenticator', { code: codeNow(secret) })).status, 303)
  })

  it('counts wrong codes that are tried at the same moment one by one', async () => {
    const personId = await administrator()
    const secret = await setUp(await withoutSecondStep(personId))
    later(30)
    const browsers = await Promise.all([1, 2, 3, 4, 5].map(() => withoutSecondStep(personId)))
    const code = wrongNow(secret)
    const answers = await Promise.all(
      browsers.flatMap((browser) => [1, 2, 3, 4, 5, 6].map(() => browser.post('/sign-in/authenticator', { code }))),
    )
    assert.equal(answers.filter(({ body }) => body.includes('Too many wrong codes')).length, 10)
    assert.equal(answers.filter(({ body }) => body.includes('The code is not correct')).length, 20)
  })

  it('is not there for a person without a role', async () => {
    const id = newId()
    await ensurePerson(db, { id, email: `${id}@example.gov.uk`, at: now, name: 'Jo' })
    const browser = await withoutSecondStep(id)
    assert.equal((await browser.get('/sign-in/authenticator?return=/funds/a')).location, '/funds/a')
    assert.equal((await browser.get('/sign-in/authenticator?return=//evil.example')).location, '/account')
    assert.equal((await browser.get('/admin/register')).status, 404)
  })

  it('is reset by an administrator: signed out everywhere, told, set up anew, on record', async () => {
    const [personId, by] = [await administrator(), await administrator()]
    const browser = await withoutSecondStep(personId)
    await setUp(browser)
    const admin = await server.signedIn(by)
    assert.match((await admin.get(`/admin/people?query=${personId}`)).body, /Reset authenticator app/)
    assert.equal((await admin.post(`/admin/people/${personId}/reset-authenticator`)).status, 303)
    assert.equal((await browser.get('/account')).location?.startsWith('/sign-in'), true)
    const again = await withoutSecondStep(personId)
    assert.match((await again.get('/sign-in/authenticator')).body, /Set up an authenticator app/)
    const { rows } = await sql<{ actor: string }>`
      select actor_id as actor from audit_event
      where action = 'authenticator.reset' and object_id = ${personId}`.execute(db)
    assert.deepEqual(rows, [{ actor: by }])
    for (const nobody of [newId(), 'x']) {
      assert.equal((await admin.post(`/admin/people/${nobody}/reset-authenticator`)).status, 404)
    }
  })
})
