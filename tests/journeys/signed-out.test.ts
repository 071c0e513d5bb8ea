import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { assertAccessible } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { openAs, signInAs, startDraft } from '../support/joint-bid.ts'
import { lastFirst } from '../support/last-first.ts'
import { seededDatabase, startSite } from '../support/site.ts'

const text = 'Demand has doubled since 2022.\nThe contract ends in March & costs “more” than <£1m>.'

it('loses no word when a session ends while an answer is written, without scripts', async (t) => {
  const life = lastFirst(t)
  const site = await startSite(life, await seededDatabase(life))
  const view = { scripts: false, width: 320 } as const
  const { page, context } = await openAs(life, {
    browser: await openBrowser(life),
    url: site.url,
    name: 'Priya Nair',
    view,
  })
  const look = (page: Page, state: string) => assertAccessible(page, state)
  const drivers = `${await startDraft(page, site.url)}/pages/drivers`
  await page.goto(drivers)
  await page.locator('[name="drivers"]').fill(text)
  await context.clearCookies()
  await page.getByRole('button', { name: 'Save and come back later' }).click()

  await page.getByRole('heading', { name: 'You have been signed out' }).waitFor()
  const given = page.getByLabel('What are the drivers for change?')
  assert.equal(await given.inputValue(), text)
  await look(page, 'signed out, with what was written')

  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: 'You are still signed out' }).waitFor()
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Sign in (opens in a new tab)' }).click(),
  ])
  await signInAs(tab, 'Priya Nair')
  assert.equal(tab.url(), drivers)
  assert.equal(await tab.locator('[name="drivers"]').inputValue(), '')

  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: 'Is this what you want to save?' }).waitFor()
  assert.equal(await given.inputValue(), text)
  await look(page, 'signed in again, to be confirmed')
  await tab.reload()
  assert.equal(await tab.locator('[name="drivers"]').inputValue(), '', 'not saved before it was confirmed')
  await page.getByRole('button', { name: 'Yes, save it' }).click()
  await page.waitForURL(/\/applications\/[A-Z0-9-]+$/)
  await tab.reload()
  assert.equal(await tab.locator('[name="drivers"]').inputValue(), text)
})
