import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { referenceOf } from '../support/apply-by-form.ts'
import { assertAccessible } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { openAs, signInAs, startDraft } from '../support/joint-bid.ts'
import { lastFirst } from '../support/last-first.ts'
import { type Site, seededDatabase, startSite } from '../support/site.ts'

const life = lastFirst({ after })
let site: Site
let browser: Browser
let application: string

const open = async () =>
  await openAs(life, { browser, url: site.url, name: 'Priya Nair', view: { scripts: true, width: 320 } })

before(async () => {
  site = await startSite(life, await seededDatabase(life))
  browser = await openBrowser(life)
  const { page, context } = await open()
  application = await startDraft(page, site.url)
  await context.close()
})

type Opened = { readonly page: Page; readonly context: BrowserContext }

/** The page with both texts of one answer, of which one was saved in another tab. */
async function openBoth(): Promise<Opened> {
  for (const table of ['answer', 'answer_version', 'answer_set_aside'] as const) {
    await sql`delete from ${sql.table(table)} where question_id = 'drivers' and application_id =
      (select id from application where reference = ${referenceOf(application)})`.execute(site.services.db)
  }
  const { page, context } = await open()
  await page.goto(`${application}/pages/drivers`)
  const other = await context.newPage()
  await other.goto(`${application}/pages/drivers`)
  await other.locator('[name="drivers"]').fill('Costs rise')
  await other.getByRole('button', { name: 'Save and come back later' }).click()
  await other.waitForURL(application)
  await other.close()
  await page.locator('[name="drivers"]').fill('Grants fall')
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await page.getByRole('heading', { name: 'Someone else has changed this answer' }).waitFor()
  return { page, context }
}

const writeBoth = async (page: Page, text: string) => await page.locator('[name="merged-drivers"]').fill(text)

/** On the page of the question: takes what was written where two texts were shown, which is then saved. */
async function takeBack(page: Page, text: string): Promise<void> {
  const offer = page.getByRole('region', { name: 'Text that was not saved' }).filter({ hasText: 'two texts' })
  await assertAccessible(page, 'an offer of what was written where two texts were shown')
  await offer.getByRole('button', { name: 'Put it back' }).click()
  assert.equal(await page.locator('[name="drivers"]').inputValue(), text)
  await page.locator('[data-autosave-status]', { hasText: 'Saved at' }).waitFor()
  const { rows } = await sql<{ value: string }>`
    select s.value #>> '{}' as value from answer s join application a on a.id = s.application_id
    where a.reference = ${referenceOf(application)} and s.question_id = 'drivers'`.execute(site.services.db)
  assert.equal(rows[0]?.value, text)
}

const kept = async (page: Page): Promise<number> =>
  await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('unsaved:')).length)

describe('what is typed where two texts are shown', () => {
  it('survives a tab that crashes', async () => {
    const { page, context } = await openBoth()
    await writeBoth(page, 'Costs rise and grants fall')
    const session = await context.newCDPSession(page)
    const crashed = page.waitForEvent('crash')
    session.send('Page.crash').catch(() => undefined)
    await crashed
    const again = await context.newPage()
    await again.goto(`${application}/pages/drivers`)
    await takeBack(again, 'Costs rise and grants fall')
  })

  it('survives a session that expires, when somebody signs in again and opens the question', async () => {
    const { page } = await openBoth()
    await writeBoth(page, 'Both, written for an hour')
    await sql`update session set expires_at = now() - interval '1 minute'`.execute(site.services.db)
    await page.goto(`${application}/pages/drivers`)
    await signInAs(page, 'Priya Nair')
    await takeBack(page, 'Both, written for an hour')
  })

  it('survives a sign-out in another tab', async () => {
    const { page, context } = await openBoth()
    const other = await context.newPage()
    await other.goto(`${site.url}/home`)
    other.on('dialog', (dialog) => void dialog.accept())
    await other.getByRole('button', { name: 'Sign out' }).click()
    await other.waitForURL((url) => !url.pathname.startsWith('/home'))
    // The sign-out emptied this browser; what is typed from then on is kept again.
    await writeBoth(page, 'Both, after the sign-out')
    await page.goto(`${application}/pages/drivers`)
    await signInAs(page, 'Priya Nair')
    await takeBack(page, 'Both, after the sign-out')
  })

  it('survives a network that is away when it is sent, and own words beside those of both', async () => {
    const { page, context } = await openBoth()
    await page.locator('[name="drivers"]').fill('Grants fall fast')
    await page.locator('[name="keep-drivers"][value="mine"]').check({ force: true })
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await page.getByRole('alert').getByText('Nothing was sent, and what you wrote is still on this page.').waitFor()
    await assertAccessible(page, 'two texts of which one is chosen while there is no network')
    assert.equal(await page.locator('[name="drivers"]').inputValue(), 'Grants fall fast')
    await context.setOffline(false)
    await page.goto(`${application}/pages/drivers`)
    await takeBack(page, 'Grants fall fast')
  })

  it('is forgotten once a choice is saved', async () => {
    const { page } = await openBoth()
    await writeBoth(page, 'Costs rise, grants fall')
    assert.ok((await kept(page)) > 0)
    await page.locator('[name="keep-drivers"][value="merged"]').check({ force: true })
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await page.waitForURL((url) => !url.pathname.endsWith('/drivers'))
    assert.equal(await kept(page), 0)
  })
})
