import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import {
  clientId,
  clientSecret,
  type OpenIdProvider,
  type ProviderAccount,
  startOpenIdProvider,
} from '../../../../tests/support/openid-provider.ts'
import { type TestAnswer, type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'

const life = lastFirst({ after })
const redirectUri = 'http://localhost:3000/sign-in/provider/back'
const provider = await startOpenIdProvider(life, { redirectUri })
const time = { now: new Date() }
const open = await freshDatabase(life)
const environmentOf = ({ issuer }: OpenIdProvider) => ({
  PUBLIC_URL: 'http://localhost:3000',
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_LABEL: 'your council account',
  OIDC_EMAIL_DOMAINS: 'exbridge.example, Tarnshire.example',
})
const environment = { ...environmentOf(provider), OIDC_CLIENT_SECRET: clientSecret }
const server = await testServer(life, open, { clock: () => time.now, environment })

const priya: ProviderAccount = { sub: 'p-1', email: 'Priya.Nair@exbridge.example', email_verified: true }

/** Sets out, signs in at the provider as this account and comes back. */
async function signIn(
  account: ProviderAccount | undefined,
  browser: TestBrowser = server.visitor(),
  at: OpenIdProvider = provider,
): Promise<{ readonly browser: TestBrowser; readonly answer: TestAnswer }> {
  at.account = account
  const out = await browser.get('/sign-in/provider?return=/account/sessions')
  assert.equal(out.status, 303)
  const back = await at.visit(String(out.location))
  return { browser, answer: await browser.get(back.pathname + back.search) }
}
const emailOf = async (browser: TestBrowser): Promise<string | undefined> =>
  /<dd[^>]*>\s*<span[^>]*break-word[^>]*>([^\s]+?)<\/span>/
    .exec((await browser.get('/account')).body)?.[1]
    ?.replace('<wbr>', '')
const post = async (browser: TestBrowser, path: string): Promise<TestAnswer> => {
  const page = (await browser.get('/account')).body
  return await browser.post(path, { _csrf: /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '' })
}
const events = async (action: string) =>
  (
    await sql<{ facts: unknown }>`select facts from audit_event where action = ${action} order by at, id`.execute(
      open.db,
    )
  ).rows

beforeEach(async () => {
  await sql`delete from identity`.execute(open.db)
})

describe('signing in with an identity provider', () => {
  it('is offered beside signing in by email, and asks for a code with PKCE, state and nonce', async () => {
    const page = (await server.visitor().get('/sign-in?return=/account')).body
    assert.match(page, /href="\/sign-in\/provider\?return=%2Faccount"[^>]*>\s*Sign in with your council account/)
    const out = new URL(String((await server.visitor().get('/sign-in/provider')).location))
    assert.equal(out.origin, provider.issuer)
    const asked = Object.fromEntries(out.searchParams)
    assert.equal(asked.response_type, 'code')
    assert.equal(asked.code_challenge_method, 'S256')
    assert.equal(asked.redirect_uri, redirectUri)
    for (const name of ['state', 'nonce', 'code_challenge']) assert.match(String(asked[name]), /^[\w-]{43}$/)
  })

  it('makes an account, or finds the one of that address, and goes on to where they were going', async () => {
    const { browser, answer } = await signIn(priya)
    assert.equal(answer.status, 303)
    assert.equal(answer.location, '/account/details?return=%2Faccount%2Fsessions')
    assert.equal(await emailOf(browser), 'priya.nair@exbridge.example')
    assert.equal(browser.cookies.get('provider') ?? '', '')
    assert.deepEqual((await events('identity.linked')).at(-1), { facts: { issuer: provider.issuer } })
    assert.deepEqual((await events('session.began')).at(-1), { facts: { by: 'provider' } })
    await signIn(priya)
    const people = await sql`select from person where email = 'priya.nair@exbridge.example'`.execute(open.db)
    assert.equal(people.rows.length, 1)
  })

  it('takes the second step from a provider that says it asked for one, and from no other', async () => {
    await signIn({ ...priya, amr: ['pwd', 'mfa'] })
    assert.deepEqual((await events('session.began')).at(-1), { facts: { by: 'provider', secondStep: true } })
    const passed = await sql<{ passed: boolean }>`
      select totp_at is not null as passed from session order by created_at desc, id desc limit 1`.execute(open.db)
    assert.deepEqual(passed.rows, [{ passed: true }])
    await signIn({ ...priya, amr: ['pwd'] })
    assert.deepEqual((await events('session.began')).at(-1), { facts: { by: 'provider' } })
  })

  it('knows people by their account once it is linked, not by the address that it has then', async () => {
    await signIn(priya)
    const renamed = await signIn({ ...priya, email: 'priya.shah@exbridge.example' })
    assert.equal(await emailOf(renamed.browser), 'priya.nair@exbridge.example')
    const successor = await signIn({ ...priya, sub: 'p-2' })
    assert.equal(successor.answer.status, 403)
    assert.match(successor.answer.body, /linked to a different account for signing in with your council account/)
    assert.equal(await emailOf(successor.browser), undefined)
    await post(renamed.browser, '/account/provider/unlink')
    assert.equal((await signIn({ ...priya, sub: 'p-2' })).answer.status, 303)
  })

  it('takes no address that the provider has not verified, or may not speak for', async () => {
    const refused: readonly [ProviderAccount, RegExp][] = [
      [{ ...priya, email_verified: false }, /did not tell us an email address that it has checked/],
      [{ sub: 'p-3' }, /did not tell us an email address that it has checked/],
      [{ ...priya, email: 'a@elsewhere.example' }, /Nobody with an email address at elsewhere\.example can sign in/],
      [
        { ...priya, email: 'a@exbridge.example@elsewhere.example' },
        /Nobody with an email address at elsewhere\.example can sign in/,
      ],
    ]
    for (const [account, words] of refused) {
      const { answer, browser } = await signIn(account)
      assert.equal(answer.status, 403)
      assert.match(answer.body, words)
      assert.equal(await emailOf(browser), undefined)
    }
    assert.equal((await signIn({ sub: 'p-4', email: 'a@tarnshire.example', xms_edov: true })).answer.status, 303)
  })

  it('says so when they turn back', async () => {
    const { answer } = await signIn(undefined)
    assert.equal(answer.status, 403)
    assert.match(answer.body, /You did not sign in with your council account/)
  })
})

describe('coming back from the provider', () => {
  it('signs in nobody in another browser, with another state, a second time or too late', async () => {
    provider.account = priya
    const victim = server.visitor()
    const out = await victim.get('/sign-in/provider')
    const back = await provider.visit(String(out.location))
    const address = back.pathname + back.search
    const stranger = await server.visitor().get(address)
    assert.equal(stranger.status, 403)
    assert.match(stranger.body, /came back in another browser/)

    const mixed = server.visitor()
    await mixed.get('/sign-in/provider')
    assert.match((await mixed.get(address)).body, /did not fit what we asked/)

    const errand = String(victim.cookies.get('provider'))
    assert.equal((await victim.get(address)).status, 303)
    const replayed = server.visitor()
    replayed.cookies.set('provider', errand)
    assert.match((await replayed.get(address)).body, /did not fit what we asked/)

    const slow = server.visitor()
    const slowBack = await provider.visit(String((await slow.get('/sign-in/provider')).location))
    time.now = new Date(time.now.getTime() + 10 * 60_000 + 1)
    const late = await slow.get(slowBack.pathname + slowBack.search)
    assert.match(late.body, /took more than 10 minutes/)
  })

  it('goes nowhere but to a page of ours', async () => {
    provider.account = priya
    const browser = server.visitor()
    const out = await browser.get('/sign-in/provider?return=https://evil.example/')
    const back = await provider.visit(String(out.location))
    assert.doesNotMatch(String((await browser.get(back.pathname + back.search)).location), /evil/)
  })

  it('offers to sign out there after signing out here', async () => {
    const { browser } = await signIn(priya)
    const out = await post(browser, '/sign-out')
    assert.equal(out.location, '/sign-out/done')
    assert.match((await browser.get('/sign-out/done')).body, /you are still signed in there/)
    const there = new URL(String((await browser.get('/sign-out/provider')).location))
    assert.equal(there.origin, provider.issuer)
    assert.equal(there.searchParams.get('post_logout_redirect_uri'), 'http://localhost:3000/')
  })
})

describe('providers of other kinds', () => {
  const other = async (at: OpenIdProvider, more: Readonly<Record<string, string>>): Promise<TestServer> =>
    await testServer(life, open, { clock: () => time.now, environment: { ...environmentOf(at), ...more } })

  it('are answered with a signature in place of a secret, and say in another claim that they asked twice', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const folder = await mkdtemp(join(tmpdir(), 'oidc-key-'))
    life.after(() => rm(folder, { recursive: true }))
    const file = join(folder, 'key.pem')
    await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const clientKey = { ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }
    const signed = await startOpenIdProvider(life, { redirectUri, clientKey, claimsInToken: true })
    const its = await other(signed, {
      OIDC_CLIENT_KEY_FILE: file,
      OIDC_SECOND_STEP: 'amr=hwk',
      OIDC_PARAMETERS: 'ui_locales=cy&vtr=["Cl.Cm"]',
    })
    const out = new URL(String((await its.visitor().get('/sign-in/provider')).location))
    assert.equal(out.searchParams.get('vtr'), '["Cl.Cm"]')
    assert.equal(out.searchParams.get('ui_locales'), 'cy')
    const { answer } = await signIn({ ...priya, amr: ['hwk'] }, its.visitor(), signed)
    assert.equal(answer.status, 303, answer.body)
    assert.deepEqual((await events('session.began')).at(-1), { facts: { by: 'provider', secondStep: true } })
  })

  it('that do not answer leave signing in by email, and are asked again', async () => {
    const gone = await startOpenIdProvider(life, { redirectUri })
    const its = await other(gone, { OIDC_CLIENT_SECRET: clientSecret })
    await gone.close()
    const answer = await its.visitor().get('/sign-in/provider')
    assert.equal(answer.status, 503)
    assert.match(answer.body, /We cannot reach your council account at the moment/)
    assert.equal((await its.visitor().get('/sign-in')).status, 200)
  })

  it('that are not set up lead to signing in by email', async () => {
    const without = await testServer(life, open)
    for (const path of ['/sign-in/provider', '/sign-in/provider/back?code=1'])
      assert.equal((await without.visitor().get(path)).location, '/sign-in')
    assert.doesNotMatch((await without.visitor().get('/sign-in')).body, /Sign in with/)
  })
})
