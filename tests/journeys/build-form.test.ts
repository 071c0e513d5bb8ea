import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { insertSession } from '../../src/features/accounts/index.ts'
import { newToken } from '../../src/platform/sign-in/token.ts'
import { assertAccessible } from '../support/axe.ts'
import { contextFor, openBrowser, type View } from '../support/browser.ts'
import { press as pressKey, tabTo } from '../support/keyboard.ts'
import { lastFirst } from '../support/last-first.ts'
import { type OpenRound, openRound, type PersonName } from '../support/open-round.ts'
import { form as openForm } from '../support/open-round-form.ts'
import { type Site, seededDatabase, startSite } from '../support/site.ts'

const base = '/manage/funds/test-fund/first'

describe('a programme officer', () => {
  const ends: (() => Promise<void>)[] = []
  let site: Site
  let round: OpenRound
  let browser: Browser

  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    site = await startSite(life, await seededDatabase(life))
    // The round has opened, so the form that takes the place of this one can have no other rules.
    const { rules: _, ...withoutRules } = openForm
    round = await openRound(site.services, withoutRules)
    browser = await openBrowser(life)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  async function signIn(name: PersonName, view: View): Promise<Page> {
    const { services } = site
    const [token, at] = [newToken(services.randomBytes), services.clock()]
    const expiresAt = new Date(at.getTime() + 3_600_000)
    const session = { id: services.newId(), token, personId: round.people[name], at, expiresAt, browser: 'test' }
    await insertSession(services.db, { ...session, secondStepAt: at })
    const context = await contextFor(browser, view)
    ends.unshift(async () => await context.close())
    await context.addCookies([{ name: 'session', value: token, url: site.url }])
    return await context.newPage()
  }

  const look = async (page: Page, state: string) => await assertAccessible(page, state)

  it('builds a form without JavaScript: pages, sections, conditions, checks, sets, a try and a first version', async () => {
    const page = await signIn('pam', { scripts: false, width: 320 })
    await page.goto(`${site.url}${base}/form/new`)
    await look(page, 'make a form')
    await page.getByLabel('Name of the form').fill('Built in the browser')
    await page.getByLabel('Expression of interest', { exact: true }).check()
    await page.getByLabel('An empty form', { exact: true }).check()
    await press(page, 'Make the form')
    await look(page, 'outline at first')
    await addQuestions(page)
    await arrange(page)
    await makeSections(page)
    await setConditions(page)
    await setChecks(page)
    await keepSet(page)
    await look(page, 'outline in full')
    await tryOut(page)
    await follow(page, 'Stop, and go back to version 1')
    await look(page, 'version to publish')
    await page.getByLabel('About this version').fill('The first form')
    await press(page, 'Publish version 1')
    await page.getByText('Version 1 is published').waitFor()
    await page.getByLabel('Built in the browser, version 1').check()
    await look(page, 'choose a version')
    await press(page, 'Choose this version')
    await page.locator('dd', { hasText: 'Built in the browser, version 1' }).first().waitFor()
  })

  async function addQuestions(page: Page) {
    await follow(page, /^Change title and guidance of Page 1|^Change title and guidance of (?!the form)/)
    await page.getByLabel('Title of the page').fill('About the bid')
    await page.getByLabel('Guidance above').fill('Read [the rules](https://www.gov.uk/) *first*.')
    await press(page, 'See it first')
    await page.getByRole('link', { name: 'the rules' }).waitFor()
    await look(page, 'page with its preview')
    await press(page, 'Save the page')
    await press(page, 'Add a page')
    await press(page, 'Add the page')
    await page.getByRole('link', { name: 'Enter a title' }).waitFor()
    await look(page, 'page without a title')
    await page.getByLabel('Title of the page').fill('What it costs')
    await press(page, 'Add the page')
    await addQuestion(page, 'About the bid', 'Yes or no', { Question: 'Is it a joint bid?' })
    await addQuestion(page, 'About the bid', 'One line of text', { Question: 'With whom?' })
    await follow(page, 'Add a question to About the bid')
    await look(page, 'types of question')
    await page.getByLabel('Text of several lines').check()
    await press(page, 'Continue')
    await page.getByLabel('Most words').fill('lots')
    await press(page, 'Add the question')
    await page.getByRole('link', { name: 'The most words must be a whole number' }).waitFor()
    await look(page, 'question with errors')
    await page.getByLabel('Question', { exact: true }).fill('Why?')
    await page.getByLabel('Most words').fill('10')
    await page.getByLabel('Longer help').fill('- What **falls**\n- What rises')
    await press(page, 'See it first')
    await page.getByText('You can enter up to 10 words').first().waitFor()
    await look(page, 'question with its preview')
    await press(page, 'Add the question')
    await addQuestion(page, 'About the bid', 'Files to upload', { Question: 'Letters of support' })
    await addQuestion(page, 'What it costs', 'Amount in pounds', { Question: 'What does it cost?' })
    await addQuestion(page, 'What it costs', 'Amount in pounds', { Question: 'What do you ask for?' })
    await addQuestion(page, 'What it costs', 'A table of amounts', { Question: 'Costs', Columns: 'Year 1\nYear 2' })
    await addQuestion(page, 'What it costs', 'An authority from', { Question: 'Who pays?' })
  }

  async function addQuestion(page: Page, to: string, type: string, fields: Readonly<Record<string, string>>) {
    await follow(page, `Add a question to ${to}`)
    await page.getByLabel(type).check()
    await press(page, 'Continue')
    for (const [label, value] of Object.entries(fields)) {
      await page.getByLabel(label, { exact: true }).fill(value)
    }
    if (type === 'Files to upload') await page.getByLabel('PDF').check()
    if (type !== 'Yes or no' && type !== 'Amount in pounds') await page.getByLabel('It must be answered').uncheck()
    if (looked.includes(type)) await look(page, `new question, ${type.toLowerCase()}`)
    await press(page, 'Add the question')
  }

  async function arrange(page: Page) {
    await press(page, 'Move up Letters of support')
    assert.deepEqual((await labels(page)).slice(0, 4), [
      'Is it a joint bid?',
      'With whom?',
      'Letters of support',
      'Why?',
    ])
    await press(page, 'Copy Why?')
    await follow(page, 'Change Copy of Why?')
    await page.getByLabel('Question', { exact: true }).fill('Why now?')
    await press(page, 'Save the question')
    assert.deepEqual((await labels(page)).slice(3, 5), ['Why?', 'Why now?'])
    await follow(page, 'Remove Why now?')
    await look(page, 'remove a question')
    await press(page, 'Remove the question')
    await press(page, 'Copy What it costs')
    assert.equal((await labels(page)).filter((label) => label === 'Costs').length, 2)
    await follow(page, /^Remove (Copy of )?What it costs/, -1)
    await look(page, 'remove a page')
    await press(page, 'Remove the page')
    assert.equal((await labels(page)).filter((label) => label === 'Costs').length, 1)
  }

  async function makeSections(page: Page) {
    await press(page, 'Add a section')
    await press(page, 'Add the section')
    await page.getByRole('link', { name: 'Enter a title for the section' }).waitFor()
    await look(page, 'section without a title')
    await page.getByLabel('Title of the section').fill('Money')
    await page.getByLabel('Which page does it begin with?').selectOption({ label: 'What it costs' })
    await press(page, 'Add the section')
    await press(page, 'Move up the section Money')
    assert.equal((await labels(page))[0], 'What does it cost?')
    await press(page, 'Move down the section Money')
    await press(page, 'Copy the section Money')
    await page.getByRole('heading', { name: 'Copy of Money' }).waitFor()
    await follow(page, 'Remove the section Copy of Money')
    await page.getByLabel('The section with its pages').check()
    await look(page, 'remove a section')
    await press(page, 'Remove the section')
    await page.getByRole('heading', { name: 'Copy of Money' }).waitFor({ state: 'detached' })
  }

  async function setConditions(page: Page) {
    await follow(page, 'Condition With whom?')
    await look(page, 'no condition')
    await press(page, 'Add a condition')
    await press(page, 'Continue')
    await page.getByRole('link', { name: 'Select the question whose answer decides' }).waitFor()
    await look(page, 'condition without its question')
    await page.getByLabel('Whose answer decides?').selectOption({ label: 'Is it a joint bid?' })
    await press(page, 'Continue')
    await page.getByLabel('is yes').check()
    await look(page, 'test of a condition')
    await press(page, 'Save the condition')
    await page.getByText('It is asked only if “Is it a joint bid?” is yes.').waitFor()
    await follow(page, 'Back to the pages and questions')
    await follow(page, 'Remove Is it a joint bid?')
    await page.getByText('whether the question “With whom?” is shown depends on its answer').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Remove the question' }).count(), 0)
    await look(page, 'a question that is needed')
    await follow(page, 'Back to the pages and questions')
    await follow(page, 'Condition Who pays?')
    for (const [subject, test, value] of [
      ['Is it a joint bid?', 'is yes', undefined],
      ['What does it cost?', 'is more than', '1000'],
    ] as const) {
      await press(page, /^Add (a|another) condition/)
      await page.getByLabel('Whose answer decides?').selectOption({ label: subject })
      await press(page, 'Continue')
      await page.getByLabel(test, { exact: true }).check()
      if (value !== undefined) await page.getByLabel('Pounds').fill(value)
      if (value !== undefined) await look(page, 'test of an amount')
      await press(page, 'Save the condition')
    }
    await press(page, /^Put in a group of its own.*What does it cost/)
    await look(page, 'condition in groups')
    await press(page, /^Make one of them enough/)
    await page.getByText('“Is it a joint bid?” is yes or “What does it cost?” is more than £1,000').first().waitFor()
    await follow(page, 'Back to the pages and questions')
  }

  async function setChecks(page: Page) {
    await follow(page, 'Rules and checks')
    await look(page, 'no rules and checks')
    await press(page, 'Add a rule')
    await page.getByLabel('Whose answer decides?').selectOption({ label: 'Who pays?' })
    await press(page, 'Continue')
    await look(page, 'new rule')
    await press(page, 'Add the rule')
    await page.getByRole('link', { name: 'Enter which clause' }).waitFor()
    await look(page, 'rule with errors')
    await page.getByLabel('is', { exact: true }).check()
    await page.getByLabel('Which authority?').selectOption({ label: 'Alder District Council' })
    await page.getByLabel('They cannot apply').check()
    await page.getByLabel('Clause', { exact: true }).fill('Rule 1')
    await page.getByLabel('What applicants are told').fill('Alder has had its turn')
    await press(page, 'Add the rule')
    await press(page, 'Add a check')
    await page.getByLabel('Whose answer decides?').selectOption({ label: 'What do you ask for?' })
    await press(page, 'Continue')
    await page.getByLabel('is more than the answer to').check()
    await page.getByLabel('The other question').selectOption({ label: 'What does it cost?' })
    await page.getByLabel('What applicants are told').fill('You ask for more than it costs')
    await page.getByLabel('At which question is it said?').selectOption({ label: 'What do you ask for?' })
    await look(page, 'new check')
    await press(page, 'Add the check')
    await page.getByText('“What do you ask for?” is more than “What does it cost?”').waitFor()
    await page.getByText('“Who pays?” is Alder District Council').waitFor()
    await look(page, 'rules and checks')
    await press(page, 'Remove Rule 1')
    await page.getByText('There are no rules').waitFor()
    await follow(page, 'Back to the pages and questions')
  }

  async function keepSet(page: Page) {
    await follow(page, 'Keep as a set About the bid')
    await page.getByLabel('Name of the set').fill('Joint bids')
    await page.getByLabel('Is it a joint bid?').uncheck()
    await press(page, 'Keep the set')
    await page.getByRole('link', { name: 'Whether “With whom?” is shown depends' }).waitFor()
    await look(page, 'set that reads what it has not')
    for (const label of ['Letters of support', 'Why?']) await page.getByLabel(label).uncheck()
    await page.getByLabel('Is it a joint bid?').check()
    await press(page, 'Keep the set')
    await follow(page, 'Add a set of questions')
    await page.getByLabel('Joint bids').check()
    await page.getByLabel('Which page do you want to add it to?').selectOption({ label: 'What it costs' })
    await look(page, 'add a set')
    await press(page, 'Add the questions')
    assert.equal((await labels(page)).filter((label) => label === 'With whom?').length, 2)
    for (const label of ['With whom?', 'Is it a joint bid?']) {
      await follow(page, `Remove ${label}`, -1)
      await press(page, 'Remove the question')
    }
  }

  async function tryOut(page: Page) {
    await follow(page, 'See it as an applicant does')
    await look(page, 'preview')
    await page.goBack()
    await follow(page, 'Try it out as an applicant')
    await look(page, 'try a page')
    await page.getByLabel('Yes').check()
    await press(page, 'Save and continue')
    await page.getByLabel('With whom?').fill('Birch')
    await page.getByLabel('Why?').fill('One two three four five six seven eight nine ten eleven')
    await press(page, 'Save and continue')
    await page.getByRole('link', { name: /10 words or fewer/ }).waitFor()
    await look(page, 'try a page with errors')
    await page.getByLabel('Why?').fill('Money falls')
    await press(page, 'Save and continue')
    await page.getByLabel('What does it cost?').fill('10')
    await page.getByLabel('What do you ask for?').fill('20')
    await press(page, 'Check everything')
    await page.getByText('You ask for more than it costs').waitFor()
    await look(page, 'try and check')
  }

  it('goes through a test application that only the programme team sees', async () => {
    const page = await signIn('pam', { scripts: true, width: 1280 })
    await page.goto(`${site.url}${base}/form`)
    await follow(page, 'Open Built in the browser, version 1')
    await follow(page, 'Test applications')
    await look(page, 'no test applications')
    await press(page, 'Start a test application')
    await page.getByText('This is a test application').waitFor()
    await look(page, 'test application')
    const address = page.url()
    await follow(page, 'About the bid')
    await page.getByLabel('No', { exact: true }).check()
    await page.getByLabel('Why?').fill('To test')
    await press(page, 'Save and continue')
    await page.getByLabel('What does it cost?').fill('20')
    await page.getByLabel('What do you ask for?').fill('10')
    await press(page, 'Save and continue')
    await page.waitForURL((url) => !url.pathname.includes('/pages/'))
    await page.goto(`${address}/check`)
    await page.locator('[name="declaration"]').check({ force: true })
    await press(page, 'Submit application')
    await page.getByText('TEST: application submitted').waitFor()
    await look(page, 'receipt of a test')
    await page.goto(`${site.url}${base}/applications`)
    assert.equal(await page.getByText('TEST-').count(), 0)
    const ann = await signIn('ann', { scripts: false, width: 320 })
    assert.equal((await ann.goto(address))?.status(), 404)
  })

  it('publishes a second version with the keyboard alone; drafts move to it and their writers are shown what changed', async () => {
    const ann = await signIn('ann', { scripts: true, width: 320 })
    await ann.goto(`${site.url}/funds/test-fund/first/apply`)
    await ann.locator('main form[method="post"] button').first().click()
    await ann.waitForURL(/\/applications\/[A-Z0-9-]+$/)
    const application = ann.url()
    await follow(ann, 'About the bid')
    await ann.getByLabel('Yes').check()
    await ann.getByLabel('Why?').fill('Budgets fall')
    await press(ann, 'Save and continue')
    await ann.getByLabel('With whom?').fill('Birch')
    await press(ann, 'Save and continue')
    await ann.waitForURL('**/pages/**')

    const page = await signIn('pam', { scripts: true, width: 1280 })
    await page.goto(`${site.url}${base}/form`)
    const key = (role: 'link' | 'button', name: string | RegExp) =>
      pressKey(page, page.getByRole(role, { name }).first())
    const keyTo = async (label: string, text: string) => {
      await tabTo(page, page.getByLabel(label, { exact: true }))
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.type(text)
    }
    await key('button', 'Make a new draft version of Built in the browser')
    await page.waitForURL('**/edit')
    await key('link', 'Change Why?')
    await page.waitForURL('**/questions/**')
    await keyTo('Question', 'Why do you want to change?')
    await key('button', 'Save the question')
    await page.waitForURL('**/edit')
    await key('link', 'Remove With whom?')
    await page.waitForURL('**/remove')
    await key('button', 'Remove the question')
    await page.waitForURL('**/edit')
    await key('button', 'Move up Letters of support')
    await page.waitForURL('**/edit#question-**')
    await key('link', 'Version 2')
    await page.waitForURL(/versions\/[^/]+$/)
    await key('button', 'Publish version 2')
    await page.getByRole('link', { name: 'Say what has changed since the last version' }).waitFor()
    await look(page, 'version without a change note')
    await keyTo('What has changed', 'Asked more clearly why')
    await key('button', 'Publish version 2')
    await page.getByText('Version 2 is published').waitFor()
    await tabTo(page, page.getByRole('radio').first())
    await page.keyboard.press('Space')
    await look(page, 'choose a version that moves drafts')
    await key('button', 'Choose this version')
    await page.getByRole('alert').waitFor()

    await ann.goto(application)
    await ann.getByRole('heading', { name: 'The form has changed' }).waitFor()
    await ann.getByText('Asked more clearly why').waitFor()
    await ann.getByText('Why do you want to change?').first().waitFor()
    await ann.getByText('Birch', { exact: false }).first().waitFor()
    await look(ann, 'what changed in the form')
    await press(ann, 'I have read this')
    await ann.getByRole('heading', { name: 'The form has changed' }).waitFor({ state: 'detached' })
    await follow(ann, 'About the bid')
    assert.equal(await ann.getByLabel('Why do you want to change?').inputValue(), 'Budgets fall')
  })
})

/** The types whose fields differ most. */
const looked = ['One line of text', 'Files to upload', 'A table of amounts']

const press = async (page: Page, name: string | RegExp) =>
  await page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click()

/** @param which of those of this name; -1 the last */
const follow = async (page: Page, name: string | RegExp, which = 0) =>
  await page
    .getByRole('link', { name, exact: typeof name === 'string' })
    .nth(which)
    .click()

/** The questions of an outline, in their order. */
const labels = async (page: Page): Promise<readonly string[]> =>
  await page.locator('main li[id^="question-"] > strong').allTextContents()
