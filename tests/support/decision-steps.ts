import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { type UkParts, ukParts } from '../../src/core/time/uk-moment.ts'
import { assertAccessible } from './axe.ts'
import { fillParts, press } from './browse-as.ts'
import { contextFor } from './browser.ts'
import { verifyExported } from './verify-exported.ts'

export const decisionsAddress = '/manage/funds/example-fund/finished-round/decisions'
export const resultsAddress = '/funds/example-fund/finished-round/results'
const hour = 3_600_000

const dayOf = ({ day, month, year }: UkParts) => ({ day, month, year })

/** Declares that there is no conflict. */
export async function declareNone(page: Page, url: string): Promise<void> {
  await page.goto(`${url}${decisionsAddress}/declare`)
  await assertAccessible(page, 'declaring conflicts')
  await page.getByLabel('I have no conflict with any of them').check()
  await press(page, 'Declare')
}

/** What stands in each row of the table of outcomes, in its last column. */
export async function outcomesOn(page: Page): Promise<readonly { readonly reference: string; readonly now: string }[]> {
  const rows = await page.locator('main table tbody tr').all()
  return await Promise.all(
    rows.map(async (row) => ({
      reference: /[A-Z]+-\d{4}-[A-Z0-9]+-[A-Z0-9]/.exec((await row.textContent()) ?? '')?.[0] ?? '',
      now: ((await row.locator('td').last().textContent()) ?? '').trim(),
    })),
  )
}

/** Departs from what is proposed, because checks found a risk. */
export async function depart(
  page: Page,
  url: string,
  { reference, outcome, reason }: { readonly reference: string; readonly outcome: string; readonly reason: string },
): Promise<void> {
  await page.goto(`${url}${decisionsAddress}/recommendation/applications/${reference}`)
  await page.getByLabel(outcome, { exact: true }).check()
  if (outcome === 'Award') await page.locator('#pounds').fill('90000')
  await page.locator('#rule').selectOption({ label: 'Checks found a risk' })
  await page.locator('#reason').fill(reason)
  await press(page, 'Save')
}

/** The team writes what goes to whoever decides. */
export async function writePapers(page: Page, url: string): Promise<void> {
  await page.goto(`${url}${decisionsAddress}/note`)
  for (const test of ['Regularity', 'Propriety', 'Value for money', 'Feasibility'])
    await page.getByLabel(test).fill(`The method was looked at for this and meets it: rules came before applications.`)
  await page.getByLabel('Name of the accounting officer').fill('Jo Made Up')
  await press(page, 'Save')
  await assertAccessible(page, 'the accounting officer’s note')
  await page.goto(`${url}${decisionsAddress}/submission/edit`)
  for (const part of ['Summary', 'Options', 'Lines to take'])
    await page.getByLabel(part).fill('Words of some length that say what whoever decides has to know of it.')
  await press(page, 'Save')
  await assertAccessible(page, 'the submission')
}

/** Records a decision that is told in an hour, after trying one that lacks everything. */
export async function recordDecision(page: Page, url: string): Promise<void> {
  await page.goto(`${url}${decisionsAddress}/decision/record`)
  await press(page, 'Record the decision')
  await assertAccessible(page, 'a decision that lacks everything')
  await page.getByLabel('I did').check()
  await page.locator('#title').fill('Minister (made up)')
  const tell = ukParts(new Date(Date.now() + hour))
  await fillParts(page, 'tell', { ...dayOf(tell), clock: `${tell.hour}:${tell.minute}` })
  const expires = ukParts(new Date(Date.now() + 90 * 24 * hour))
  await fillParts(page, 'expires', dayOf(expires))
  await page.locator('input[name="approval"][value="no"]').check()
  await page.locator('#reason').fill('Nobody is asked to approve what is made up')
  await press(page, 'Record the decision')
  await page.getByText('The decision is recorded').waitFor()
}

/** Reads the published results as somebody without scripts on a phone, and replays their record in a fresh process. */
export async function readAndReplay(browser: Browser, url: string): Promise<void> {
  const context = await contextFor(browser, { scripts: false, width: 320 })
  try {
    const page = await context.newPage()
    await page.goto(`${url}${resultsAddress}`)
    await assertAccessible(page, 'the public results')
    assert.ok((await page.locator('main table').first().locator('tbody tr').count()) > 0)
    await page
      .getByRole('link', { name: /received$/ })
      .last()
      .click()
    await assertAccessible(page, 'the applications behind a public figure')
    const shown = async () => (await page.locator('main table tbody tr').allTextContents()).map((text) => text.trim())
    const first = await shown()
    assert.equal(first.length, 25)
    await page.getByRole('link', { name: 'Next' }).click()
    await assertAccessible(page, 'a further page of them')
    assert.ok((await shown()).every((row) => !first.includes(row)))
    const record = await (await context.request.get(`${url}${resultsAddress}/decision-record.json`)).text()
    const { exit, output } = await verifyExported(record)
    assert.equal(exit, 0, output.slice(0, 600))
    assert.equal(JSON.parse(output).ok, true, output.slice(0, 600))
    const changed = record.replace('"pounds":90000', '"pounds":90001')
    assert.notEqual(changed, record)
    assert.equal(JSON.parse((await verifyExported(changed)).output).ok, false)
  } finally {
    await context.close()
  }
}
