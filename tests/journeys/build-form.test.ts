import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { newToken } from '../../src/platform/sign-in/token.ts'
import { insertSession } from '../../src/features/accounts/index.ts'
import { assertAccessible } from '../support/axe.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { type OpenRound, openRound } from '../support/open-round.ts'
import { type Site, startSite } from '../support/site.ts'
import { freshDatabase } from '../support/template.ts'

const shots = process.env.TEST_SHOTS

describe('a programme officer', () => {
  const ends: (() => Promise<void>)[] = []
  let site: Site
  let round: OpenRound
  let browser: Browser
  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    site = await startSite(life, await freshDatabase(life))
    round = await openRound(site.services)
    browser = await openBrowser(life)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  async function signIn(width: 320 | 1280): Promise<Page> {
    const { services } = site
    const [token, at] = [newToken(services.randomBytes), services.clock()]
    const expiresAt = new Date(at.getTime() + 3_600_000)
    const session = { id: services.newId(), token, personId: round.people.pam, at, expiresAt, browser: 'test' }
    await insertSession(services.db, { ...session, secondStepAt: at })
    const context = await contextFor(browser, { scripts: false, width })
    await context.addCookies([{ name: 'session', value: token, url: site.url }])
    return await context.newPage()
  }

  const base = '/manage/funds/test-fund/first/form'

  async function look(page: Page, state: string): Promise<void> {
    await assertAccessible(page, state, false)
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${state.replaceAll(' ', '-')}-${page.viewportSize()?.width}.png`, fullPage: true })
  }

  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()

  async function addQuestion(page: Page, to: string, type: string, fields: Readonly<Record<string, string>>) {
    await follow(page, `Add a question to ${to}`)
    await page.locator(`input[name=type][value=${type}]`).check()
    await press(page, 'Continue')
    for (const [name, value] of Object.entries(fields)) await page.locator(`#${name}`).fill(value)
    await press(page, 'Add the question')
  }

  it('builds a form of two sections with a condition, a rule, a money table and a set, tries it and publishes it', async () => {
    const page = await signIn(320)
    const made = await page.context().request.get(`${site.url}${base}/new`)
    assert.equal(made.status(), 200)
    await page.goto(`${site.url}${base}/new`)
    await page.locator('#name').fill('Built in the browser')
    await page.locator('input[name=purpose][value=application]').check()
    await page.locator('input[name=start]').first().check()
    await press(page, /form/i)
    await page.waitForURL('**/edit')
    await look(page, 'outline at first')
    for (const title of ['About the bid', 'What it costs']) {
      await press(page, 'Add a page')
      await page.locator('#title').fill(title)
      await press(page, 'Add the page')
    }
    await addQuestion(page, 'About the bid', 'yes-no', { label: 'Is it a joint bid?' })
    await addQuestion(page, 'About the bid', 'short-text', { label: 'With whom?' })
    await addQuestion(page, 'What it costs', 'money-table', { label: 'Costs', moreColumns: 'Year 1\nYear 2', moreRows: 'Advice' })
    await press(page, 'Add a section')
    await page.locator('#title').fill('Money')
    await page.locator('#from').selectOption({ label: 'What it costs' })
    await look(page, 'new section')
    await press(page, 'Add the section')
    await follow(page, 'Condition With whom?')
    await press(page, 'Add a condition')
    await page.locator('#subject').selectOption({ label: 'Is it a joint bid?' })
    await press(page, 'Continue')
    await page.getByLabel('is yes').check()
    await look(page, 'test of a condition')
    await press(page, 'Save the condition')
    await page.getByText('“Is it a joint bid?” is yes').first().waitFor()
    await look(page, 'condition')
    await follow(page, 'Back to the pages and questions')
    await follow(page, 'Rules and checks')
    await press(page, 'Add a rule')
    await page.locator('#subject').selectOption({ label: 'Is it a joint bid?' })
    await press(page, 'Continue')
    await page.getByLabel('is no').check()
    await page.getByLabel('They cannot apply').check()
    await page.locator('#clause').fill('Rule 1')
    await page.locator('#text').fill('Only joint bids can apply')
    await look(page, 'new rule')
    await press(page, 'Add the rule')
    await look(page, 'rules and checks')
    await follow(page, 'Back to the pages and questions')
    await follow(page, 'Keep as a set About the bid')
    await page.locator('#name').fill('Joint bids')
    await look(page, 'keep a set')
    await press(page, 'Keep the set')
    await follow(page, 'Add a set of questions')
    await page.getByLabel('Joint bids').check()
    await page.locator('#page').selectOption({ label: 'What it costs' })
    await look(page, 'add a set')
    await press(page, 'Add the questions')
    await look(page, 'outline')
    await follow(page, 'Try it out as an applicant')
    await look(page, 'try')
  })
})
