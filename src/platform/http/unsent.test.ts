import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { type Actor, type SignedIn, visitor } from '../../core/permissions/index.ts'
import { render } from '../../ui/html.ts'
import { unsentPage } from '../../ui/unsent-page.ts'
import { readConfig } from '../config/config.ts'
import { makeLog } from '../log/log.ts'
import { csrfToken } from '../sign-in/csrf.ts'
import { seeOther, show } from './answer.ts'
import { get, post, type Route } from './route.ts'
import { buildServer } from './server.ts'
import { unsentForm } from './unsent.ts'

const secretKey = 's'.repeat(32)
const person: SignedIn = {
  kind: 'person',
  personId: 'p1',
  sessionId: 's1',
  email: 'ada@council.example',
  name: '',
  heldRoles: [],
  memberships: [],
  secondStep: 'not-needed',
}
const sessions: Record<string, Actor> = {
  ada: person,
  staff: {
    ...person,
    heldRoles: [{ role: 'programme-team', fundId: 'f1', organisationId: null }],
    secondStep: 'due',
  },
}

/** What a route has got. */
const got = new Map<string, string>()
const page = { title: 'page', main: unsentPage({ ...blank(), fields: [] }).main }
const take = async ({ form }: { form: { names: () => readonly string[]; text: (name: string) => string } }) => {
  for (const name of form.names()) got.set(name, form.text(name))
  return seeOther('/done')
}
const routes: Route[] = [
  get('/pages/:page', 'signed-in', async () => show(page)),
  post('/pages/:page', 'signed-in', 'thing.changed', take),
  post('/only-sent', 'signed-in', 'thing.changed', take),
  post('/staff', 'fund:edit', 'thing.changed', take),
]

function blank() {
  const reason = 'signed-out' as const
  return { reason, fileNames: [], action: '/', csrf: '', signInHref: '/', pageHref: '/', person: undefined }
}

const read = readConfig({ SECRET_KEY: secretKey })
assert.ok(read.ok)
const app = await buildServer({
  routes,
  findActor: async (token) => sessions[token],
  render: (shown) => `<title>${shown.title}</title>${render(shown.main)}`,
  errorPage: (kind) => ({ ...page, title: kind }),
  unsentPage,
  scriptHashes: [],
  config: read.config,
  secretKey,
  log: makeLog('silent'),
  clock: () => new Date('2014-02-10T17:00:00Z'),
  newId: () => 'request-1',
  assetsFolders: [import.meta.dirname],
})
after(() => app.close())

type Fields = readonly (readonly [string, string])[]

async function send(url: string, fields: Fields | string, who?: string, headers: Record<string, string> = {}) {
  const payload = typeof fields === 'string' ? fields : new URLSearchParams(fields.map(([...pair]) => pair)).toString()
  const response = await app.inject({
    method: 'POST',
    url,
    headers: {
      host: 'localhost:3000',
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...(who === undefined ? {} : { cookie: `session=${who}` }),
      ...headers,
    },
    payload,
  })
  return { status: response.statusCode, body: response.body, headers: response.headers }
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** The hidden fields of the page's form as a browser would send them. */
const fieldsIn = (body: string): Fields =>
  [...body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
    unescaped(name),
    unescaped(value),
  ])
const actionIn = (body: string): string => unescaped(/<form action="([^"]*)"/.exec(body)?.[1] ?? '')
const titleIn = (body: string): string => /<title>(.*?)<\/title>/.exec(body)?.[1] ?? ''

const staleToken = ['_csrf', 'of-an-ended-session'] as const
const written: Fields = [
  ['version', 'drivers:3'],
  ['drivers', '\nRising "demand" & <costs>\r\nLine two, Llŷn'],
  ['needs', 'money'],
  ['needs', 'time'],
  ['action', 'continue'],
]
const address = '/pages/drivers?from=check&a=%22'

