import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { assertAccessible } from '../support/axe.ts'
import { browseAs, press, seededPerson } from '../support/browse-as.ts'
import { openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { type Site, seededDatabase, startSite } from '../support/site.ts'

/** From a new review to a shortlist, without scripts; and the made-up one, whose pages are full. */
describe('the options of a review', () => {
  const life = lastFirst({ after })
  let browser: Browser
  let site: Site
  before(async () => {
    site = await startSite(life, await seededDatabase(life))
    browser = await openBrowser(life)
  })

  const asLead = async (use: (page: Page) => Promise<void>): Promise<void> =>
    await browseAs(browser, site, site.url)(await seededPerson(site, 'lead'), false, use)
  const reason = 'It keeps what works and costs no more than today'

  it('are written, rated for a reason and put in order', async () => {
    await asLead(async (page) => {
      await page.goto(`${site.url}/reviews/new`)
      await assertAccessible(page, 'a review that is started')
      await page.getByLabel('What is reviewed?').fill('Museums')
      await page.getByLabel('Quick').check()
      await press(page, 'Start the review')
      await page.getByRole('link', { name: 'From longlist to shortlist' }).click()
      await assertAccessible(page, 'a filter in which nothing is rated')
      await page.getByRole('link', { name: 'Rate “In-house, as it is”' }).click()
      await page.getByLabel('Amber: carried forward').check()
      await page.getByLabel('Why?').fill('Usual')
      await press(page, 'Save')
      await assertAccessible(page, 'a rating without a reason')
      await page.getByLabel('Why?').fill(reason)
      await press(page, 'Save')
      await page.getByRole('link', { name: 'Rate “In-house, do minimum”' }).click()
      await page.getByLabel('Green: preferred').check()
      await page.getByLabel('Why?').fill(reason)
      await press(page, 'Save')
      await page.getByText('The filter is whole').waitFor()
      await page.getByRole('link', { name: 'options of delivery' }).click()
      await press(page, 'Move down In-house, as it is')
      await page.getByText('Moved.').waitFor()
      assert.match((await page.locator('tbody tr').first().textContent()) ?? '', /In-house, do minimum/)
      await assertAccessible(page, 'a longlist in another order')
      await page.getByRole('link', { name: 'In-house, as it is' }).first().click()
      await page.getByRole('link', { name: 'Who changed this page' }).click()
      await assertAccessible(page, 'the history of an option')
      assert.match((await page.locator('main').textContent()) ?? '', /Moved down[\s\S]*Written/)
    })
  })

  it('are there whole in the made-up review, on pages that everybody can use', async () => {
    await asLead(async (page) => {
      await page.goto(`${site.url}/reviews`)
      await page.getByRole('link', { name: 'Youth service' }).click()
      const review = page.url()
      await assertAccessible(page, 'the overview of the made-up review')
      for (const [path, says] of [
        ['filter', /Preferred way forward/],
        ['service-by-year', /the net cost per unit rises by \d+%/],
        ['sheets/demand', /How much will be needed/],
        ['sheets/staff', /Youth workers/],
        ['sheets/legal-questions', /Staff mutual/],
        ['sheets/legal-questions/mutual', /Who transfers under TUPE/],
        ['sheets/factors', /Affordability/],
        ['sheets/choices', /Those in need only/],
      ] as const) {
        await page.goto(`${review}/${path}`)
        await assertAccessible(page, `the made-up review: ${path}`)
        assert.match((await page.locator('main').textContent()) ?? '', says)
      }
      await page.setViewportSize({ width: 320, height: 800 })
      for (const path of ['filter', 'service-by-year', 'sheets/demand', 'sheets/staff']) {
        await page.goto(`${review}/${path}`)
        await assertAccessible(page, `the made-up review on a narrow screen: ${path}`)
      }
    })
  })
})
