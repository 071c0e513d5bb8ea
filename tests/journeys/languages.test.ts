import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { SpokenLanguage } from '../../src/languages/load-in-language.ts'
import { assertAccessible } from '../support/axe.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { startSite } from '../support/site.ts'
import { freshDatabase } from '../support/template.ts'

const words: Readonly<Record<string, string>> = {
  Language: 'Iaith',
  Funds: 'Cronfeydd',
  Search: 'Chwilio',
  'Sign in': 'Mewngofnodi',
  Cookies: 'Cwcis',
  'Enter an email address': 'Rhowch gyfeiriad e-bost',
}
const welsh: SpokenLanguage = { offered: true, language: { tag: 'cy', translate: ({ english }) => words[english] } }

const life = lastFirst({ after })
const site = await startSite(life, await freshDatabase(life), { languages: [welsh] })
const browser = await openBrowser(life)

describe('a reader of Welsh', () => {
  for (const scripts of [true, false])
    for (const width of [320, 1280] as const)
      it(`changes the language of the service and back, at ${width} pixels ${scripts ? 'with' : 'without'} scripts`, async () => {
        const context = await contextFor(browser, { scripts, width })
        const page = await context.newPage()
        const state = `languages ${scripts ? 'scripts' : 'plain'}`
        await page.goto(`${site.url}/cookies`)
        await assertAccessible(page, `${state} English`)
        await page.getByRole('link', { name: 'Cymraeg' }).focus()
        await page.keyboard.press('Enter')
        await page.getByRole('heading', { name: 'Cwcis', level: 1 }).waitFor()
        await assertAccessible(page, `${state} Welsh`)

        await page.goto(`${site.url}/sign-in`)
        await page.locator('main form button').first().click()
        await page.getByRole('link', { name: 'Rhowch gyfeiriad e-bost' }).waitFor()
        assert.equal(await page.locator('html').getAttribute('lang'), 'cy')
        await assertAccessible(page, `${state} Welsh wrong`)

        await page.getByRole('link', { name: 'English' }).click()
        await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor()
        assert.equal(await page.locator('html').getAttribute('lang'), 'en-GB')
        await context.close()
      })
})
