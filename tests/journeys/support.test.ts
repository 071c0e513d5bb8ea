import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { assertAccessible } from '../support/axe.ts'
import { browseAs, fillParts, personWith, press, seededPerson } from '../support/browse-as.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { chooseFiles } from '../support/choose-files.ts'
import { lastFirst } from '../support/last-first.ts'
import { type Site, seededDatabase, startSite } from '../support/site.ts'

const supplier = 'Millbank Options (illustrative)'
const email = 'odile.farrant@millbank.example'
const what = 'Compare the shortlist with keeping the service in house.'

const now = new Date()
const today = {
  day: String(now.getUTCDate()),
  month: String(now.getUTCMonth() + 1),
  year: String(now.getUTCFullYear()),
}
const nextYear = { day: '1', month: '3', year: String(now.getUTCFullYear() + 1) }

/** The programme team buys support for a council of the made-up cohort, from the invitation of a supplier to its payment. Without scripts. */
describe('the support that an award buys', () => {
  const ends: (() => Promise<void>)[] = []
  let site: Site
  let browser: Browser
  let run = ''
  let award = ''
  let order = ''
  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    site = await startSite(life, await seededDatabase(life))
    browser = await openBrowser(life)
    run = `${site.url}/manage/funds/cohort-fund/support`
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const as = (id: string, use: (page: Page) => Promise<void>) => browseAs(browser, site, site.url)(id, false, use)
  const team = async (use: (page: Page) => Promise<void>) => await as(await seededPerson(site, 'programme'), use)
  const council = async (use: (page: Page) => Promise<void>) => await as(await seededPerson(site, 'lead'), use)
  const advisers = async (use: (page: Page) => Promise<void>) => await as(await personWith(site, email), use)
  const look = (page: Page, state: string) => assertAccessible(page, `support, ${state}`)
  const own = () => `${site.url}/applications/${award}/support`
  const sides = () =>
    [
      [team, `${run}/orders/${order}`],
      [council, `${own()}/orders/${order}`],
      [advisers, `${site.url}/support/orders/${order}`],
    ] as const
  const answer = async (page: Page, yes: string, why: string) => {
    await page.getByRole('radio', { name: yes }).check()
    await page.getByLabel('Why?', { exact: true }).fill(why)
    await press(page, 'Save')
    await page.getByText('Saved.').waitFor()
  }

  it('has a supplier and its person invited, who has an interest', async () => {
    await team(async (page) => {
      await page.goto(run)
      await look(page, 'overview')
      const line = page.getByRole('row', { name: /Exbridge/ }).first()
      award = (await line.getByRole('link').getAttribute('href'))?.split('/').at(-1) ?? ''
      await press(page, 'Lots and suppliers')
      await page.getByText('Add a lot').click()
      await page.getByLabel('Name of the lot').fill('Options for Exbridge')
      await page.getByLabel('For which award?').selectOption(award)
      await press(page, 'Add the lot')
      await page.getByText('The lot is added.').waitFor()
      await page.getByText('Add a supplier').click()
      await page.getByLabel('Name of the supplier').fill(supplier)
      await page.getByRole('checkbox', { name: 'Options for Exbridge' }).check()
      await look(page, 'lots and suppliers')
      await press(page, 'Add the supplier')
      await page.getByText('The supplier is added').waitFor()
      await page.getByLabel('Add somebody by email address').fill('odile.farrant')
      await press(page, 'Add')
      await look(page, 'supplier with a problem')
      await page.getByLabel('Add somebody by email address').fill(email)
      await press(page, 'Add')
      await page.getByText('Added. We have sent them an email.').waitFor()
      await look(page, 'supplier')
    })
    await advisers(async (page) => {
      await page.goto(`${site.url}/support`)
      await page.getByText(/Declare for Exbridge/).click()
      await page.getByLabel('Yes', { exact: true }).check()
      await press(page, 'Declare')
      await look(page, 'home of a supplier with a problem')
      await page.getByLabel('If so, what is it?').fill('We sell the council its payroll.')
      await press(page, 'Declare')
      await page.getByText('Declared.').waitFor()
      await look(page, 'home of a supplier')
    })
  })

  it('is asked for by the council', async () => {
    await council(async (page) => {
      await page.goto(own())
      await look(page, 'council')
      await press(page, 'Say what is needed')
      const tax = page.getByRole('group', { name: 'Tax and VAT' })
      await tax.getByLabel('Some', { exact: true }).check()
      await press(page, 'Save')
      await look(page, 'needs with a problem')
      await tax.getByLabel('What for?').fill('VAT of a company that two councils own')
      await press(page, 'Save')
      await page.getByText('VAT of a company that two councils own').waitFor()
    })
  })

  it('is ordered by the team within what is left, of whoever has no interest that bars it', async () => {
    await team(async (page) => {
      await page.goto(`${run}/awards/${award}`)
      await press(page, 'Order support')
      await press(page, 'Order')
      await look(page, 'order with problems')
      await page.getByText('Has an interest', { exact: true }).waitFor()
      await page.getByLabel(`${supplier}: Options for Exbridge`).check()
      await page.getByLabel('Options appraisal').check()
      await page.getByLabel('Title').fill('Shortlist report')
      await page.getByLabel('What is to be done?').fill(what)
      await page.getByLabel('Days', { exact: true }).fill('1500')
      await page.getByLabel('Day rate, without VAT').fill('800')
      await fillParts(page, 'due', nextYear)
      await press(page, 'Order')
      await page.getByText('cannot advise on the options').first().waitFor()
      await look(page, 'order that is barred')

      await page.getByRole('link', { name: 'waive the interest', exact: true }).click()
      await page.getByText(`Waive the interest of ${supplier}`).click()
      await page.getByLabel('Why does it bar nothing?').fill('Payroll is outside the review.')
      await press(page, 'Waive the interest')
      await page.getByText(/Waived by .*Payroll is outside the review/).waitFor()
      await look(page, 'award with a waiver')

      await press(page, 'Order support')
      await page.getByLabel(`${supplier}: Options for Exbridge`).check()
      await page.getByLabel('Options appraisal').check()
      await page.getByLabel('Title').fill('Shortlist report')
      await page.getByLabel('What is to be done?').fill(what)
      await page.getByLabel('Days', { exact: true }).fill('1500')
      await page.getByLabel('Day rate, without VAT').fill('800')
      await fillParts(page, 'due', nextYear)
      await press(page, 'Order')
      await page
        .getByText(
          /This order costs £1,200,000 but only £[\d,]+ of the award is left, enough for \d+ days at this rate/,
        )
        .first()
        .waitFor()
      await look(page, 'order beyond the award')
      assert.equal(await page.getByLabel('What is to be done?').inputValue(), what)
      assert.equal(await page.locator('[name="due-year"]').inputValue(), nextYear.year)
      assert.ok(await page.getByLabel('Options appraisal').isChecked())
      await page.getByLabel('Days', { exact: true }).fill('4')
      await press(page, 'Order')
      await page.getByText('Ordered. Say next what is to be delivered.').waitFor()
      order = new URL(page.url()).pathname.split('/').at(-1) ?? ''
      await page.getByText('Add what is to be delivered').click()
      await page.getByLabel('What is it?').fill('Draft report')
      await page.getByLabel('Its price, without VAT').fill('4000')
      await fillParts(page, 'deliverable-due', nextYear)
      await press(page, 'Add')
      await page.getByText('Only £3,200 of the order is left').first().waitFor()
      await look(page, 'deliverable beyond the order')
      await page.getByLabel('Its price, without VAT').fill('3200')
      await press(page, 'Add')
      await page.getByText('Added.').waitFor()
    })
  })

  it('is delivered with a note and a file, and accepted by both', async () => {
    await advisers(async (page) => {
      await page.goto(`${site.url}/support/orders/${order}`)
      await look(page, 'order of a supplier')
      await page.getByLabel('What do you deliver?').fill('The draft, for comment.')
      const file = { name: 'draft.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') }
      await chooseFiles(page, 'Files (optional)', file)
      await press(page, 'Deliver Draft report')
      await page.getByText('Delivered. We have told the council and the programme team.').waitFor()
      await page.getByText('draft.pdf').waitFor()
    })
    for (const [side, address] of sides().slice(0, 2))
      await side(async (page) => {
        await page.goto(address)
        await page.getByText('The draft, for comment.').waitFor()
        await page.getByText('draft.pdf').waitFor()
        await look(page, `delivery, ${new URL(address).pathname.split('/')[1]}`)
        await answer(page, 'Accept', 'It compares all that we asked for.')
      })
  })

  it('is changed once both have agreed to it', async () => {
    await advisers(async (page) => {
      await page.goto(`${site.url}/support/orders/${order}`)
      await page.getByText('Ask for a change').first().click()
      await page.getByLabel('Days', { exact: true }).fill('5')
      await press(page, 'Ask for the change')
      await look(page, 'change with a problem')
      await page.getByLabel('Why does it change?').fill('Two more options to compare')
      await press(page, 'Ask for the change')
      await page.getByText('Two more options to compare').waitFor()
    })
    for (const [side, address] of sides().slice(0, 2))
      await side(async (page) => {
        await page.goto(address)
        await look(page, `change, ${new URL(address).pathname.split('/')[1]}`)
        await answer(page, 'Agree', 'Worth it.')
      })
  })

  it('is invoiced, approved and paid, and the spend shows it', async () => {
    await advisers(async (page) => {
      await page.goto(`${site.url}/support/orders/${order}`)
      await page.getByText('5 days at £800').first().waitFor()
      await page.getByText('Send an invoice').click()
      await press(page, 'Send the invoice')
      await look(page, 'invoice with problems')
      await page.getByRole('checkbox', { name: /Draft report/ }).check()
      await page.getByLabel('Your invoice number').fill('MO-1')
      await fillParts(page, 'dated', today)
      await press(page, 'Send the invoice')
      await page.getByText('Invoice MO-1: £3,840').waitFor()
    })
    await team(async (page) => {
      await page.goto(`${run}/orders/${order}`)
      await look(page, 'invoice that waits')
      await answer(page, 'Approve', 'It is what was accepted.')
      await press(page, 'Record the payment')
      await look(page, 'payment with a problem')
      await fillParts(page, 'paid', today)
      await press(page, 'Record the payment')
      await page.getByText(/^Paid on \d/).waitFor()
      await page.goto(run)
      await page.getByRole('row', { name: /^Options for Exbridge .*£4,000 £3,200 £3,200 £3,200/ }).waitFor()
      await look(page, 'overview with the order')
    })
  })

  it('is closed short, so that what was not delivered comes back to the award', async () => {
    await team(async (page) => {
      await page.goto(`${run}/orders/${order}`)
      await page.getByText('Close the order early').first().click()
      await press(page, 'Close the order early')
      await look(page, 'closing with a problem')
      await page.getByLabel('Why is it closed?').fill('The council chose without it.')
      await press(page, 'Close the order early')
      await page.getByText('The order is closed.').waitFor()
      await page.getByText('Closed early on').waitFor()
      await page.getByText('Ordered for £4,000. £3,200 of it was accepted').waitFor()
      await look(page, 'order that is closed')
      await page.goto(run)
      await page.getByRole('row', { name: /^Options for Exbridge .*£3,200 £3,200 £3,200 £3,200/ }).waitFor()
    })
  })

  it('fits a telephone', async () => {
    const managed = [run, `${run}/suppliers`, `${run}/awards/${award}`, `${run}/awards/${award}/orders/new`]
    const seen = [
      [await seededPerson(site, 'programme'), [...managed, `${run}/orders/${order}`]],
      [await seededPerson(site, 'lead'), [own(), `${own()}/needs`, `${own()}/orders/${order}`]],
      [await personWith(site, email), [`${site.url}/support`, `${site.url}/support/orders/${order}`]],
    ] as const
    for (const [person, addresses] of seen) {
      const { cookies } = await site.signedIn(person)
      const context = await contextFor(browser, { scripts: false, width: 320 })
      await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: site.url })))
      const page = await context.newPage()
      for (const address of addresses) {
        await page.goto(address)
        await look(page, `telephone, ${new URL(address).pathname}`)
      }
      await context.close()
    }
  })
})
