import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { assertAccessible } from '../support/axe.ts'
import { browseAs, fillParts, personWith, press, seededPerson } from '../support/browse-as.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { chooseFiles } from '../support/choose-files.ts'
import { lastFirst } from '../support/last-first.ts'
import { type Site, seededDatabase, startSite } from '../support/site.ts'

const now = new Date()
const today = {
  day: String(now.getUTCDate()),
  month: String(now.getUTCMonth() + 1),
  year: String(now.getUTCFullYear()),
}

/** Money of a made-up grant, from a change of its instalments to what comes back. Without scripts. */
describe('an award that is a grant', () => {
  const ends: (() => Promise<void>)[] = []
  let site: Site
  let browser: Browser
  let award = ''
  let officer = ''
  let run = ''
  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    site = await startSite(life, await seededDatabase(life))
    browser = await openBrowser(life)
    run = `${site.url}/manage/funds/grant-fund/support`
    const { rows } = await sql<{ reference: string; officer: string }>`
      select a.reference, s.email as officer from grant_claim c join award w on w.id = c.award_id
        join application a on a.id = w.application_id join award_signer s on s.award_id = w.id and s.role = 'section-151'
      limit 1`.execute(site.services.db)
    award = rows[0]?.reference ?? ''
    officer = rows[0]?.officer ?? ''
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const as = (id: string, use: (page: Page) => Promise<void>) => browseAs(browser, site, site.url)(id, false, use)
  const team = async (use: (page: Page) => Promise<void>) => await as(await seededPerson(site, 'programme'), use)
  const second = async (use: (page: Page) => Promise<void>) =>
    await as(await personWith(site, 'leon.abara@programme.example'), use)
  const council = async (use: (page: Page) => Promise<void>) => await as(await personWith(site, officer), use)
  const look = (page: Page, state: string) => assertAccessible(page, `grants, ${state}`)
  const managed = () => `${run}/awards/${award}`
  const own = () => `${site.url}/applications/${award}/support`
  const answer = async (page: Page, yes: string) => {
    await page.getByRole('radio', { name: yes }).first().check()
    await page.getByLabel('Why?', { exact: true }).first().fill('It is what the agreement asks for.')
    await press(page, 'Save')
    await page.getByText('Saved.').waitFor()
  }

  it('has a claim that a second person approves, and its payment is recorded', async () => {
    await team(async (page) => {
      await page.goto(run)
      await look(page, 'spend of the fund')
      await page.goto(managed())
      await look(page, 'as the programme team sees it')
      await press(page, 'Save')
      await look(page, 'answer with problems')
      await answer(page, 'Approve')
      await press(page, 'Record the payment')
      await look(page, 'payment with problems')
      await fillParts(page, 'paid', today)
      await page.getByLabel('Payment reference').first().fill('BACS 90')
      await press(page, 'Record the payment')
      await page.getByText(/payment BACS 90/).waitFor()
    })
  })

  it('has its instalments changed, with everything that is wrong said at once', async () => {
    await team(async (page) => {
      await page.goto(managed())
      await press(page, 'Change the instalments')
      await look(page, 'instalments')
      await page.locator('[name="pounds-3"]').fill('9000000')
      await press(page, 'Save the instalments')
      await page.getByText('Enter a reason').first().waitFor()
      await look(page, 'instalments with problems')
      await page.getByLabel('Why do the instalments change?').fill('The plan costs less.')
      await press(page, 'Save the instalments')
      await page
        .getByText(/The instalments come to .*, and the award is/)
        .first()
        .waitFor()
      await page.locator('[name="pounds-3"]').fill('5000')
      await page.locator('[name="condition-3"]').fill('The cabinet has adopted the plan')
      await press(page, 'Save the instalments')
      await page.getByText('The instalments are saved.').waitFor()
      await page.getByText('Say that the condition is met').click()
      await press(page, 'The condition is met')
      await look(page, 'condition with a problem')
      await page.getByLabel('How do you know?').fill('The minutes are published.')
      await press(page, 'The condition is met')
      await page.getByText(/The minutes are published/).waitFor()
    })
  })

  it('is claimed by the council, with evidence', async () => {
    await council(async (page) => {
      await page.goto(own())
      await look(page, 'as the council sees it')
      await page.getByText(/^Claim 3\. /).click()
      await press(page, 'Send the claim')
      await page.getByText('Select at least one file').first().waitFor()
      await look(page, 'claim with problems')
      await page.getByLabel('How much do you claim?').fill('5000')
      await page.getByLabel('What does it pay for').fill('The plan, as the cabinet adopted it.')
      const file = { name: 'minutes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') }
      await chooseFiles(page, 'Evidence', file)
      await press(page, 'Send the claim')
      await page.getByText('The claim is sent to the programme team.').waitFor()
      await page.getByText('minutes.pdf').waitFor()
    })
    await team(async (page) => {
      await page.goto(managed())
      await answer(page, 'Yes, pass it on')
      await page.getByText('Somebody else of the programme team approves it.').waitFor()
      await look(page, 'claim that waits for another person')
    })
    await second(async (page) => {
      await page.goto(`${site.url}/home`)
      await page.getByText('Approve a claim').first().waitFor()
      await page.goto(managed())
      await answer(page, 'Refuse')
    })
  })

  it('is accounted for by the finance officer, and what is left comes back', async () => {
    await council(async (page) => {
      await page.goto(own())
      await page.getByText('State what was spent').click()
      await press(page, /^Sign$/)
      await look(page, 'statement with problems')
      await fillParts(page, 'until', today)
      await page.getByLabel('How much was spent until then?').fill('20000')
      await page.getByLabel('What was it spent on?').fill('Advice and the project manager.')
      await page.getByLabel('Your name').fill('F. Officer')
      await page.getByLabel('Your job title').fill('Director of finance')
      await page.getByRole('checkbox').check()
      await press(page, /^Sign$/)
      await page.getByText('Enter why it is less than the').first().waitFor()
      await look(page, 'statement of less than before')
      await page.getByLabel('If it is less than before, why?').fill('A supplier gave money back.')
      await page.getByRole('checkbox').check()
      await press(page, /^Sign$/)
      await page.getByText('You have signed.').waitFor()
    })
    await team(async (page) => {
      await page.goto(managed())
      await page.getByText('Record money that came back').click()
      await press(page, 'Record it')
      await look(page, 'return with problems')
      await page.getByLabel('How much came back?').fill('100')
      await fillParts(page, 'returned-on', today)
      await page.getByLabel('Payment reference').first().fill('RET 9')
      await page.getByLabel('Why does it come back?').fill('Not spent.')
      await press(page, 'Record it')
      await page.getByText('Recorded. We have told the council.').waitFor()
      await page.getByText('Review a year').click()
      await press(page, 'Save the review')
      await look(page, 'review with problems')
      await page.getByRole('radio', { name: / to / }).first().check()
      await page.getByLabel('What did the ledger pay in it?').fill('1')
      await page.getByLabel('Goes on as it is').check()
      await page.getByLabel('Why?', { exact: true }).fill('The ledger lacks a payment.')
      await press(page, 'Save the review')
      await page.getByText('Differs from the ledger').first().waitFor()
      await look(page, 'with all that came of it')
    })
  })

  it('fits a telephone', async () => {
    const seen = [
      [await seededPerson(site, 'programme'), [run, managed(), `${managed()}/instalments`]],
      [await personWith(site, officer), [own()]],
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