describe('a form that was written and could not be taken', () => {
  it('comes back whole from signed out to saved, and is changed by nothing on the way', async () => {
    const first = await send(address, [staleToken, ...written])
    assert.equal(first.status, 401)
    assert.equal(first.headers['cache-control'], 'no-store')
    assert.equal(titleIn(first.body), 'You have been signed out')
    assert.match(first.body, /href="\/sign-in\?return=%2Fpages%2Fdrivers%3Ffrom%3Dcheck%26a%3D%2522" target="_blank"/)
    assert.deepEqual(fieldsIn(first.body), written)
    assert.match(
      first.body,
      /readonly[^>]*>\n\nRising &quot;demand&quot; &amp; &lt;costs&gt;\nLine two, Llŷn<\/textarea>/,
    )

    const tooEarly = await send(actionIn(first.body), fieldsIn(first.body))
    assert.equal(titleIn(tooEarly.body), 'You are still signed out')

    got.clear()
    const confirm = await send(actionIn(tooEarly.body), fieldsIn(tooEarly.body), 'ada')
    assert.equal(confirm.status, 403)
    assert.equal(got.size, 0, 'nothing is saved before its person says so')
    assert.match(confirm.body, /You are signed in as <strong[^>]*>ada@council\.example/)
    assert.deepEqual(fieldsIn(confirm.body), [['_csrf', csrfToken('s1', secretKey)], ...written])
    assert.equal(actionIn(confirm.body), address)

    const saved = await send(actionIn(confirm.body), fieldsIn(confirm.body), 'ada')
    assert.equal(saved.headers.location, '/done')
    assert.equal(got.get('drivers'), '\nRising "demand" & <costs>\nLine two, Llŷn')
  })

  it('is shown to be confirmed when its token is of an earlier session', async () => {
    const confirm = await send('/only-sent', [staleToken, ...written], 'ada')
    assert.equal(titleIn(confirm.body), 'Is this what you want to save?')
    assert.deepEqual(fieldsIn(confirm.body).slice(1), written)
    assert.match(confirm.body, /href="\/home"/)
  })

  it('waits for the second step of somebody with a role', async () => {
    const answer = await send('/staff', [staleToken, ...written], 'staff')
    assert.equal(answer.status, 401)
    assert.match(answer.body, /href="\/sign-in\/authenticator\?return=%2Fhome" target="_blank"/)
  })

  it('is not shown when another site sent it', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const signedIn = await send(address, [staleToken, ...written], 'ada', { 'sec-fetch-site': site })
      assert.equal(signedIn.status, 403)
      assert.equal(titleIn(signedIn.body), 'forbidden')
      const visitor = await send(address, written, undefined, { 'sec-fetch-site': site })
      assert.equal(visitor.headers.location, '/sign-in?return=%2F')
    }
  })

  it('is not shown when nothing was written, or more fields than any form has', async () => {
    const tooFewOrMany: readonly Fields[] = [[staleToken], Array.from({ length: 2001 }, () => ['a', ''] as const)]
    for (const fields of tooFewOrMany) {
      assert.equal((await send(address, fields)).headers.location, '/sign-in?return=%2F')
      assert.equal(titleIn((await send(address, fields, 'ada')).body), 'forbidden')
    }
    assert.equal((await send(address, `a=${'b'.repeat(1_000_001)}`)).status, 413)
  })

  it('leads to no other site, whatever the address', () => {
    const ask = { actor: visitor, csrf: '' }
    const fields = new URLSearchParams([...written.map(([...pair]) => pair)])
    for (const url of ['//evil.example/pages/x', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)'])
      assert.equal(unsentForm({ ask, url, fields, hasPage: true }, 'sign-in-first'), undefined, url)
    assert.equal(unsentForm({ ask, url: '/x', fields, hasPage: true }, 'sign-in-first')?.action, '/x')
  })

  it('tells a script in its own language', async () => {
    const { status, body } = await send(address, [staleToken, ...written], 'ada', { 'x-requested-with': 'autosave' })
    assert.equal(status, 403)
    assert.equal(JSON.parse(body).status, 'refused')
  })
})
