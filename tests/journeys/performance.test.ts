import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { assertAccessible } from '../support/axe.ts'
import { press } from '../support/browse-as.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { type Site, seededDatabase, startSite } from '../support/site.ts'

describe('how the service performs, for everybody', () => {
  const ends: (() => Promise<void>)[] = []
  let site: Site
  let browser: Browser
  before(async () => {
    const life = lastFirst({ after: (end: () => Promise<void>) => ends.push(end) })
    site = await startSite(life, await seededDatabase(life))
    browser = await openBrowser(life)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  it('is read and added to by a visitor without scripts, and what it costs by the programme team', async () => {
    const context = await contextFor(browser, { scripts: false, width: 320 })
    const page = await context.newPage()
    await page.goto(site.url)
    await page.locator('footer').getByRole('link', { name: 'Give feedback' }).click()
    await press(page, 'Send')
    await page.getByRole('link', { name: 'Select how satisfied you were' }).click()
    await assertAccessible(page, 'feedback without an answer')
    await page.getByLabel('Very satisfied').check()
    await assertAccessible(page, 'feedback')
    await press(page, 'Send')
    await assertAccessible(page, 'feedback that was sent')
    await page.getByRole('link', { name: 'how this service performs' }).click()
    await page.getByRole('heading', { name: 'How each figure is counted' }).waitFor()
    await assertAccessible(page, 'how the service performs')

    await page.goto(`${site.url}/sign-in`)
    await press(page, 'Sign in as Samira Khan')
    await page.goto(`${site.url}/performance`)
    await page.getByRole('list').getByRole('link', { name: 'Decided Fund (illustrative)' }).click()
    await assertAccessible(page, 'costs of a fund, of which none was entered')
    await press(page, 'Save')
    await assertAccessible(page, 'costs that are wrong')
    await page.getByLabel('Month').fill('January')
    await page.getByLabel('Year').fill('2026')
    await page.getByLabel('Cost').fill('1,200')
    await page.getByLabel('Where is this figure from?').fill('Ledger 7')
    await press(page, 'Save')
    await page.getByRole('cell', { name: '£1,200' }).waitFor()
    await assertAccessible(page, 'costs of a fund')
    await context.close()
  })
})
