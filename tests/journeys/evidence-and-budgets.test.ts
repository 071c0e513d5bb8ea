import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { addDays, isoDay } from '../../src/core/time/day.ts'
import { assertAccessible } from '../support/axe.ts'
import { fillParts, press } from '../support/browse-as.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { chooseFiles } from '../support/choose-files.ts'
import { pdf } from '../support/filing.ts'
import { fillInDayOfActual } from '../support/fill-in-actual.ts'
import { scanAll } from '../support/key-in.ts'
import { lastFirst } from '../support/last-first.ts'
import { type Site, startSite } from '../support/site.ts'
import { freshDatabase } from '../support/template.ts'
import { type TwoAwards, twoAwards } from '../support/two-awards.ts'

/** What a council shows for what it says, without scripts, on a small screen: files, a budget, and risks taken over. */
describe('evidence and budgets', () => {
  const ends: (() => Promise<void>)[] = []
  let site: Site
  let browser: Browser
  let awards: TwoAwards
  let review = ''
  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    site = await startSite(life, await freshDatabase(life), { work: false })
    browser = await openBrowser(life)
    awards = await twoAwards(site)
    const asked = { council: 'T-ALDER', title: 'Youth service', depth: 'standard', award: awards.held.reference }
    review = String((await awards.held.ann.post('/reviews/new', asked)).location)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const as = async (name: 'ann' | 'cai' | 'pam' | undefined, use: (page: Page) => Promise<void>): Promise<void> => {
    const context = await contextFor(browser, { scripts: false, width: 320 })
    if (name !== undefined) {
      const { cookies } = await site.signedIn(awards.held.round.people[name])
      await context.addCookies([...cookies].map(([key, value]) => ({ name: key, value, url: site.url })))
    }
    await use(await context.newPage())
    await context.close()
  }
  const look = (page: Page, state: string) => assertAccessible(page, `evidence, ${state}`)
  const main = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''
  const study = { name: 'study.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf()) }

  it('are uploaded to the library of a review, checked, and given', async () => {
    await as('ann', async (page) => {
      await page.goto(`${site.url}${review}/sheets/evidence/add`)
      await look(page, 'a piece of evidence, blank')
      await press(page, 'Save')
      await look(page, 'a piece of evidence, wrong')
      await page.getByLabel('What is it?').fill('Study of 2024')
      await page.getByLabel('What kind of evidence is it?').selectOption('study')
      await fillParts(page, 'of', { day: '1', month: '2', year: '2024' })
      await page.getByLabel('What does it say?').fill('Half of the users come twice a week.')
      await page.getByLabel('Fair').check()
      await chooseFiles(page, 'Choose files', study)
      await press(page, 'Upload files')
      await look(page, 'a file that is being checked')
      await press(page, 'Save')
      await scanAll(site.services)
      await page.getByRole('link', { name: 'Study of 2024', exact: true }).click()
      await look(page, 'a file that can be opened')
      const given = page.waitForEvent('download')
      await page.getByRole('link', { name: 'study.pdf' }).click()
      assert.equal((await given).suggestedFilename(), 'study.pdf')
    })
  })

  it('are a budget that is sent, whose other years stay or go as its sender chooses', async () => {
    await as('ann', async (page) => {
      await page.goto(`${site.url}${review}/budget`)
      await look(page, 'the send page of a budget')
      await press(page, 'Continue')
      await look(page, 'the send page of a budget, wrong')
      await page.getByLabel('Whose budget is it?').selectOption({ index: 1 })
      await page.getByLabel('Or paste the cells').fill('Line\t2026/27\t2027/28\nStaff\t1,000\t1,020\nRent\tn/a\t3')
      await press(page, 'Continue')
      await look(page, 'the columns of a budget')
      assert.match(await main(page), /has no column for \d+ of the \d+ years/)
      await press(page, 'Continue')
      await look(page, 'the rows of a budget')
      await press(page, 'Import the selected rows')
      await look(page, 'the amounts of an option')
      await page.goto(`${page.url()}?from=usual`)
      await look(page, 'the usual lines of an option')
    })
  })

  it('are risks of the review, of which some are risks of delivery', async () => {
    await as('ann', async (page) => {
      await page.goto(`${site.url}${review}/sheets/risks/add`)
      await page.getByLabel('What may happen?').fill('No bidder comes')
      await page.getByLabel('In which option?').selectOption({ index: 1 })
      await page.getByLabel('How likely is it?').fill('70')
      await page.getByLabel('What would it cost the council?').fill('5000')
      await page.getByLabel('In which year would it fall?').selectOption({ index: 1 })
      await page.getByLabel('Who owns it?').fill('Head of service')
      await press(page, 'Save')
      await page.goto(`${site.url}${awards.held.home}/benefits`)
      await page.getByRole('link', { name: 'Begin the risks of delivery' }).click()
      await look(page, 'risks to take over')
      await press(page, 'Take over')
      await look(page, 'risks to take over, none chosen')
      await page.getByLabel('No bidder comes').check()
      await press(page, 'Take over')
      await look(page, 'risks of delivery')
    })
  })

  it('are files that show an actual, for finance to open before it confirms', async () => {
    await as('ann', async (page) => {
      await page.goto(`${site.url}${awards.held.home}/benefits/finance`)
      await press(page, 'Save')
      await look(page, 'who confirms for finance, wrong')
      await page.getByLabel('Name').fill('Cai')
      await page.getByLabel('Email address').fill((await awards.held.round.actor('cai')).email)
      await press(page, 'Save')
      await page.goto(`${site.url}${awards.held.home}/sheets/actuals/add`)
      await look(page, 'an actual, blank')
      await page.getByLabel('Of which benefit?').selectOption({ label: 'Rent' })
      await fillInDayOfActual(page, addDays(isoDay(site.services.clock()), -1))
      await page.getByLabel('How much was it?').fill('52000')
      await page.getByLabel('What shows it?').fill('Outturn report to cabinet, table 4.')
      await chooseFiles(page, 'Choose files', { ...study, name: 'outturn.pdf' })
      await press(page, 'Save')
      await look(page, 'the list of actuals')
      await scanAll(site.services)
    })
    await as('cai', async (page) => {
      await page.goto(`${site.url}${awards.held.home}/benefits/confirm`)
      await look(page, 'an actual with a file to confirm')
      await press(page, 'Confirm')
      await look(page, 'an actual with a file to confirm, none chosen')
    })
  })

  it('are benefits of two awards that count once, unless somebody says why both do', async () => {
    await as('pam', async (page) => {
      await page.goto(`${site.url}/manage/funds/test-fund/benefits`)
      await look(page, 'the benefits of a fund')
      await page.getByRole('link', { name: 'Look at the pair' }).click()
      await look(page, 'a pair of benefits')
      await press(page, 'Count both')
      await look(page, 'a pair of benefits, without a reason')
      await page.getByLabel('Why do both of pair 1 count?').fill('They are other buildings.')
      await press(page, 'Count both')
      await look(page, 'a pair of benefits that both count')
    })
    await as(undefined, async (page) => {
      await page.goto(`${site.url}/worked-examples/3bm`)
      await look(page, 'the worked example of 3BM')
    })
  })
})
