import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { financialYearOf, lastDayOf } from '../../src/core/benefits/index.ts'
import { addMonths, isoDay } from '../../src/core/time/day.ts'
import { type AcceptedAward, acceptedAward } from '../support/accepted-award.ts'
import { assertAccessible } from '../support/axe.ts'
import { fillParts, press } from '../support/browse-as.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { fillInDayOfActual } from '../support/fill-in-actual.ts'
import { lastFirst } from '../support/last-first.ts'
import { type Site, startSite } from '../support/site.ts'
import { freshDatabase } from '../support/template.ts'

/** From an accepted award to its published return at twelve months, without scripts, on a small screen. */
describe('the benefits of an award', () => {
  const ends: (() => Promise<void>)[] = []
  let site: Site
  let browser: Browser
  let held: AcceptedAward
  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    site = await startSite(life, await freshDatabase(life))
    browser = await openBrowser(life)
    held = await acceptedAward(site, 12)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const as = async (name: 'ann' | 'cai' | 'pam' | undefined, use: (page: Page) => Promise<void>): Promise<void> => {
    const context = await contextFor(browser, { scripts: false, width: 320 })
    if (name !== undefined) {
      const { cookies } = await site.signedIn(held.round.people[name])
      await context.addCookies([...cookies].map(([key, value]) => ({ name: key, value, url: site.url })))
    }
    await use(await context.newPage())
    await context.close()
  }
  const look = (page: Page, state: string) => assertAccessible(page, `benefits, ${state}`)
  const open = (page: Page, path: string) => page.goto(`${site.url}${held.home}${path}`)
  const main = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''

  it('are written by the council: what is to be better, what it was, and who confirms it', async () => {
    await as('ann', async (page) => {
      await page.goto(`${site.url}/home`)
      await page
        .getByRole('link', { name: /Youth service/ })
        .first()
        .click()
      await open(page, '/benefits')
      await look(page, 'register without anything in it')
      await page.getByRole('link', { name: /Change who confirms/ }).click()
      await page.getByLabel('Name').fill('Cai')
      await page.getByLabel('Email address').fill((await held.round.actor('cai')).email)
      await look(page, 'who confirms for finance')
      await press(page, 'Save')
      await page.getByRole('link', { name: 'Benefits register' }).click()
      await page.getByRole('button', { name: 'Add a benefit' }).click()
      await writeBenefit(page)
      await look(page, 'a benefit that is written')
      await press(page, 'Save')
      await look(page, 'the list of benefits')
      await open(page, '/sheets/actuals/add')
      await page.getByLabel('Of which benefit?').selectOption({ label: 'Two buildings given up' })
      const accepted = addMonths(isoDay(site.services.clock()), -12)
      await fillInDayOfActual(page, lastDayOf(financialYearOf(accepted)))
      await page.getByLabel('How much was it?').fill('52000')
      await press(page, 'Save')
      await look(page, 'an actual without evidence')
      await page.getByLabel('What shows it?').fill('Outturn report to cabinet, table 4.')
      await page.getByLabel('Where can the evidence be read?').fill('https://alder.example/outturn')
      await press(page, 'Save')
      assert.match(await main(page), /Two buildings given up/)
    })
  })

  it('are confirmed by finance, made into a return, and confirmed again as a whole', async () => {
    await as('cai', async (page) => {
      await open(page, '/benefits')
      await page.getByRole('button', { name: 'Confirm 1 actual' }).click()
      await look(page, 'actuals to confirm')
      await page.getByLabel(/Two buildings given up/).check()
      await press(page, 'Confirm')
      assert.match(await main(page), /No range\s*£52,000/, 'a year that was not forecast has no range')
    })
    await as('ann', async (page) => {
      await open(page, '/sheets/return-words/12')
      await page.getByLabel(/What has been done/).fill('Both buildings were given up.')
      await page.getByLabel(/Where do benefits differ/).fill('One of them half a year late.')
      await page.getByLabel(/What would you tell a council/).fill('Ask the landlord first.')
      await press(page, 'Save')
      await look(page, 'the list of returns')
      await page.getByRole('link', { name: 'At 12 months' }).click()
      await press(page, 'Make a version and ask finance')
      await look(page, 'a return that waits for finance')
    })
    await as('cai', async (page) => {
      await open(page, '/benefits/returns/12')
      await press(page, 'Confirm for finance')
    })
    await as('ann', async (page) => {
      await open(page, '/benefits/returns/12')
      await press(page, 'Send to the programme team')
      assert.match(await main(page), /Sent/)
      await open(page, '/go-live')
      await look(page, 'the way to go-live')
    })
  })

  it('are read by the programme team, and by everybody once they are published', async () => {
    await as('pam', async (page) => {
      await page.goto(`${site.url}/manage/funds/test-fund/benefits`)
      await look(page, 'the benefits of a fund')
      await page.getByRole('link', { name: /At 12 months/ }).click()
      await look(page, 'a return to read')
      await press(page, 'Accept')
      await press(page, 'Publish its figures')
    })
    await as(undefined, async (page) => {
      await page.goto(`${site.url}/funds/test-fund/benefits`)
      await look(page, 'what the public reads')
      await page.getByRole('link', { name: /confirmed by Alder District Council/ }).click()
      await look(page, 'the rows that the public reads')
      assert.match(await main(page), /£52,000/)
      await page.goto(`${site.url}/worked-examples/3bm`)
      await look(page, 'the worked example')
      assert.match(await main(page), /£212,250, which is 21\.7%/)
    })
  })
})

async function writeBenefit(page: Page): Promise<void> {
  await page.getByLabel('What is the benefit?').fill('Two buildings given up')
  await page.getByRole('radio', { name: 'Cashable saving', exact: true }).check()
  const said = {
    definition: 'Rent and running costs of both buildings.',
    measure: 'Spend against budget',
    owner: 'Head of property',
    'falls-to': 'The council',
    baseline: '100000',
    'baseline-source': 'Ledger',
    target: '40000',
    attribution: '80',
    'attribution-reason': 'One lease would have ended anyway.',
    optimism: '10',
  }
  for (const [name, text] of Object.entries(said)) await page.locator(`[name="${name}"]`).fill(text)
  await fillParts(page, 'baseline-on', { day: '31', month: '3', year: '2025' })
  await fillParts(page, 'target-on', { day: '31', month: '3', year: '2028' })
  // What depends on the kind of benefit is shown once that is known.
  await press(page, 'Save')
  await page.locator('[name="line"]').fill('Premises')
  for (const [column, amount] of [
    ['low', '40000'],
    ['central', '60000'],
    ['high', '70000'],
  ])
    await page.locator(`[name="pounds-1-${column}"]`).fill(amount ?? '')
}
