import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { answerScreener } from '../support/answer-screener.ts'
import { assertAccessible } from '../support/axe.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { seededDatabase, startSite } from '../support/site.ts'

it('tells somebody on a phone whether they can apply, and the programme team how many can', async (t) => {
  const life = lastFirst(t)
  const site = await startSite(life, await seededDatabase(life))
  const browser = await openBrowser(life)
  const open = async (): Promise<Page> => {
    const context = await contextFor(browser, { scripts: false, width: 320 })
    life.after(async () => await context.close())
    return await context.newPage()
  }
  const look = async (page: Page, state: string) => await assertAccessible(page, state)
  const signIn = async (page: Page, name: string) => {
    await page.goto(`${site.url}/sign-in`)
    await page.getByRole('button', { name: `Sign in as ${name}` }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  }
  const fund = '/funds/delivering-differently/open-round'
  const round = `${site.url}${fund}`
  const manage = `${site.url}/manage${fund}`

  const priya = await open()
  await priya.goto(`${round}/eligibility`)
  await look(priya, 'the first questions')
  await priya.getByRole('button', { name: 'Continue' }).click()
  await priya.getByRole('alert').waitFor()
  await look(priya, 'questions that are not answered')
  await answerScreener(priya, { joint: false, several: false })
  await priya.getByRole('heading', { name: 'You can apply', exact: true }).waitFor()
  await look(priya, 'somebody who can apply')
  await priya.getByRole('link', { name: 'Change “Is your authority in England?”' }).waitFor()
  await priya.goto(`${round}/eligibility/questions/bid`)
  for (const name of ['joint', 'several-services'])
    await priya.locator(`[name="${name}"][value="yes"]`).check({ force: true })
  await priya.getByRole('button', { name: 'Continue' }).click()
  await priya
    .getByRole('region', { name: 'Important' })
    .getByText('Because of your answer there is more to answer on this page')
    .waitFor()
  await look(priya, 'a question that an answer has brought up')
  await priya.goto(`${round}/eligibility/questions/authority`)
  await answerScreener(priya, { joint: false, several: true })
  await priya.getByRole('heading', { name: 'You can apply, with points to note' }).waitFor()
  await look(priya, 'somebody who can apply with points to note')
  await priya.goto(`${round}/eligibility/questions/authority`)
  await priya.locator('[name="in-england"][value="no"]').check({ force: true })
  await priya.getByRole('button', { name: 'Continue' }).click()
  await priya.goto(`${round}/eligibility/result`)
  await priya.getByRole('heading', { name: 'You cannot apply with these answers' }).waitFor()
  await look(priya, 'somebody who cannot apply')
  await signIn(priya, 'Priya Nair')
  await priya.goto(`${round}/apply`)
  await priya.getByText('an application cannot be submitted').waitFor()
  await look(priya, 'starting although a rule is against it')
  await priya.locator('main form[method="post"] button').first().click()
  await priya.waitForURL(/\/applications\/[A-Z0-9-]+$/)

  const samira = await open()
  await signIn(samira, 'Samira Khan')
  await samira.goto(`${manage}/applications`)
  await samira
    .locator('.govuk-summary-list__row', { hasText: 'Does not pass' })
    .getByText('0 submitted, 1 being written')
    .waitFor()
  await look(samira, 'how many can apply')
  await samira.goto(`${manage}/applying`)
  await look(samira, 'who can apply')
  await samira.getByRole('link', { name: 'See every path' }).click()
  await samira.getByText('Nothing contradicts anything else').waitFor()
  await look(samira, 'every path of a screener')
})
