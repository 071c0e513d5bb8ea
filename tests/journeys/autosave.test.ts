import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { referenceOf } from '../support/apply-by-form.ts'
import { openBrowser } from '../support/browser.ts'
import { openAs, signInAs, startDraft } from '../support/joint-bid.ts'
import { lastFirst } from '../support/last-first.ts'
import { type Outage, type Site, seededDatabase, startSite } from '../support/site.ts'

const life = lastFirst({ after })
let site: Site
let browser: Browser
let application: string
const nothing = () => false
const outage: Outage = { stops: nothing }

before(async () => {
  site = await startSite(life, await seededDatabase(life), {}, outage)
  browser = await openBrowser(life)
  const { page, context } = await open()
  application = await startDraft(page, site.url)
  await context.close()
})

const open = async () =>
  await openAs(life, { browser, url: site.url, name: 'Priya Nair', view: { scripts: true, width: 320 } })

async function openQuestion(): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const { db } = site.services
  for (const table of ['answer', 'answer_version'] as const) {
    await sql`delete from ${sql.table(table)} where question_id = 'drivers' and application_id =
      (select id from application where reference = ${referenceOf(application)})`.execute(db)
  }
  const opened = await open()
  await opened.page.goto(`${application}/pages/drivers`)
  return opened
}

async function type(page: Page, text: string, status: string): Promise<void> {
  await page.locator('[name="drivers"]').fill(text)
  await page.locator('[name="drivers"]').blur()
  await statusReads(page, status)
}

const statusReads = async (page: Page, text: string): Promise<void> =>
  await page.locator('[data-autosave-status]', { hasText: text }).waitFor()

async function stored(): Promise<string | undefined> {
  const { rows } = await sql<{ value: string }>`
    select s.value #>> '{}' as value from answer s join application a on a.id = s.application_id
    where a.reference = ${referenceOf(application)} and s.question_id = 'drivers'`.execute(site.services.db)
  return rows[0]?.value
}

/** Takes the offer of what waits in this browser, which is then sent. */
async function putBack(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Put it back' }).click()
  assert.equal(await page.locator('[name="drivers"]').inputValue(), text)
  await statusReads(page, 'Saved at')
  assert.equal(await stored(), text)
}

async function signInAgain(page: Page): Promise<void> {
  await page.reload()
  await signInAs(page, 'Priya Nair')
  assert.equal(page.url(), `${application}/pages/drivers`)
}

describe('what is typed and not yet saved', () => {
  it('survives its writer, who signs out before it is saved, and is asked first', async () => {
    const { page } = await openQuestion()
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.message())
      void dialog.dismiss()
    })
    await page.route('**/pages/drivers', (route) => route.abort())
    await type(page, 'Typed, and off.', 'Not saved: we will try again')
    const firstAsked = page.waitForEvent('dialog')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await firstAsked
    assert.match(asked[0] ?? '', /has not been saved/)
    await page.unroute('**/pages/drivers')
    await statusReads(page, 'Saved at')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/applications'))
    assert.equal(asked.length, 1, 'not asked when all is saved')
    await page.goto(`${application}/pages/drivers`)
    await signInAs(page, 'Priya Nair')
    assert.equal(await page.locator('[name="drivers"]').inputValue(), 'Typed, and off.')
  })

  it('survives a sign-out in another tab', async () => {
    const { page, context } = await openQuestion()
    await type(page, 'Saved before.', 'Saved at')
    const other = await context.newPage()
    await other.goto(`${site.url}/home`)
    await other.getByRole('button', { name: 'Sign out' }).click()
    await other.waitForURL((url) => !url.pathname.startsWith('/home'))
    await type(page, 'Saved before. Typed after.', 'You have been signed out')
    assert.equal(await stored(), 'Saved before.')
    await signInAgain(page)
    await putBack(page, 'Saved before. Typed after.')
  })

  it('survives a sign-out in another tab that deletes what waits in the browser', async () => {
    const { page, context } = await openQuestion()
    const other = await context.newPage()
    await other.goto(`${site.url}/home`)
    other.on('dialog', (dialog) => void dialog.accept())
    await page.route('**/pages/drivers', (route) => route.abort())
    await type(page, 'Still on the screen.', 'Not saved: we will try again')
    await other.getByRole('button', { name: 'Sign out' }).click()
    await other.waitForURL((url) => !url.pathname.startsWith('/home'))
    await page.unroute('**/pages/drivers')
    await statusReads(page, 'You have been signed out')
    await signInAgain(page)
    await putBack(page, 'Still on the screen.')
  })

  it('survives a session that expires', async () => {
    const { page } = await openQuestion()
    await sql`update session set expires_at = now() - interval '1 minute'`.execute(site.services.db)
    await type(page, 'Typed for an hour.', 'You have been signed out')
    assert.equal(await stored(), undefined)
    await signInAgain(page)
    await putBack(page, 'Typed for an hour.')
  })

  it('survives a tab that crashes', async () => {
    const { page, context } = await openQuestion()
    await page.route('**/pages/drivers', (route) => route.abort())
    await type(page, 'The last words before the crash.', 'Not saved: we will try again')
    const session = await context.newCDPSession(page)
    const crashed = page.waitForEvent('crash')
    session.send('Page.crash').catch(() => undefined)
    await crashed
    assert.equal(await stored(), undefined)
    const again = await context.newPage()
    await again.goto(`${application}/pages/drivers`)
    await putBack(again, 'The last words before the crash.')
  })

  it('survives a network that is away while it is typed, and is sent when it is back', async () => {
    const { page, context } = await openQuestion()
    await context.setOffline(true)
    await type(page, 'Typed on a train.', 'Not saved: we will try again')
    assert.equal(await stored(), undefined)
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await statusReads(page, 'There is no network')
    assert.equal(await page.locator('textarea').first().inputValue(), 'Typed on a train.')
    await context.setOffline(false)
    await statusReads(page, 'Saved at')
    assert.equal(await stored(), 'Typed on a train.')
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await page.waitForURL((url) => !url.pathname.endsWith('/drivers'))
  })

  it('survives a network that leads nowhere, which the browser takes for one', async () => {
    const { page } = await openQuestion()
    await page.route('**/*', (route) => route.abort())
    // Chosen before the first save is tried, and again after one has failed: it is tried anew each time.
    await page.locator('[name="drivers"]').fill('Typed in a hotel.')
    for (const name of ['Save and continue', 'Save and come back later']) {
      await page.getByRole('button', { name }).click()
      await statusReads(page, 'There is no network')
      await statusReads(page, 'Not saved: we will try again')
    }
    assert.ok(page.url().endsWith('/drivers'), page.url())
    assert.equal(await stored(), undefined)
    await page.unroute('**/*')
    await statusReads(page, 'Saved at')
    assert.equal(await stored(), 'Typed in a hotel.')
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await page.waitForURL((url) => !url.pathname.endsWith('/drivers'))
  })

  it('survives a tab closed while the network is away', async () => {
    const { page, context } = await openQuestion()
    // Not by the browser, which lets the last try of a closing tab through.
    outage.stops = ({ method }) => method === 'POST'
    await type(page, 'Typed on a train, and closed.', 'Not saved: we will try again')
    await page.close()
    const again = await context.newPage()
    await again.goto(`${application}/pages/drivers`)
    await again.getByRole('button', { name: 'Put it back' }).waitFor()
    assert.equal(await stored(), undefined)
    outage.stops = nothing
    await putBack(again, 'Typed on a train, and closed.')
  })
})
