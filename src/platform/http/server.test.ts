import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { notFound, Unavailable } from '../../core/errors.ts'
import type { Actor, SignedIn } from '../../core/permissions/index.ts'
import { html, render } from '../../ui/html.ts'
import { unsentPage } from '../../ui/unsent-page.ts'
import { readConfig } from '../config/config.ts'
import { makeLog } from '../log/log.ts'
import { csrfToken } from '../sign-in/csrf.ts'
import { seeOther, show } from './answer.ts'
import { get, post, type Route } from './route.ts'
import { buildServer } from './server.ts'
import type { ShellFacts } from './shell-facts.ts'

const secretKey = 's'.repeat(32)
const person: SignedIn = {
  kind: 'person',
  personId: 'p1',
  sessionId: 's1',
  email: 'a@b.uk',
  name: 'Ada',
  heldRoles: [],
  memberships: [],
  secondStep: 'not-needed',
}
const staff: SignedIn = {
  ...person,
  sessionId: 's2',
  heldRoles: [{ role: 'programme-team', fundId: 'f1', organisationId: null }],
  secondStep: 'due',
}
const sessions: Record<string, Actor> = { person, staff }

const page = (text: string) => ({ title: text, main: html`<p>${text}</p>` })
const routes: Route[] = [
  get('/open', 'public', async () => show(page('open'))),
  get('/mine', 'signed-in', async (ask) => show(page(ask.actor.kind))),
  get('/staff', 'fund:edit', async () => show(page('staff'))),
  get('/eval', 'evaluation', async () => show(page('eval'))),
  get('/gone', 'public', async () => {
    throw notFound('thing')
  }),
  get('/down', 'public', async () => {
    throw new Unavailable('mail')
  }),
  get('/broken', 'public', async () => {
    throw new Error('secret detail')
  }),
  post('/change', 'signed-in', 'thing.changed', async (ask) =>
    seeOther('/open', { flash: `Saved ${ask.form.text('words')}` }),
  ),
  post('/staff', 'fund:edit', 'thing.changed', async () => seeOther('/open')),
  post('/hook', 'public', 'thing.ended', async () => show(page('hooked')), { crossSite: true }),
  get('/few', 'public', async () => show(page('few')), { perMinute: 2 }),
]

const folder = mkdtempSync(join(tmpdir(), 'assets-'))
writeFileSync(join(folder, 'a.css'), 'p{}')
after(() => rmSync(folder, { recursive: true }))

const lines: string[] = []
async function start(environment: Record<string, string> = {}) {
  const read = readConfig({ SECRET_KEY: secretKey, ...environment })
  assert.ok(read.ok)
  return await buildServer({
    routes,
    findActor: async (token) => sessions[token],
    render: (shown, { flash }: ShellFacts) => `${render(shown.main)}${flash ?? ''}`,
    errorPage: (kind, requestId) => page(`${kind} ${requestId}`),
    unsentPage,
    scriptHashes: ["'sha256-abc'"],
    config: read.config,
    secretKey,
    log: makeLog('info', { write: (line) => void lines.push(line) }),
    clock: () => new Date('2014-02-10T17:00:00Z'),
    newId: () => 'request-1',
    assetsFolders: [folder],
  })
}
const app = await start()
after(() => app.close())

const as = (who: string) => ({ host: 'localhost:3000', cookie: `session=${who}` })
const change = (headers: Record<string, string>, body = '') =>
  app.inject({
    method: 'POST',
    url: '/change',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: body,
  })
const token = encodeURIComponent(csrfToken('s1', secretKey))

