import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import type { Answers, Form } from '../../src/core/forms/index.ts'
import { readSeed } from '../../src/seeds/read-seed.ts'
import { answerScreener } from '../support/answer-screener.ts'
import { assertAccessible } from '../support/axe.ts'
import { contextFor, openBrowser, type View } from '../support/browser.ts'
import { fillPage } from '../support/fill-form.ts'
import { lastFirst } from '../support/last-first.ts'
import { startSite } from '../support/site.ts'
import { freshDatabase } from '../support/template.ts'

const form: Form = JSON.parse(await readSeed('templates/delivering-differently/form.json'))
const [bid]: readonly { readonly answers: Answers }[] = JSON.parse(await readSeed('finished-round/applications.json'))

it('has a joint bid signed by its sponsor and its partner, reopened by a pound and by nothing else, and sent', async (t) => {
  const life = lastFirst(t)
  const site = await startSite(life, await freshDatabase(life))
  await sql`update round set sign_offs = '{sponsor,partner}' where slug = 'open-round'`.execute(site.services.db)
  const browser = await openBrowser(life)
  const open = async (name: string, view: View): Promise<Page> => {
    const context = await contextFor(browser, view)
    life.after(async () => await context.close())
    const page = await context.newPage()
    await page.goto(`${site.url}/sign-in`)
    await page.getByRole('button', { name: `Sign in as ${name}` }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
    return page
  }
  const look = async (page: Page, state: string, scripts = false) => await assertAccessible(page, state, scripts)

  const priya = await open('Priya Nair', { scripts: false, width: 1280 })
  const application = await start(priya, site.url)
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
  await look(tom, 'the sponsor is to sign', true)
  await tom.getByRole('button', { name: 'Sign', exact: true }).click()
  await tom.getByRole('link', { name: 'Tick the statement to sign' }).waitFor()
  await look(tom, 'the sponsor has not ticked the statement', true)
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
  await look(tom, 'the sponsor must sign again', true)
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

/** A draft with every answer and a partner asked. @returns its address */
async function start(page: Page, url: string): Promise<string> {
  await page.goto(`${url}/funds/delivering-differently/open-round/eligibility`)
  await answerScreener(page, { joint: bid?.answers.joint, several: bid?.answers['several-services'] })
  await page.goto(`${url}/funds/delivering-differently/open-round/apply`)
  await page.locator('main form[method="post"] button').first().click()
  await page.waitForURL(/\/applications\/[A-Z0-9-]+$/)
  const application = page.url()
  for (const formPage of form.pages) {
    await page.goto(`${application}/pages/${formPage.id}`)
    await fillPage(page, formPage, bid?.answers ?? {})
    await page.getByRole('button', { name: 'Save and come back later' }).click()
    await page.waitForURL(application)
  }
  await page.goto(`${application}/partners?q=Tarnshire`)
  await page.getByRole('button', { name: /^Ask Tarnshire/ }).click()
  await page.getByText('has been asked').waitFor()
  await page.goto(application)
  return application
}

async function askSponsor(page: Page, application: string): Promise<void> {
  await page.goto(`${application}/sign-offs`)
  await page.getByRole('link', { name: /^Ask somebody/ }).click()
  await page.getByLabel('Full name').fill('Tom Okafor')
  await page.getByLabel('Job title').fill('Director of policy')
  await page.getByLabel('Email address').fill('tom.okafor@exbridge.example')
  await page.getByRole('button', { name: 'Ask them to sign' }).click()
  await page.getByText('Tom Okafor is asked to sign').waitFor()
}

async function sign(page: Page): Promise<void> {
  // The page paints its own box over the real one.
  await page.locator('[name="agreed"]').check({ force: true })
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await page.getByText('You have signed').waitFor()
}

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
