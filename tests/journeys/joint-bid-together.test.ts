import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Answers } from '../../src/core/forms/index.ts'
import { referenceOf } from '../support/apply-by-form.ts'
import { assertAccessible } from '../support/axe.ts'
import { openBrowser, type View } from '../support/browser.ts'
import { askSponsor, askToSign, bid, openAs, sign, startJointBid } from '../support/joint-bid.ts'
import { lastFirst } from '../support/last-first.ts'
import { type Site, seededDatabase, startSite } from '../support/site.ts'

/** What each of the three writes. All of them are words that no seed has. */
const words = {
  priyaOnDrivers: 'Exbridge must save a tenth by April.',
  tomOnDrivers: 'Written on the 17:05 to Exbridge: the contract ends in March.',
  tomOnEngagement: 'Written in the tunnel: staff met twice in the depot.',
  tomOnOthers: 'Residents were asked at three markets.',
  hannahOnOutcomes: 'Tarnshire wants half as many children to wait.',
} as const
const merged = `${words.priyaOnDrivers}\n\n${words.tomOnDrivers}`

it('has three people of two councils write one joint bid at once, one of them offline, and send it with every sign-off', async (t) => {
  const life = lastFirst(t)
  const site = await startSite(life, await seededDatabase(life))
  await sql`update round set sign_offs = '{sponsor,section-151,partner}' where slug = 'open-round'`.execute(
    site.services.db,
  )
  const browser = await openBrowser(life)
  const open = async (name: string, view: View) => await openAs(life, { browser, url: site.url, name, view })

  const application = await prepare(browser, site, life)
  const written = async (question: string) => await answerOf(site, application, question)
  const { page: hannah } = await open('Hannah Lowe', { scripts: true, width: 320 })
  await hannah.goto(`${application}/partner`)
  await hannah.getByRole('button', { name: /^Accept for Tarnshire/ }).click()
  await hannah.getByText('is now a partner').waitFor()
  const { page: priya } = await open('Priya Nair', { scripts: true, width: 1280 })
  await givePart(priya, application, ['outcomes'])
  await giveQuestion(priya, application)
  const { page: tom, context: train } = await open('Tom Okafor', { scripts: true, width: 320 })
  const tomsOther = await train.newPage()

  await Promise.all([
    priya.goto(`${application}/pages/drivers`),
    goToOwn(hannah, application),
    tom.goto(`${application}/pages/drivers`),
    tomsOther.goto(`${application}/pages/engagement`),
  ])
  await train.setOffline(true)
  await Promise.all([
    write(priya, { drivers: words.priyaOnDrivers }, 'Saved at'),
    write(hannah, { outcomes: words.hannahOnOutcomes }, 'Saved at'),
    write(tom, { drivers: words.tomOnDrivers }, 'Not saved: we will try again'),
    write(
      tomsOther,
      { 'engage-staff': words.tomOnEngagement, 'engage-others': words.tomOnOthers },
      'Not saved: we will try again',
    ),
  ])
  assert.equal(await written('engage-staff'), undefined, 'nothing came through while the network was away')
  for (const text of [words.tomOnDrivers, words.tomOnEngagement]) assert.ok((await kept(train)).includes(text), text)

  await train.setOffline(false)
  await statusReads(tomsOther, 'Saved at')
  assert.equal(await written('engage-staff'), words.tomOnEngagement)
  assert.equal(await written('engage-others'), words.tomOnOthers)
  await statusReads(tom, 'Someone else has changed this answer')
  assert.equal(await written('drivers'), words.priyaOnDrivers)

  await tom.getByRole('button', { name: 'Save and continue' }).click()
  await tom.getByRole('heading', { name: 'Someone else has changed this answer' }).waitFor()
  await tom.getByText(words.priyaOnDrivers).first().waitFor()
  assert.equal(await tom.locator('[name="drivers"]').inputValue(), words.tomOnDrivers)
  await tom.locator('[name="keep-drivers"][value="merged"]').check({ force: true })
  assert.equal(await tom.locator('[name="merged-drivers"]').inputValue(), merged)
  await assertAccessible(tom, 'two texts and a third of both')
  await tom.getByRole('button', { name: 'Save and continue' }).click()
  await tom.waitForURL((url) => !url.pathname.endsWith('/drivers'))
  assert.equal(await written('drivers'), merged)
  assert.equal(await kept(train), '', 'what arrived is not kept in the browser')
  assert.equal(await written('outcomes'), words.hannahOnOutcomes)
  await isAnswered(priya, application)

  await askSponsor(priya, application)
  await askToSign(priya, application, {
    slot: 'section-151',
    name: 'Nadia Rahman',
    jobTitle: 'Chief finance officer',
    email: 'nadia.rahman@exbridge.example',
  })
  const { page: nadia } = await open('Nadia Rahman', { scripts: false, width: 320 })
  await nadia.goto(`${application}/sign-offs/section-151`)
  await sign(nadia)
  await tom.goto(`${application}/sign-offs/sponsor`)
  await sign(tom)
  await hannah.goto(`${application}/sign-offs/partner-X-TARNSHIRE`)
  await priya.goto(`${application}/check`)
  await priya.getByRole('button', { name: 'Submit application' }).click()
  await priya.locator('.govuk-error-summary', { hasText: 'Tarnshire' }).waitFor()
  await sign(hannah)
  await priya.goto(`${application}/check`)
  await priya.getByRole('button', { name: 'Submit application' }).click()
  await priya.getByRole('heading', { name: 'Application submitted' }).waitFor()
  await receiptHolds(priya)
})

