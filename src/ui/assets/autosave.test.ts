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

type Answer = { readonly status: number; readonly body: string; readonly type?: string }

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
  let stored = { drivers: '', version: 7 }
  let arrived: { readonly fields: URLSearchParams; readonly requestedWith: string | undefined }[]
  let answerNext: Answer | undefined

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'scripts-'))
    assets = await buildAssets(join(folder, 'built'))
    server = createServer((request, response) => {
      void answer(request).then(({ status, body, type = 'application/json' }) => {
        response.writeHead(status, { 'content-type': type, 'content-security-policy': policy })
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
    if (pathname !== '/autosave') return { status: 200, body: question(), type: 'text/html; charset=utf-8' }
    const fields = new URLSearchParams(await text(request))
    arrived.push({ fields, requestedWith: String(request.headers['x-requested-with']) })
    const prepared = answerNext
    answerNext = undefined
    if (prepared !== undefined) return prepared
    stored = { drivers: fields.get('drivers') ?? '', version: stored.version + 1 }
    const saved = { status: 'saved', savedAt: '2014-02-10T16:58:00Z', version: stored.version }
    return { status: 200, body: JSON.stringify(saved) }
  }

  function question(): string {
    const fields = html`${hidden('version', stored.version)}
${characterCount({ name: 'drivers', maxlength: 5, countType: 'words', value: stored.drivers, label: { text: 'Drivers' } })}
${radios({ name: 'sponsor', items: [{ value: 'yes', text: 'Yes' }] })}
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
    const context = {
      serviceName: 'Test',
      path: '/question',
      navigation: [],
      theme: 'plain',
      evaluation: false,
      assets,
    } as const
    return renderPage({ title: 'Question', main }, context)
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

  it('forgets the copy of what was sent with the form and has arrived', async () => {
    answerNext = { status: 200, body: JSON.stringify({ status: 'clash' }) }
    await page.locator('textarea').fill('Sent words')
    await page.locator('textarea').blur()
    await statusReads('Someone else')
    stored = { drivers: 'Sent words, tidied', version: 8 }
    await page.locator('form[data-autosave]').evaluate((element: HTMLFormElement) => element.requestSubmit())
    await page.waitForFunction(() => document.querySelector('textarea')?.value === 'Sent words, tidied')
    await page.waitForFunction(() => localStorage.length === 0)
    assert.equal(await page.getByRole('button', { name: 'Put it back' }).count(), 0)
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
