import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { multipart, type TestFile } from '../../../tests/support/multipart.ts'
import { testConfig } from '../../../tests/support/server.ts'
import type { SignedIn } from '../../core/permissions/index.ts'
import { html, render } from '../../ui/html.ts'
import { unsentPage } from '../../ui/unsent-page.ts'
import { makeLog } from '../log/log.ts'
import { csrfToken } from '../sign-in/csrf.ts'
import { json, show } from './answer.ts'
import type { SentFile } from './receive-files.ts'
import { get, post, type Route } from './route.ts'
import { buildServer } from './server.ts'

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
/** What the last handler saw, and where it lay. */
let seen: readonly (SentFile & { readonly content: string | undefined })[] = []
const limits = { count: 2, bytesEach: 1000 }
const routes: Route[] = [
  get('/send', 'signed-in', async () => show({ title: 'send', main: html`<p>send</p>` })),
  post(
    '/send',
    'signed-in',
    'none',
    async (ask) => {
      seen = ask.files.map((file) => ({
        ...file,
        content: file.path === '' ? undefined : readFileSync(file.path, 'utf8'),
      }))
      return json({
        words: ask.form.text('words'),
        files: ask.files.map(({ name, refused }) => [name, refused ?? 'whole']),
      })
    },
    { files: limits },
  ),
  post('/staff', 'fund:edit', 'none', async () => json('staff'), { files: limits }),
  post('/text', 'signed-in', 'none', async (ask) => json(ask.form.text('words'))),
]

const place = mkdtempSync(join(tmpdir(), 'receive-'))
const before = process.env.TMPDIR
process.env.TMPDIR = place
after(() => {
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  rmSync(place, { recursive: true })
})

const app = await buildServer({
  routes,
  findActor: async (token) => (token === 'person' ? person : undefined),
  render: (shown) => render(shown.main),
  errorPage: (kind) => ({ title: kind, main: html`<p>${kind}</p>` }),
  unsentPage,
  scriptHashes: [],
  config: testConfig(),
  secretKey,
  log: makeLog('silent'),
  clock: () => new Date('2014-02-10T17:00:00Z'),
  newId: () => 'request-1',
  assetsFolders: [place],
})
after(() => app.close())

const token = csrfToken('s1', secretKey)
type Sending = { url?: string; csrf?: string; cookie?: string; headers?: Record<string, string>; words?: string }

async function send(files: readonly TestFile[], { url = '/send', csrf = token, cookie, headers, words }: Sending = {}) {
  const { type, body } = await multipart(
    [
      ['_csrf', csrf],
      ['words', words ?? 'two\nlines'],
    ],
    files,
  )
  return await app.inject({
    method: 'POST',
    url,
    headers: {
      host: 'localhost:3000',
      cookie: cookie ?? 'session=person',
      'sec-fetch-site': 'same-origin',
      'content-type': type,
      ...headers,
    },
    payload: body,
  })
}
const file = (name: string, body: string | Uint8Array, field = 'paper'): TestFile => ({ field, name, body })