describe('the server', () => {
  it('shows a public page to anyone, with strict headers and no cookie', async () => {
    const response = await app.inject('/open')
    assert.equal(response.statusCode, 200)
    const policy = String(response.headers['content-security-policy'])
    assert.ok(policy.includes("default-src 'none'") && policy.includes("script-src 'self' 'sha256-abc'"), policy)
    assert.ok(!policy.includes('unsafe'))
    assert.equal(response.headers['x-content-type-options'], 'nosniff')
    assert.equal(response.headers['set-cookie'], undefined)
  })

  it('sends a visitor to sign in, and back to where they were', async () => {
    const response = await app.inject('/mine?a=1')
    assert.equal(response.statusCode, 303)
    assert.equal(response.headers.location, '/sign-in?return=%2Fmine%3Fa%3D1')
  })

  it('tells a script that its session has ended', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/change',
      headers: { 'x-requested-with': 'autosave', 'sec-fetch-site': 'same-origin' },
    })
    assert.equal(response.statusCode, 401)
    assert.deepEqual(response.json(), { status: 'signed-out' })
  })

  it('gives the same page for what is not there and for what a person may not see', async () => {
    const hidden = await app.inject({ url: '/staff', headers: as('person') })
    const absent = await app.inject({ url: '/nowhere', headers: as('person') })
    assert.equal(hidden.statusCode, 404)
    assert.equal(hidden.body, absent.body)
    assert.equal((await app.inject('/gone')).statusCode, 404)
  })

  it('asks somebody with a role for the second step first', async () => {
    const response = await app.inject({ url: '/staff', headers: as('staff') })
    assert.equal(response.headers.location, '/sign-in/authenticator?return=%2Fstaff')
  })

  it('never lets what belongs to a person be stored on the way', async () => {
    assert.equal((await app.inject({ url: '/mine', headers: as('person') })).headers['cache-control'], 'no-store')
  })

  it('makes a change that came from our own page with the token of the session', async () => {
    const response = await change(
      { ...as('person'), 'sec-fetch-site': 'same-origin' },
      `_csrf=${token}&words=a%00b%0D%0Ac`,
    )
    assert.equal(response.statusCode, 303)
    assert.equal(response.headers.location, '/open')
    assert.match(
      String(response.headers['set-cookie']),
      /^flash=Saved%20ab%0Ac; Path=\/; HttpOnly; SameSite=Lax; Max-Age=60/,
    )
  })

  for (const [name, headers, body] of [
    ['from another site', { 'sec-fetch-site': 'cross-site' }, `_csrf=${token}`],
    ['from a sibling site', { 'sec-fetch-site': 'same-site' }, `_csrf=${token}`],
    ['from another origin, by a browser that says no more', { origin: 'http://evil.example' }, `_csrf=${token}`],
    ['without a token', { 'sec-fetch-site': 'same-origin' }, ''],
    [
      'with another session’s token',
      { 'sec-fetch-site': 'same-origin' },
      `_csrf=${encodeURIComponent(csrfToken('s2', secretKey))}`,
    ],
  ] as const) {
    it(`refuses a change ${name}`, async () => {
      assert.equal((await change({ ...as('person'), ...headers }, body)).statusCode, 403)
    })
  }

  it('takes from another site only what a route says may come from there', async () => {
    const response = await app.inject({ method: 'POST', url: '/hook', headers: { 'sec-fetch-site': 'cross-site' } })
    assert.equal(response.statusCode, 200)
  })

  it('takes the one-click request of a mail program as RFC 8058 shows it, there alone and if it is short', async () => {
    const oneClick = (url: string, extra = '') =>
      app.inject({
        method: 'POST',
        url,
        headers: {
          ...as('person'),
          'sec-fetch-site': 'same-origin',
          'content-type': 'multipart/form-data; boundary=FooBar',
        },
        payload: `--FooBar\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click${extra}\r\n--FooBar--\r\n`,
      })
    assert.equal((await oneClick('/hook')).statusCode, 200)
    assert.equal((await oneClick('/hook', 'x'.repeat(10_000))).statusCode, 413)
    const elsewhere = await oneClick('/change')
    assert.equal(elsewhere.statusCode, 400)
    assert.match(elsewhere.body, /bad-request/)
  })

  it('refuses ten megabytes with a page that says what to do', async () => {
    const response = await change(
      { ...as('person'), 'sec-fetch-site': 'same-origin' },
      `words=${'a'.repeat(10_000_000)}`,
    )
    assert.equal(response.statusCode, 413)
    assert.match(response.body, /too-large/)
  })

  it('says that something outside failed, and hides what of ours did', async () => {
    assert.equal((await app.inject('/down')).statusCode, 503)
    const response = await app.inject('/broken')
    assert.equal(response.statusCode, 500)
    assert.ok(response.body.includes('request-1'))
    assert.ok(!response.body.includes('secret detail'))
    assert.ok(lines.some((line) => line.includes('secret detail')))
  })

  it('logs a request by its route, never by what was typed', async () => {
    await app.inject('/mine?token=tok-123')
    const line = lines.at(-1) ?? ''
    assert.ok(line.includes('"route":"/mine"'), line)
    assert.ok(!lines.join('').includes('tok-123'))
  })

  it('shows a flash once', async () => {
    const response = await app.inject({ url: '/open', headers: { cookie: 'flash=Saved%20it' } })
    assert.ok(response.body.endsWith('Saved it'))
    assert.match(String(response.headers['set-cookie']), /^flash=; .*Max-Age=0/)
  })

  it('slows down a route that says so', async () => {
    const statuses: number[] = []
    for (let turn = 0; turn < 3; turn++) statuses.push((await app.inject('/few')).statusCode)
    assert.deepEqual(statuses, [200, 200, 429])
  })

  it('serves evaluation pages in evaluation only', async () => {
    assert.equal((await app.inject('/eval')).statusCode, 200)
    const published = await start({ PUBLIC_URL: 'https://fund.example.org' })
    assert.equal((await published.inject('/eval')).statusCode, 404)
    await published.close()
  })

  it('uses cookies that no sibling can set once it is reached over HTTPS', async () => {
    const published = await start({ PUBLIC_URL: 'https://fund.example.org' })
    const plain = await published.inject({ url: '/mine', headers: { cookie: 'session=person' } })
    const prefixed = await published.inject({ url: '/mine', headers: { cookie: '__Host-session=person' } })
    assert.deepEqual([plain.statusCode, prefixed.statusCode], [303, 200])
    assert.ok(prefixed.headers['strict-transport-security'])
    await published.close()
  })

  it('serves built files to be kept for ever', async () => {
    const response = await app.inject('/assets/a.css')
    assert.equal(response.statusCode, 200)
    assert.match(String(response.headers['cache-control']), /immutable/)
  })
})
