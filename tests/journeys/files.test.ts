import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import type { Form } from '../../src/core/forms/index.ts'
import { listen } from '../../src/platform/http/listen.ts'
import { assertAccessible } from '../support/axe.ts'
import { contextFor, openBrowser, type View } from '../support/browser.ts'
import { chooseFiles } from '../support/choose-files.ts'
import { lastFirst } from '../support/last-first.ts'
import { type OpenRound, openRound } from '../support/open-round.ts'
import { type TestServer, testServer } from '../support/server.ts'
import { freshDatabase } from '../support/template.ts'

const form: Form = {
  id: 'with-files',
  title: 'Expression of interest',
  pages: [
    {
      id: 'papers',
      title: 'Papers',
      questions: [
        { type: 'long-text', id: 'why', label: 'Why do you send them?' },
        { type: 'file', id: 'letters', label: 'Letters of support', hint: 'From partners who will take part.', max: 3 },
      ],
    },
    { id: 'end', title: 'End', questions: [{ type: 'short-text', id: 'end', label: 'Anything else?' }] },
  ],
}

const life = lastFirst({ after })
let made:
  | {
      readonly server: TestServer
      readonly round: OpenRound
      readonly browser: Browser
      readonly url: string
      readonly folder: string
    }
  | undefined
before(async () => {
  const server = await testServer(life, await freshDatabase(life), { work: true })
  const handle: RequestListener = (request, response) => server.app.routing(request, response)
  const listener = await listen(handle, '127.0.0.1', 0)
  life.after(listener.close)
  const folder = await mkdtemp(join(tmpdir(), 'to-send-'))
  life.after(() => rm(folder, { recursive: true, force: true }))
  const browser = await openBrowser(life)
  made = { server, round: await openRound(server.services, form), browser, url: listener.url, folder }
})
const all = () => made ?? assert.fail('nothing is set up')

/** Ann's browser on the page with files of a new draft. */
async function openPapers(view: View): Promise<Page> {
  const { server, round, browser, url } = all()
  const context = await contextFor(browser, view)
  life.after(() => context.close())
  const { cookies } = await server.signedIn(round.people.ann)
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })))
  const page = await context.newPage()
  await page.goto(`${url}/applications/${await round.draft()}/pages/papers`)
  return page
}

async function fileOf(name: string, bytes: number): Promise<string> {
  const path = join(all().folder, name)
  const start = '%PDF-1.7\n'
  await writeFile(path, start + 'x'.repeat(bytes - start.length))
  return path
}

const choose = (page: Page, ...paths: string[]) => chooseFiles(page, 'Choose files', paths)

describe('sending files', () => {
  it('needs no scripts: they go with the form, are listed, and can be removed', async () => {
    const page = await openPapers({ scripts: false, width: 320 })
    await page.getByLabel('Why do you send them? (optional)').fill('They will take part.')
    await choose(page, await fileOf('Llythyr Tŷ.pdf', 2000), await fileOf('second.pdf', 3000))
    await page.getByRole('button', { name: 'Upload files' }).click()
    await page.getByText('Llythyr Tŷ.pdf').first().waitFor()
    await assertAccessible(page, 'files')
    assert.equal(await page.getByLabel('Why do you send them? (optional)').inputValue(), 'They will take part.')
    await page.getByRole('button', { name: 'Remove Llythyr Tŷ.pdf' }).click()
    await page.getByText('second.pdf').first().waitFor()
    assert.equal(await page.getByText('Llythyr Tŷ.pdf').count(), 0)
    await choose(page, await fileOf('program.exe', 1000))
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await page.getByRole('alert').getByText('“program.exe” must be a').waitFor()
    await assertAccessible(page, 'files')
  })

  it('with scripts goes on by itself after the network was lost, and after the page was closed with what is left', async () => {
    const page = await openPapers({ scripts: true, width: 1280 })
    const path = await fileOf('long.pdf', 2_000_000)
    /** Where each piece began that reached the server. */
    const arrived: number[] = []
    let reach: 'all' | 'first' | 'none' = 'first'
    await page.route('**/uploads/*', async (route) => {
      const startsAt = Number(
        /name="startsAt"\r\n\r\n(\d+)/.exec(route.request().postDataBuffer()?.toString('latin1') ?? '')?.[1],
      )
      if (reach === 'none' || (reach === 'first' && startsAt > 0)) return await route.abort()
      arrived.push(startsAt)
      await route.continue()
    })
    await choose(page, path)
    await page.getByRole('button', { name: 'Upload files' }).click()
    await page.getByText('The connection was lost.').waitFor()
    await assertAccessible(page, 'files')
    assert.deepEqual(arrived, [0])

    await page.reload()
    await choose(page, path)
    reach = 'none'
    await page.getByRole('button', { name: 'Upload files' }).click()
    await page.getByText('The connection was lost.').waitFor()
    reach = 'all'
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await page.getByRole('button', { name: 'Remove long.pdf' }).waitFor()
    assert.deepEqual(arrived, [0, 512_000, 1_024_000, 1_536_000])
    assert.match((await page.locator('.app-file').textContent()) ?? '', /long\.pdf\s+PDF, 2 MB/)
    await assertAccessible(page, 'files')
  })

  it('with scripts says what was refused, keeps the others, and saves what was typed', async () => {
    const page = await openPapers({ scripts: true, width: 320 })
    await page.getByLabel('Why do you send them? (optional)').fill('Typed meanwhile')
    await choose(page, await fileOf('good.pdf', 2000), await fileOf('bad.exe', 2000))
    await page.getByRole('button', { name: 'Save and continue' }).click()
    const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' })
    await summary.getByRole('link', { name: '“bad.exe” must be a' }).click()
    assert.match(await page.title(), /^Error: /)
    const chooser = page.getByRole('button', { name: /^Choose files/ })
    assert.ok(await chooser.evaluate((element) => element === document.activeElement), 'the link leads to the input')
    const described = (await chooser.getAttribute('aria-describedby')) ?? ''
    assert.match((await page.locator(`#${described.split(' ').at(-1)}`).textContent()) ?? '', /^Error: “bad\.exe” must/)
    await assertAccessible(page, 'files')
    await choose(page, await fileOf('worse.exe', 2000))
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await summary.getByText('“worse.exe” must be a').waitFor()
    assert.equal(await summary.getByRole('link').count(), 1, 'what was said of files before is taken away')
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await page.getByRole('heading', { name: 'End' }).waitFor()
    await page.goBack()
    await page.reload()
    assert.equal(await page.getByRole('button', { name: /^Remove/ }).count(), 1)
    assert.equal(await page.getByLabel('Why do you send them? (optional)').inputValue(), 'Typed meanwhile')
  })
})
