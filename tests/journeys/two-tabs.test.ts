import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { assertAccessible } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { openAs, startDraft } from '../support/joint-bid.ts'
import { lastFirst } from '../support/last-first.ts'
import { seededDatabase, startSite } from '../support/site.ts'

it('tells the later of two colleagues on one answer what the earlier wrote, and keeps both', async (t) => {
  const life = lastFirst(t)
  const site = await startSite(life, await seededDatabase(life))
  const browser = await openBrowser(life)
  const view = { scripts: false, width: 320 } as const
  const open = async (name: string): Promise<Page> => (await openAs(life, { browser, url: site.url, name, view })).page
  const priya = await open('Priya Nair')
  const drivers = `${await startDraft(priya, site.url)}/pages/drivers`

  const tom = await open('Tom Okafor')
  await priya.goto(drivers)
  await tom.goto(drivers)
  await priya.locator('[name="drivers"]').fill('Demand has doubled since 2022.')
  await priya.getByRole('button', { name: 'Save and come back later' }).click()
  await priya.waitForURL(/\/applications\/[A-Z0-9-]+$/)

  await tom.locator('[name="drivers"]').fill('The contract ends in March.')
  await tom.getByRole('button', { name: 'Save and continue' }).click()
  await tom.getByText('Demand has doubled since 2022.').first().waitFor()
  await assertAccessible(tom, 'two texts, one answer')
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