/** A draft of all but what the three are to write, with its partner asked. */
async function prepare(browser: Browser, site: Site, life: ReturnType<typeof lastFirst>): Promise<string> {
  const view = { scripts: false, width: 1280 } as const
  const { page, context } = await openAs(life, { browser, url: site.url, name: 'Priya Nair', view })
  const later = ['drivers', 'outcomes', 'engage-staff', 'engage-others']
  const before: Answers = Object.fromEntries(Object.entries(bid).filter(([id]) => !later.includes(id)))
  const application = await startJointBid(page, site.url, before)
  await context.close()
  return application
}

/** What Tarnshire writes of it. */
async function givePart(page: Page, application: string, pages: readonly string[]): Promise<void> {
  await page.goto(`${application}/partners/X-TARNSHIRE/part`)
  await page.locator('[name="part"][value="some"]').check({ force: true })
  for (const id of pages) await page.locator(`[name="pages"][value="${id}"]`).check({ force: true })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('writes is saved').waitFor()
}

/** Priya gives herself a page, and one question of it to Hannah, who may write that page alone. */
async function giveQuestion(page: Page, application: string): Promise<void> {
  await page.goto(`${application}/who-owes-what`)
  await assertAccessible(page, 'nothing is given')
  await page.getByRole('link', { name: 'Give Outcomes to somebody' }).click()
  await assertAccessible(page, 'a page to give')
  await page.getByLabel('Priya Nair').check({ force: true })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('The page is given to Priya Nair.').waitFor()
  await page.goto(`${application}/pages/outcomes`)
  await page.getByRole('link', { name: 'Give to somebody' }).click()
  await page.getByRole('link', { name: 'Give “What outcomes do you want to achieve?” to somebody' }).click()
  await page.getByLabel('Hannah Lowe').check({ force: true })
  await page.getByLabel('Day').fill('31')
  await page.getByLabel('Month').fill('February')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('link', { name: /^Enter a real day/ }).waitFor()
  await assertAccessible(page, 'a question to give, by a day that is none')
  assert.equal(await page.getByLabel('Hannah Lowe').isChecked(), true)
  for (const part of ['Day', 'Month']) await page.getByLabel(part).fill('')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('The question is given to Hannah Lowe.').waitFor()
}

/** What Hannah was given leads her to the very question. */
async function goToOwn(page: Page, application: string): Promise<void> {
  await page.goto(`${application}/who-owes-what`)
  await page.getByRole('heading', { name: 'Hannah Lowe (you)' }).waitFor()
  await page.getByText('1 of 1 still to complete').first().waitFor()
  await assertAccessible(page, 'a question of one’s own')
  await page.getByRole('link', { name: 'What outcomes do you want to achieve?', exact: true }).first().click()
  await page.waitForURL(`${application}/pages/outcomes#outcomes`)
  await page.getByText('For Hannah Lowe').waitFor()
  await assertAccessible(page, 'a page with a question for somebody')
}

/** Priya sees that Hannah has written it, and that her own page asks nothing more. */
async function isAnswered(page: Page, application: string): Promise<void> {
  await page.goto(`${application}/who-owes-what`)
  const beneath = page.locator('.app-owed li', { hasText: 'For Hannah Lowe' })
  assert.match((await beneath.textContent()) ?? '', /Answered$/)
  await page.getByText('Tarnshire. Has completed it.').waitFor()
  await assertAccessible(page, 'a question that is answered')
}

async function write(page: Page, fields: Readonly<Record<string, string>>, status: string): Promise<void> {
  for (const [name, text] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(text)
  await page.locator('textarea').last().blur()
  await statusReads(page, status)
}

const statusReads = async (page: Page, text: string): Promise<void> =>
  await page.locator('[data-autosave-status]', { hasText: text }).waitFor()

/** What waits in a browser to be sent. */
const kept = async (context: BrowserContext): Promise<string> =>
  (await context.pages()[0]?.evaluate(() => Object.values(localStorage).join())) ?? ''

/** The answer as the server has it. */
async function answerOf(site: Site, application: string, question: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`
    select s.value from answer s join application a on a.id = s.application_id
    where a.reference = ${referenceOf(application)} and s.question_id = ${question}`.execute(site.services.db)
  return rows[0]?.value ?? undefined
}

/** Whose receipt it is, both sign-offs, and every word that anybody wrote. */
async function receiptHolds(page: Page): Promise<void> {
  const receipt = (await page.locator('main').textContent()) ?? ''
  assert.match(receipt, /Exbridge/)
  assert.match(receipt, /Priya Nair/)
  assert.match(receipt, /Tom Okafor[^\n]* as senior sponsor of/)
  assert.match(receipt, /Nadia Rahman[^\n]* as section 151 officer of/)
  assert.match(receipt, /Hannah Lowe[^\n]* Tarnshire/)
  await page.getByRole('link', { name: 'Read the answers as submitted' }).click()
  const answers = (await page.locator('main').textContent()) ?? ''
  const all = [
    words.priyaOnDrivers,
    words.tomOnDrivers,
    words.tomOnEngagement,
    words.tomOnOthers,
    words.hannahOnOutcomes,
  ]
  for (const text of all) assert.ok(answers.includes(text), text)
}
