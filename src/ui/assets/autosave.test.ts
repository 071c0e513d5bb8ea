import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type Browser, chromium, type Page } from 'playwright-core'
import { characterCount, radios, select } from '../components/index.ts'
import { form, hidden } from '../form.ts'
import { html } from '../html.ts'
import { inlineScriptHashes, renderPage } from '../page.ts'
import { buildAssets } from './build.ts'
import type { AssetPaths } from './manifest.ts'

type Answer = {
  readonly status: number
  readonly body: string
  readonly type?: string
  readonly location?: string
}

/** What the server does with the form when it comes: saves and leads on, shows it again or another form, or does not know it. */
type Taking = 'save' | 'show again' | 'ask which' | 'sign in first'

const types: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' }
const policy = `default-src 'none'; script-src 'self' ${inlineScriptHashes.join(' ')}; style-src 'self'; img-src 'self'; connect-src 'self'`

describe('the scripts of a page, in a browser under a strict policy', () => {
  let folder: string
  let assets: AssetPaths
  let server: Server
  let browser: Browser
  let page: Page
  let origin: string
  let complaints: string[]
  /** What is stored on the server, what has arrived there, and how it answers next. */
  let stored: { drivers: string; sponsor?: string; version: number } = { drivers: '', version: 7 }
  let arrived: { readonly fields: URLSearchParams; readonly requestedWith: string | undefined }[]
  let answerNext: Answer | undefined
  /** Holds the answer to a save until it resolves. */
  let held: Promise<void> | undefined
  let sentVersions: (string | null)[]
  let taking: Taking
  let person: { readonly name: string; readonly id: string }

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'scripts-'))
    assets = await buildAssets(join(folder, 'built'))
    server = createServer((request, response) => {
      void answer(request).then(({ status, body, type = 'application/json', location }) => {
        const headers = { 'content-type': type, 'content-security-policy': policy }
        response.writeHead(status, location === undefined ? headers : { ...headers, location })
        response.end(body)
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    // The browser is unpacked into the temporary folder: one of its own, so that no other test finds half of it.
    process.env.TMPDIR = folder
    const { default: unpacked } = await import('@sparticuz/chromium')
    browser = await chromium.launch({
      executablePath: await unpacked.executablePath(),
      args: ['--no-sandbox', '--disable-gpu'],
    })
  })

  after(async () => {
    await browser?.close()
    server?.closeAllConnections()
    server?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  beforeEach(async () => {
    await page?.context().close()
    stored = { drivers: '', version: 7 }
    arrived = []
    answerNext = undefined
    held = undefined
    sentVersions = []
    taking = 'save'
    person = { name: 'Ann', id: 'person-1' }
    complaints = []
    page = await (await browser.newContext()).newPage()
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(`${origin}/question`)
  })

  async function answer(request: IncomingMessage): Promise<Answer> {
    const { pathname } = new URL(request.url ?? '/', origin)
    if (pathname.startsWith('/assets/')) {
      const file = join(folder, 'built', pathname.slice('/assets/'.length))
      return { status: 200, body: readFileSync(file, 'utf8'), type: types[extname(file)] ?? 'text/plain' }
    }
    if (pathname === '/sign-out') return html200(documentOf({ title: 'Gone', main: html`<h1>Signed out</h1>` }))
    if (request.method === 'POST' && pathname !== '/autosave') return take(new URLSearchParams(await text(request)))
    if (pathname === '/next') return html200(documentOf({ title: 'Next', main: html`<h1>Next</h1>` }))
    if (pathname !== '/autosave') return html200(question())
    const fields = new URLSearchParams(await text(request))
    arrived.push({ fields, requestedWith: String(request.headers['x-requested-with']) })
    await held
    const prepared = answerNext
    answerNext = undefined
    if (prepared !== undefined) return prepared
    const [drivers, sponsor] = [fields.get('drivers') ?? '', fields.get('sponsor') ?? '']
    stored = { drivers, sponsor, version: stored.version + 1 }
    const saved = { status: 'saved', savedAt: '2014-02-10T16:58:00Z', version: stored.version }
    return { status: 200, body: JSON.stringify(saved) }
  }

  const html200 = (body: string): Answer => ({ status: 200, body, type: 'text/html; charset=utf-8' })

  /** The form itself, sent by its button. */
  function take(fields: URLSearchParams): Answer {
    sentVersions.push(fields.get('version'))
    const [typed, mark] = [fields.get('drivers') ?? '', fields.get('_sent') ?? '']
    if (taking === 'sign in first') return html200(documentOf({ title: 'Sign in', main: html`<h1>Sign in</h1>` }))
    if (taking === 'show again') return html200(question(typed, mark))
    if (taking === 'ask which') {
      taking = 'save'
      const main = html`<h1>Which?</h1>${form({ action: '/question', csrf: 'token' }, html`${hidden('drivers', typed)}<button>Mine</button>`)}`
      return html200(documentOf({ title: 'Which', main }, mark))
    }
    stored = { drivers: `${typed}, tidied`, version: stored.version + 1 }
    return { status: 303, body: '', location: `/next?_saved=${mark}#top` }
  }

  function question(drivers = stored.drivers, answerTo?: string): string {
    const fields = html`${hidden('version', stored.version)}
${characterCount({ name: 'drivers', maxlength: 5, countType: 'words', value: drivers, label: { text: 'Drivers' } })}
${radios({ name: 'sponsor', value: stored.sponsor, items: [{ value: 'yes', text: 'Yes' }] })}
${select({
  name: 'authority',
  label: { text: 'Authority' },
  attributes: { 'data-autocomplete': '' },
  items: [
    { value: '', text: '' },
    { value: 'E1', text: 'Barnet' },
    { value: 'E2', text: 'Bath' },
  ],
})}`
    const main = form(
      { action: '/question', csrf: 'token', autosave: '/autosave', autosaveKey: 'DD-1:drivers' },
      fields,
    )
    return documentOf({ title: 'Question', main }, answerTo)
  }

  function documentOf(shown: Parameters<typeof renderPage>[0], answerTo?: string): string {
    const context = {
      serviceName: 'Test',
      path: '/question',
      navigation: [],
      theme: 'plain',
      evaluation: false,
      assets,
      answerTo,
      person,
      csrf: 'token',
    } as const
    return renderPage(shown, context)
  }

  const statusReads = (words: string) => page.locator('[data-autosave-status]', { hasText: words }).waitFor()
  const kept = () => page.evaluate(() => Object.values(localStorage).join())

  it('saves what is typed with token and version, says when in UK time, and takes the next version', async () => {
    await page.locator('textarea').fill('Rising £ demand')
    await statusReads('Saved at 4:58pm')
    assert.equal(arrived.length, 1)
    assert.equal(arrived[0]?.requestedWith, 'autosave')
    const { _csrf, version, drivers } = Object.fromEntries(arrived[0]?.fields ?? [])
    assert.deepEqual({ _csrf, version, drivers }, { _csrf: 'token', version: '7', drivers: 'Rising £ demand' })
    assert.equal(await page.locator('[name=version]').inputValue(), '8')
    assert.equal(await kept(), '')
    assert.deepEqual(complaints, [])
  })

  it('keeps what could not be saved in the browser and tries again', async () => {
    answerNext = { status: 500, body: 'no' }
    await page.locator('textarea').fill('Not lost')
    await page.locator('textarea').blur()
    await statusReads('Not saved: we will try again')
    assert.match(await kept(), /Not lost/)
    await statusReads('Saved at')
    assert.equal(stored.drivers, 'Not lost')
    assert.equal(await kept(), '')
  })

  for (const [status, words] of [
    ['signed-out', 'signed out'],
    ['clash', 'Someone else has changed'],
  ] as const) {
    it(`offers back what was typed before the server answered ${status}`, async () => {
      answerNext = { status: 200, body: JSON.stringify({ status }) }
      await page.locator('textarea').fill('Kept words')
      await page.locator('textarea').blur()
      await statusReads(words)
      await page.reload()
      assert.equal(await page.locator('textarea').inputValue(), '')
      await page.getByRole('button', { name: 'Put it back' }).click()
      assert.equal(await page.locator('textarea').inputValue(), 'Kept words')
      await statusReads('Saved at')
      assert.equal(stored.drivers, 'Kept words')
    })
  }

  /** Types what a script's save does not take, and sends it with the button. */
  async function typeAndSend(words: string): Promise<void> {
    answerNext = { status: 200, body: JSON.stringify({ status: 'clash' }) }
    await page.locator('textarea').fill(words)
    await page.locator('textarea').blur()
    await statusReads('Someone else')
    await page.locator('form[data-autosave]').evaluate((element: HTMLFormElement) => element.requestSubmit())
  }
  const offers = () => page.getByRole('button', { name: 'Put it back' })

  it('lets a save under way finish before the form is sent, which then carries its version', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    held = promise
    const saving = page.waitForRequest('**/autosave')
    await page.locator('textarea').fill('One')
    await page.locator('textarea').blur()
    await saving
    await page.locator('textarea').fill('One and two')
    await page.locator('form[data-autosave]').evaluate((element: HTMLFormElement) => element.requestSubmit())
    assert.deepEqual(sentVersions, [])
    resolve()
    await page.waitForURL(`${origin}/next#top`)
    assert.deepEqual(sentVersions, ['8'])
    assert.equal(stored.drivers, 'One and two, tidied')
  })

  it('forgets the copy of what was sent once the server leads on from it, however it tidied it', async () => {
    await typeAndSend('Sent words')
    await page.waitForURL(`${origin}/next#top`)
    await page.waitForFunction(() => localStorage.length === 0)
    await page.goto(`${origin}/question`)
    assert.equal(await page.locator('textarea').inputValue(), 'Sent words, tidied')
    assert.equal(await offers().count(), 0)
  })

  it('offers back what was sent and never taken, whatever somebody else has saved meanwhile', async () => {
    taking = 'sign in first'
    await typeAndSend('Kept words')
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    stored = { drivers: 'A colleague’s', version: 8 }
    await page.goto(`${origin}/question`)
    await offers().click()
    assert.equal(await page.locator('textarea').inputValue(), 'Kept words')
  })

  it('puts back what its writer changed and leaves the other answers as a colleague has saved them', async () => {
    answerNext = { status: 200, body: JSON.stringify({ status: 'clash' }) }
    await page.locator('textarea').fill('My words')
    await page.locator('textarea').blur()
    await statusReads('Someone else')
    stored = { drivers: 'A colleague’s', sponsor: 'yes', version: 8 }
    await page.reload()
    await offers().click()
    assert.equal(await page.locator('textarea').inputValue(), 'My words')
    assert.equal(await page.locator('[name=sponsor]').isChecked(), true)
    await statusReads('Saved at')
    assert.deepEqual(stored, { drivers: 'My words', sponsor: 'yes', version: 9 })
  })

  it('puts back a choice alone, and saves it', async () => {
    answerNext = { status: 200, body: JSON.stringify({ status: 'signed-out' }) }
    await page.locator('[name=sponsor]').check()
    await statusReads('signed out')
    stored = { drivers: 'A colleague’s', version: 8 }
    await page.reload()
    await offers().click()
    await statusReads('Saved at')
    assert.deepEqual(stored, { drivers: 'A colleague’s', sponsor: 'yes', version: 9 })
  })

  it('does not take a form that is shown again for one that is saved', async () => {
    taking = 'show again'
    await typeAndSend('Far too long')
    await page.waitForFunction(() => document.body.dataset.answerTo !== undefined)
    assert.equal(await page.locator('textarea').inputValue(), 'Far too long')
    assert.equal(await offers().count(), 0)
    answerNext = { status: 200, body: JSON.stringify({ status: 'refused' }) }
    await page.goto(`${origin}/question`)
    await offers().click()
    assert.equal(await page.locator('textarea').inputValue(), 'Far too long')
  })

  it('forgets the copy once the person has chosen between two texts', async () => {
    taking = 'ask which'
    await typeAndSend('Mine')
    await page.getByRole('button', { name: 'Mine' }).click()
    await page.waitForURL(`${origin}/next#top`)
    await page.waitForFunction(() => localStorage.length === 0)
  })

  it('keeps what it offers beside what is typed meanwhile', async () => {
    const refused = { status: 200, body: JSON.stringify({ status: 'refused' }) }
    for (const words of ['First words', 'Second words']) {
      answerNext = refused
      await page.locator('textarea').fill(words)
      await page.locator('textarea').blur()
      await statusReads('Not saved')
      await page.reload()
    }
    assert.equal(await offers().count(), 2)
    await page.getByRole('button', { name: 'Delete it' }).first().click()
    await offers().click()
    assert.equal(await page.locator('textarea').inputValue(), 'Second words')
  })

  it('offers what one person wrote to nobody else at the same browser', async () => {
    answerNext = { status: 200, body: JSON.stringify({ status: 'signed-out' }) }
    await page.locator('textarea').fill('Of Ann')
    await page.locator('textarea').blur()
    await statusReads('signed out')
    person = { name: 'Ben', id: 'person-2' }
    await page.goto(`${origin}/question`)
    assert.equal(await offers().count(), 0)
    person = { name: 'Ann', id: 'person-1' }
    await page.goto(`${origin}/question`)
    await offers().waitFor()
  })

  it('leaves nothing behind when somebody signs out, and asks first if something is unsaved', async () => {
    const signOut = page.getByRole('button', { name: 'Sign out' })
    const asked: string[] = []
    let answer = false
    page.on('dialog', (dialog) => {
      asked.push(dialog.message())
      void (answer ? dialog.accept() : dialog.dismiss())
    })
    answerNext = { status: 200, body: JSON.stringify({ status: 'refused' }) }
    await page.locator('textarea').fill('Unsaved words')
    await page.locator('textarea').blur()
    await statusReads('Not saved')
    await page.evaluate(() => localStorage.setItem('unsaved:person-2:DD-1:drivers', '{"keptAt":9e15}'))
    const firstAsked = page.waitForEvent('dialog')
    await signOut.click()
    await firstAsked
    assert.match(await kept(), /Unsaved words/)
    answer = true
    await signOut.click()
    await page.getByRole('heading', { name: 'Signed out' }).waitFor()
    assert.equal(await kept(), '{"keptAt":9e15}', 'what is somebody else’s stays')
    assert.equal(asked.length, 2)
    assert.match(asked[0] ?? '', /has not been saved/)

    await page.goto(`${origin}/question`)
    await signOut.click()
    await page.getByRole('heading', { name: 'Signed out' }).waitFor()
    assert.equal(asked.length, 2, 'not asked when everything is saved')
  })

  it('says without a network that nobody was signed out, and forgets nothing', async () => {
    await page.context().setOffline(true)
    await page.evaluate(() => localStorage.setItem('unsaved:person-1:DD-1:drivers', '{"keptAt":9e15}'))
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('alert').filter({ hasText: 'You are still signed in.' }).waitFor()
    assert.equal(await kept(), '{"keptAt":9e15}')
    await page.context().setOffline(false)
    complaints = complaints.filter((complaint) => !complaint.includes('ERR_INTERNET_DISCONNECTED'))
  })

  it('counts words and narrows long lists, sending the value of the list', async () => {
    await page.locator('textarea').fill('one two three four five six')
    await page.locator('.govuk-character-count__status', { hasText: '1 word too many' }).waitFor()
    await page.getByRole('combobox', { name: 'Authority' }).fill('bath')
    await page.getByRole('option', { name: /^Bath/ }).click()
    assert.equal(await page.locator('select').inputValue(), 'E2')
    await page.getByRole('combobox', { name: 'Authority' }).fill('Nowhere')
    await page.getByRole('combobox', { name: 'Authority' }).blur()
    assert.equal(await page.locator('select').inputValue(), '')
  })
})
