import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { answerScreener } from '../support/answer-screener.ts'
import { assertAccessible } from '../support/axe.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { startSite } from '../support/site.ts'
import { freshDatabase } from '../support/template.ts'

it('tells the later of two colleagues on one answer what the earlier wrote, and keeps both', async (t) => {
  const life = lastFirst(t)
  const site = await startSite(life, await freshDatabase(life))
  const browser = await openBrowser(life)
  const open = async (name: string): Promise<Page> => {
    const context: BrowserContext = await contextFor(browser, { scripts: false, width: 320 })
    life.after(async () => await context.close())
    const page = await context.newPage()
    await page.goto(`${site.url}/sign-in`)
    await page.getByRole('button', { name: `Sign in as ${name}` }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
    return page
  }
  const priya = await open('Priya Nair')
  await priya.goto(`${site.url}/funds/delivering-differently/open-round/eligibility`)
  await answerScreener(priya)
  await priya.goto(`${site.url}/funds/delivering-differently/open-round/apply`)
  await priya.locator('main form[method="post"] button').first().click()
  await priya.waitForURL(/\/applications\/[A-Z0-9-]+$/)
  const drivers = `${priya.url()}/pages/drivers`

  const tom = await open('Tom Okafor')
  await priya.goto(drivers)
  await tom.goto(drivers)
  await priya.locator('[name="drivers"]').fill('Demand has doubled since 2022.')
  await priya.getByRole('button', { name: 'Save and come back later' }).click()
  await priya.waitForURL(/\/applications\/[A-Z0-9-]+$/)

  await tom.locator('[name="drivers"]').fill('The contract ends in March.')
  await tom.getByRole('button', { name: 'Save and continue' }).click()
  await tom.getByText('Demand has doubled since 2022.').first().waitFor()
  await assertAccessible(tom, 'two texts, one answer', false)
  assert.equal(await tom.locator('[name="drivers"]').inputValue(), 'The contract ends in March.')

  await tom.locator('[name="drivers"]').fill('Demand has doubled since 2022, and the contract ends in March.')
  await tom.locator('[name="keep-drivers"][value="mine"]').check({ force: true })
  await tom.getByRole('button', { name: /save/i }).first().click()
  await tom.waitForURL((url) => !url.pathname.endsWith('/drivers'))
  await priya.goto(drivers)
  assert.equal(
    await priya.locator('[name="drivers"]').inputValue(),
    'Demand has doubled since 2022, and the contract ends in March.',
  )
})
