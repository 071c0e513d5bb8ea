import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { contextFor, openBrowser } from '../support/browser.ts'
import { choose, press, skipToMain, tabTo } from '../support/keyboard.ts'
import { lastFirst } from '../support/last-first.ts'
import { type Site, seededDatabase, startSite } from '../support/site.ts'

describe('with the keyboard alone', () => {
  const ends: (() => Promise<void>)[] = []
  let site: Site
  let browser: Browser
  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    site = await startSite(life, await seededDatabase(life))
    browser = await openBrowser(life)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  for (const [scripts, name] of [
    [true, 'Priya Nair'],
    [false, 'Hannah Lowe'],
  ] as const) {
    it(`an officer finds the fund, signs in, answers and is led to what is missing (scripts ${scripts ? 'on' : 'off'})`, async () => {
      const context = await contextFor(browser, { scripts, width: 1280 })
      try {
        const page = await context.newPage()
        await page.goto(`${site.url}/funds/delivering-differently/open-round`)
        await skipToMain(page)
        await press(page, page.getByRole('button', { name: 'Apply now' }))
        await page.waitForURL('**/eligibility/questions/authority')
        await choose(page, 'in-england', 'yes')
        await choose(page, 'applied-before', 'no')
        await press(page, page.getByRole('button', { name: 'Continue' }))
        await page.waitForURL('**/eligibility/questions/bid')
        await choose(page, 'joint', 'no')
        await choose(page, 'several-services', 'no')
        await press(page, page.getByRole('button', { name: 'Continue' }))
        await page.waitForURL('**/eligibility/result')
        await press(page, page.getByRole('button', { name: 'Start an application' }))
        await press(page, page.getByRole('button', { name: `Sign in as ${name}` }))
        await page.waitForURL('**/apply')
        await press(page, page.locator('main form[method="post"] button').first())
        await page.waitForURL(/\/applications\/[A-Z0-9-]+$/)
        await press(page, page.getByRole('link', { name: 'Your authority' }))
        await page.waitForURL('**/pages/authority')
        for (const [name, value] of Object.entries({ 'in-england': 'yes', 'applied-before': 'no' }))
          assert.ok(
            await page.locator(`input[name="${name}"][value="${value}"]`).isChecked(),
            `${name} was carried over`,
          )
        await press(page, page.getByRole('button', { name: 'Save and continue' }))
        await page.waitForURL('**/pages/contacts')
        await tabTo(page, page.locator('#lead-email'))
        await page.keyboard.type('not an address')
        await press(page, page.getByRole('button', { name: 'Save and continue' }))
        await page.getByRole('alert').waitFor()
        if (scripts)
          await page.waitForFunction(() => document.activeElement?.classList.contains('govuk-error-summary') === true)
        await press(page, page.getByRole('alert').getByRole('link').first())
        if (scripts) await page.waitForFunction(() => document.activeElement?.id === 'lead-email')
        else assert.match(page.url(), /#lead-email$/)
        assert.equal(await page.locator('#lead-email').inputValue(), 'not an address', 'what was typed is there')
      } finally {
        await context.close()
      }
    })
  }
})
