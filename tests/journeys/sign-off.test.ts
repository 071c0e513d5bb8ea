import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { assertAccessible } from '../support/axe.ts'
import { openBrowser, type View } from '../support/browser.ts'
import { askSponsor, bid, openAs, sign, startJointBid } from '../support/joint-bid.ts'
import { lastFirst } from '../support/last-first.ts'
import { seededDatabase, startSite } from '../support/site.ts'

it('has a joint bid signed by its sponsor and its partner, reopened by a pound and by nothing else, and sent', async (t) => {
  const life = lastFirst(t)
  const site = await startSite(life, await seededDatabase(life))
  await sql`update round set sign_offs = '{sponsor,partner}' where slug = 'open-round'`.execute(site.services.db)
  const browser = await openBrowser(life)
  const open = async (name: string, view: View): Promise<Page> =>
    (await openAs(life, { browser, url: site.url, name, view })).page
  const look = async (page: Page, state: string) => await assertAccessible(page, state)

  const priya = await open('Priya Nair', { scripts: false, width: 1280 })
  const application = await startJointBid(priya, site.url, bid)
  await look(priya, 'the task list with sign-offs nobody was asked for')
  await askSponsor(priya, application)
  await look(priya, 'the sponsor is asked')

  const hannah = await open('Hannah Lowe', { scripts: false, width: 320 })
  await hannah.goto(`${application}/partner`)
  await look(hannah, 'a partner is asked')
  await hannah.getByRole('button', { name: /^Accept for Tarnshire/ }).click()
  await hannah.getByText('is now a partner').waitFor()
  await look(hannah, 'a partner has accepted')
  await hannah.getByRole('link', { name: /^Read and sign/ }).click()
  await sign(hannah)
  await look(hannah, 'a partner has signed')

  const tom = await open('Tom Okafor', { scripts: true, width: 320 })
  await tom.goto(`${site.url}/home`)
  await tom.getByRole('link', { name: /^Sign off application/ }).click()
  await look(tom, 'the sponsor is to sign')
  await tom.getByRole('button', { name: 'Sign', exact: true }).click()
  await tom.getByRole('link', { name: 'Tick the statement to sign' }).waitFor()
  await look(tom, 'the sponsor has not ticked the statement')
  await sign(tom)

  await change(priya, `${application}/pages/drivers`, 'drivers', 'Demand rises, and grants fall.')
  assert.deepEqual(await standings(priya, application), ['Signed', 'Signed'])
  await change(priya, `${application}/pages/scope`, 'annual-cost', '1234567')
  assert.deepEqual(await standings(priya, application), ['Needs signing again', 'Needs signing again'])
  await look(priya, 'both need signing again')
  await priya.goto(`${application}/check`)
  await priya
    .getByRole('link', { name: /must sign again/ })
    .first()
    .waitFor()

  await tom.goto(`${application}/sign-offs/sponsor`)
  await tom.getByText('£1,234,567', { exact: false }).first().waitFor()
  await tom.getByText('Also changed since it was signed').waitFor()
  await look(tom, 'the sponsor must sign again')
  await sign(tom)
  await hannah.goto(`${application}/sign-offs/partner-X-TARNSHIRE`)
  await sign(hannah)

  await priya.goto(`${application}/check`)
  await priya.getByRole('button', { name: 'Submit application' }).click()
  await priya.getByRole('heading', { name: 'Application submitted' }).waitFor()
  await priya.getByText('as senior sponsor of', { exact: false }).first().waitFor()
  await priya.goto(application)
  await look(priya, 'a submitted application with its sign-offs')
})

async function change(page: Page, url: string, name: string, value: string): Promise<void> {
  await page.goto(url)
  await page.locator(`[name="${name}"]`).fill(value)
  await page.getByRole('button', { name: 'Save and come back later' }).click()
  await page.waitForURL((now) => !now.pathname.includes('/pages/'))
}

/** How the sign-offs stand, as the task list has them. */
async function standings(page: Page, application: string): Promise<readonly string[]> {
  await page.goto(application)
  const list = page.locator('h2:text-is("Sign-offs") + ul .govuk-task-list__status')
  return (await list.allTextContents()).map((text) => text.trim())
}