describe('a form with files', () => {
  it('gives the text beside them, and each file whole in a place that is gone after the answer', async () => {
    const answer = await send([file('plan.txt', 'hello'), file('b.bin', new Uint8Array([1, 2, 3]))])
    assert.deepEqual(answer.json(), {
      words: 'two\nlines',
      files: [
        ['plan.txt', 'whole'],
        ['b.bin', 'whole'],
      ],
    })
    assert.equal(seen[0]?.content, 'hello')
    assert.equal(seen[0]?.bytes, 5)
    assert.equal(seen[0]?.sha256, createHash('sha256').update('hello').digest('hex'))
    assert.equal(existsSync(seen[0]?.path ?? ''), false)
    assert.deepEqual(readdirSync(place), [])
  })

  it('takes a file of exactly the limit and marks one a byte longer, with what was typed kept', async () => {
    const answer = await send([file('exact', 'x'.repeat(1000)), file('more', 'x'.repeat(1001))])
    assert.deepEqual(answer.json(), {
      words: 'two\nlines',
      files: [
        ['exact', 'whole'],
        ['more', 'too-large'],
      ],
    })
    assert.equal(seen[1]?.content, undefined)
  })

  it('marks the files beyond the count', async () => {
    const answer = await send([file('1', 'a'), file('2', 'b'), file('3', 'c')])
    assert.deepEqual(answer.json().files, [
      ['1', 'whole'],
      ['2', 'whole'],
      ['3', 'too-many'],
    ])
  })

  it('takes an input in which nothing was chosen for nothing, and an empty file for a file', async () => {
    assert.deepEqual((await send([file('', '')])).json().files, [])
    assert.deepEqual((await send([file('empty.txt', '')])).json().files, [['empty.txt', 'whole']])
    assert.equal(seen[0]?.bytes, 0)
  })

  it('takes what was chosen after any number of inputs in which nothing was', async () => {
    const answer = await send([
      file('', '', 'letters'),
      file('', '', 'plans'),
      file('plan.txt', 'hello', 'papers'),
      file('', '', 'maps'),
      file('map.txt', 'here', 'maps'),
    ])
    assert.equal(answer.statusCode, 200)
    assert.deepEqual(
      seen.map(({ field, content }) => [field, content]),
      [
        ['papers', 'hello'],
        ['maps', 'here'],
      ],
    )
  })

  it('keeps names in any script, and nothing of a folder or of what changes how a name reads', async () => {
    const names = [
      'cynllun-Tŷ.pdf',
      '計画 ✓.docx',
      '../../etc/passwd',
      'C:\\fake\\plan.pdf',
      'exe\u202Efdp.txt',
      'a\u0000b.txt',
    ]
    const given: string[] = []
    for (const name of names) {
      await send([file(name, 'x')])
      given.push(seen[0]?.name ?? '')
    }
    assert.deepEqual(given, ['cynllun-Tŷ.pdf', '計画 ✓.docx', 'passwd', 'plan.pdf', 'exefdp.txt', 'ab.txt'])
  })

  it('refuses the whole when far more was sent than it takes, or when its length is not said', async () => {
    const answer = await send([file('huge', 'x'.repeat(1_100_000))])
    assert.equal(answer.statusCode, 413)
    assert.equal(answer.body, '<p>files-too-large</p>')
    const chunked = await send([file('a', 'a')], { headers: { 'content-length': '', 'transfer-encoding': 'chunked' } })
    assert.equal(chunked.statusCode, 413)
    assert.deepEqual(readdirSync(place), [])
  })

  it('answers a body that ends too early and one without a boundary as unreadable, and leaves nothing', async () => {
    const headers = { host: 'localhost:3000', cookie: 'session=person', 'sec-fetch-site': 'same-origin' }
    const cut = await app.inject({
      method: 'POST',
      url: '/send',
      headers: { ...headers, 'content-type': 'multipart/form-data; boundary=b' },
      payload: '--b\r\ncontent-disposition: form-data; name="paper"; filename="a"\r\n\r\nabc',
    })
    assert.equal(cut.statusCode, 400)
    const none = await app.inject({
      method: 'POST',
      url: '/send',
      headers: { ...headers, 'content-type': 'multipart/form-data' },
      payload: 'abc',
    })
    assert.equal(none.statusCode, 400)
    assert.deepEqual(readdirSync(place), [])
  })

  it('is not taken from another site or with the token of another session, and its files are not kept', async () => {
    seen = []
    assert.equal((await send([file('a', 'a')], { headers: { 'sec-fetch-site': 'cross-site' } })).statusCode, 403)
    const anew = await send([file('Budget <b>.pdf', 'a')], { csrf: 'of another session', words: 'my words' })
    assert.equal(anew.statusCode, 403)
    assert.match(anew.body, /value="my words"/)
    assert.match(anew.body, /Budget &lt;b&gt;\.pdf/)
    assert.match(anew.body, /Choose them again/)
    assert.deepEqual(seen, [])
    assert.deepEqual(readdirSync(place), [])
  })

  it('gives back to somebody signed out what they typed, and says that the files must be chosen again', async () => {
    const answer = await send([file('plan.pdf', 'a')], { cookie: '', words: 'my words' })
    assert.equal(answer.statusCode, 401)
    assert.match(answer.body, /my words/)
    assert.match(answer.body, /plan\.pdf/)
  })

  it('is answered with not found where there is nothing for this person', async () => {
    assert.equal((await send([file('a', 'a')], { url: '/staff' })).statusCode, 404)
  })

  it('is not read by a route that takes none', async () => {
    assert.equal((await send([file('a', 'a')], { url: '/text' })).statusCode, 400)
  })

  it('may also come without files, as forms do', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/send',
      headers: {
        host: 'localhost:3000',
        cookie: 'session=person',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams({ _csrf: token, words: 'plain' }).toString(),
    })
    assert.deepEqual(answer.json(), { words: 'plain', files: [] })
  })
})
