import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { ukParts } from '../../src/core/time/uk-moment.ts'
import type { StandingPlace } from '../../src/features/decisions/interviewing/places.store.ts'
import { assertAccessible } from './axe.ts'
import { fillParts, press } from './browse-as.ts'
import { press as pressByKey, tabTo } from './keyboard.ts'
import { interviewsAddress, panelAddress, type RoundToInterview, standingIn } from './round-to-interview.ts'

const day = 86_400_000

/** In how many days, and when its first interview starts. */
const halfDays = [
  [20, 'Morning', '9:30am'],
  [20, 'Afternoon', '1:30pm'],
  [21, 'Morning', '9:30am'],
  [21, 'Afternoon', '1:30pm'],
] as const

/** The sealed criteria of the interviews of the made-up round. */
export const interviewCriteria = ['interview-understanding', 'interview-leadership']

const mainOf = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''

/** The programme team puts people on the panel, two of whom can chair, and adds sessions and a question for all. */
export async function setUpInterviews(page: Page, url: string, round: RoundToInterview): Promise<void> {
  for (const [at, { id }] of round.panel.entries()) {
    await page.goto(`${url}${interviewsAddress}/panel`)
    if (at === 0) await assertAccessible(page, 'a panel of nobody')
    await page.locator('#person').selectOption(id)
    if (at < 2) await page.getByLabel('Can chair').check()
    await press(page, 'Add to the panel')
    await page.getByText('They are on the panel').waitFor()
  }
  await page.goto(`${url}${interviewsAddress}/sessions`)
  await press(page, 'Add the session')
  await page.locator('.govuk-error-summary').waitFor()
  await assertAccessible(page, 'a session that lacks everything')
  for (const [at, [days, half, clock]] of halfDays.entries()) {
    const { day: on, month, year } = ukParts(new Date(Date.now() + days * day))
    await fillParts(page, 'starts', { day: on, month, year, clock })
    await page.getByLabel(half).check()
    await page.locator('#place').fill('Room 2, 10 Made-up Street')
    await page.locator('#slots').fill('6')
    await page.locator('#minutes').fill('30')
    await press(page, 'Add the session')
    await page.locator('main table tbody tr').nth(at).waitFor()
  }
  await assertAccessible(page, 'sessions')
  await page.goto(`${url}${interviewsAddress}/questions`)
  await page.locator('#question').fill('Who will miss the service as it is, and what have you told them?')
  await press(page, 'Add the question')
  await page.getByText('The question is added').waitFor()
  await assertAccessible(page, 'questions of every interview')
}

/** Asks for a timetable, waits until it is worked out, and publishes it. @returns what its page said */
export async function planAndPublish(page: Page, url: string, name: string): Promise<string> {
  await page.goto(`${url}${interviewsAddress}/timetable`)
  await press(page, 'Work out a timetable')
  await page.waitForURL(/runs\/\d+$/)
  const publish = page.getByRole('button', { name: 'Publish this timetable' })
  for (let tries = 0; (await publish.count()) === 0 && tries < 600; tries += 1) {
    await page.waitForTimeout(200)
    await page.reload()
  }
  await assertAccessible(page, name)
  const said = await mainOf(page)
  await publish.click()
  await page.getByText('We have emailed everybody concerned').waitFor()
  return said
}

/** Says of an interview whether there is a conflict, with the keyboard alone. */
export async function declareByKeyboard(
  page: Page,
  url: string,
  { reference }: StandingPlace,
  conflict: 'yes' | 'no',
): Promise<void> {
  await page.goto(`${url}${panelAddress}`)
  await pressByKey(page, page.locator(`a[href$="${reference}/declare"]`))
  await page.waitForURL('**/declare')
  await tabTo(page, page.locator('input[name="conflict"]').first())
  await page.keyboard.press('Space')
  if (conflict === 'no') await page.keyboard.press('ArrowDown')
  else {
    await tabTo(page, page.locator('#statement'))
    await page.keyboard.type('My partner works there')
  }
  await pressByKey(page, page.getByRole('button', { name: 'Continue' }))
}

/** Every member scores whom they hear, but for one interview that is left as it is. @returns how many others there are */
export async function scoreOtherInterviews(round: RoundToInterview, but: StandingPlace): Promise<number> {
  const others = (await standingIn(round)).filter(({ reference }) => reference !== but.reference)
  for (const [at, { reference, memberIds }] of others.entries())
    for (const member of round.panel.filter(({ id }) => memberIds.includes(id))) {
      const path = `${panelAddress}/interviews/${reference}`
      assert.equal((await member.browser.post(`${path}/declare`, { conflict: 'no' })).status, 303)
      const scores = interviewCriteria.flatMap((criterion) => [
        [`points-${criterion}`, String(3 + (at % 2))],
        [`comment-${criterion}`, 'They said in the room how staff were asked'],
      ])
      const typed = { ...Object.fromEntries(scores), version: '0-0', action: 'submit' }
      const sent = await member.browser.post(path, typed)
      assert.equal(sent.status, 303, sent.body)
    }
  return others.length
}
