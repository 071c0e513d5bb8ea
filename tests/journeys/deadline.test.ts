import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { listen } from '../../src/platform/http/listen.ts'
import { assertAccessible } from '../support/axe.ts'
import { contextFor, openBrowser, type View } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { freshDatabase, type Lifetime } from '../support/template.ts'
import { fillWhole, type RoundWithClock, roundWithClock } from '../support/whole-application.ts'

// The deadline is a week later, in summer time: the clocks go forward on 28 March 2027.
const start = new Date('2027-03-24T17:00:00Z')

/** A window in which somebody is signed in from now on. */
async function windowOf(
  life: Lifetime,
  browser: Browser,
  { server }: RoundWithClock,
  url: string,
  person: string,
  view: View,
): Promise<Page> {
  const context = await contextFor(browser, view)
  life.after(async () => await context.close())
  const session = (await server.signedIn(person)).cookies.get('session') ?? ''
  await context.addCookies([{ name: 'session', value: session, url }])
  return await context.newPage()
}

it('counts down by the server’s clock, keeps what comes too late, and goes on when everyone is given more time', async (t) => {
  const life = lastFirst(t)
  const all = await roundWithClock(life, await freshDatabase(life), start)
  const browser = await openBrowser(life)
  const handle: RequestListener = (request, response) => all.server.app.routing(request, response)
  const { url, close } = await listen(handle, '127.0.0.1', 0)
  life.after(close)
  const { deadlineAt, people } = all.round
  const from = (ms: number): Date => new Date(deadlineAt.getTime() + ms)
  const reference = await all.round.draft()
  await fillWhole(all, reference)
  const open = async (person: string, view: View) => await windowOf(life, browser, all, url, person, view)

  // An hour and a quarter of a minute before, on a computer whose own clock is wrong by months.
  all.setClock(from(-3_615_000))
  const ann = await open(people.ann, { scripts: true, width: 1280 })
  await ann.clock.install({ time: new Date('2026-07-01T09:00:00Z') })
  await ann.goto(`${url}/applications/${reference}/pages/drivers`)
  const countdown = ann.locator('[data-countdown]')
  assert.match((await countdown.textContent()) ?? '', /1 hour left: closes 6:00pm BST on Wednesday 31 March 2027/)
  await ann.clock.runFor(20_000)
  await ann.getByText('1 hour left before the deadline.').waitFor()
  await assertAccessible(ann, 'a question with its countdown')
  await ann.clock.runFor(50 * 60_000)
  await ann.getByText('10 minutes left before the deadline.').waitFor()

  // The check page was opened in time, on a phone without scripts; the deadline passes while she writes.
  all.setClock(from(-60_000))
  const phone = await open(people.ann, { scripts: false, width: 320 })
  await phone.goto(`${url}/applications/${reference}`)
  await assertAccessible(phone, 'the task list with its countdown')
  await phone.goto(`${url}/applications/${reference}/check`)
  await assertAccessible(phone, 'checking with its countdown')
  all.setClock(from(1))
  await phone.locator('[name="declaration"]').check({ force: true })
  await phone.getByRole('button', { name: 'Submit application' }).click()
  await phone.getByText('What you tried to send is kept', { exact: true }).waitFor()
  await phone.getByText(`${reference}-L1`, { exact: true }).waitFor()
  await assertAccessible(phone, 'too late')

  // The service was at fault: everyone gets a day more.
  all.setClock(from(600_000))
  const pam = await open(people.pam, { scripts: false, width: 320 })
  await pam.goto(`${url}/manage/funds/test-fund/first/late`)
  await assertAccessible(pam, 'late submissions')
  await pam.getByRole('link', { name: `${reference}-L1` }).click()
  await assertAccessible(pam, 'a late submission')
  await pam.goto(`${url}/manage/funds/test-fund/first/extensions`)
  await assertAccessible(pam, 'giving more time')
  await pam.getByLabel('A fault of the service').check({ force: true })
  await pam.getByLabel('Everyone in the round').check({ force: true })
  for (const [name, value] of Object.entries({ day: '1', month: '4', year: '2027', clock: '6pm' })) {
    await pam.locator(`[name="deadline-${name}"]`).fill(value)
  }
  await pam.getByLabel('Reason', { exact: true }).fill('The service could not be reached from 5pm.')
  await pam.getByLabel('What everybody is told').fill('Everyone can submit until 6pm on Thursday.')
  await pam.getByRole('button', { name: 'Give and publish' }).click()
  await pam.getByText('6:00pm BST on Thursday 1 April 2027').first().waitFor()
  await assertAccessible(pam, 'more time given')
  await pam.goto(`${url}/funds/test-fund/first/timetable`)
  await pam.getByText('Reason: The service could not be reached from 5pm.').first().waitFor()

  await phone.goto(`${url}/applications/${reference}/check`)
  await phone.locator('[name="declaration"]').check({ force: true })
  await phone.getByRole('button', { name: 'Submit application' }).click()
  await phone.waitForURL(/\/receipt$/)

  // After it, an answer is clarified, and the original stands.
  all.setClock(from(25 * 3_600_000))
  const team = await open(people.pam, { scripts: true, width: 1280 })
  await team.goto(`${url}/manage/funds/test-fund/first/applications/${reference}`)
  await team.getByRole('link', { name: 'Ask for clarification of answers' }).click()
  await team.locator('[name="questions"][value="drivers"]').check({ force: true })
  await team.locator('[name="ask-drivers"]').fill('Which budgets fall?')
  for (const [name, value] of Object.entries({ day: '6', month: 'April', year: '2027', clock: 'midday' })) {
    await team.locator(`[name="due-${name}"]`).fill(value)
  }
  await assertAccessible(team, 'asking about answers')
  await team.getByRole('button', { name: 'Send the request' }).click()
  await team.getByText('Waiting for a reply').waitFor()

  const later = await open(people.ann, { scripts: false, width: 320 })
  await later.goto(`${url}/applications/${reference}/requests/1`)
  await later.locator('[name="drivers"]').fill('Council budgets fall and people want more')
  await assertAccessible(later, 'replying')
  await later.getByRole('button', { name: 'Send the reply' }).click()
  await later.getByText('Your reply is kept.').waitFor()
  await team.goto(`${url}/manage/funds/test-fund/first/applications/${reference}`)
  await team.getByText('Replied. It can be replied to again until it is closed').waitFor()
  await team.getByText('What version 1 says differently').click()
  assert.equal(await team.locator('.app-diff del').textContent(), '[removed: Budgets]')
  assert.match((await team.locator('.app-diff ins').first().textContent()) ?? '', /Council/)
  await assertAccessible(team, 'as submitted and as clarified')
})
