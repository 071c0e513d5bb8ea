import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { answerScreener } from '../support/answer-screener.ts'
import { assertAccessible } from '../support/axe.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { startSite } from '../support/site.ts'
import { freshDatabase } from '../support/template.ts'

const text = 'Demand has doubled since 2022.\nThe contract ends in March & costs “more” than <£1m>.'

it('loses no word when a session ends while an answer is written, without scripts', async (t) => {
  const life = lastFirst(t)
  const site = await startSite(life, await freshDatabase(life))
  const context: BrowserContext = await contextFor(await openBrowser(life), { scripts: false, width: 320 })
  life.after(async () => await context.close())
  const look = (page: Page, state: string) => assertAccessible(page, state, false)
  const signIn = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Sign in as Priya Nair' }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  }

  const page = await context.newPage()
  await page.goto(`${site.url}/sign-in`)
  await signIn(page)
  await page.goto(`${site.url}/funds/delivering-differently/open-round/eligibility`)
  await answerScreener(page)
  await page.goto(`${site.url}/funds/delivering-differently/open-round/apply`)
  await page.locator('main form[method="post"] button').first().click()
  await page.waitForURL(/\/applications\/[A-Z0-9-]+$/)
  const drivers = `${page.url()}/pages/drivers`
  await page.goto(drivers)
  await page.locator('[name="drivers"]').fill(text)
  await context.clearCookies()
  await page.getByRole('button', { name: 'Save and come back later' }).click()

  await page.getByRole('heading', { name: 'You have been signed out' }).waitFor()
  assert.equal(await page.getByLabel('Drivers').inputValue(), text)
  await look(page, 'signed out, with what was written')

  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: 'You are still signed out' }).waitFor()
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Sign in (opens in a new tab)' }).click(),
  ])
  await signIn(tab)
  assert.equal(tab.url(), drivers)
  assert.equal(await tab.locator('[name="drivers"]').inputValue(), '')

  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: 'Is this what you want to save?' }).waitFor()
  assert.equal(await page.getByLabel('Drivers').inputValue(), text)
  await look(page, 'signed in again, to be confirmed')
  await tab.reload()
  assert.equal(await tab.locator('[name="drivers"]').inputValue(), '', 'not saved before it was confirmed')
  await page.getByRole('button', { name: 'Yes, save it' }).click()
  await page.waitForURL(/\/applications\/[A-Z0-9-]+$/)
  await tab.reload()
  assert.equal(await tab.locator('[name="drivers"]').inputValue(), text)
})
