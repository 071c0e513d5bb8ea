import assert from 'node:assert/strict'
import { after, it } from 'node:test'
import { personByEmail } from '../../src/features/accounts/index.ts'
import { runByNumber } from '../../src/features/assessment/assigning/runs.store.ts'
import { workOutAssignment } from '../../src/features/assessment/assigning/work-out-assignment.ts'
import { startRun, tellProgress } from '../../src/features/assessment/run-state.store.ts'
import { seedPeopleByRole } from '../../src/seeds/people.ts'
import { assessedRound } from '../support/assessed-round.ts'
import { assertAccessible } from '../support/axe.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { serve } from '../support/site.ts'

const life = lastFirst({ after })
// No job is worked: the test says how far it is.
const world = await assessedRound(life, { applications: 24, assessors: 6, stage: 'sifted' })
const { db, clock } = world.services
const url = await serve(life, world)
const browser = await openBrowser(life)
const team = (await personByEmail(db, seedPeopleByRole.programme.email))?.id ?? ''

async function open(view: Parameters<typeof contextFor>[1]) {
  const context = await contextFor(browser, view)
  life.after(async () => await context.close())
  const { cookies } = await world.signedIn(team)
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })))
  return await context.newPage()
}

async function idOf(number: number): Promise<string> {
  const run = await runByNumber(db, world.roundId, number)
  assert.ok(run)
  return run.id
}

it('follows what is worked out by itself, says each step aloud, and shows what came of it', async () => {
  const page = await open({ scripts: true, width: 1280 })
  await page.goto(`${url}${world.path}/assignment`)
  await page.getByRole('button', { name: 'Work out who reads what' }).click()
  await page.getByText('Waiting to begin').waitFor()
  await page.getByText('This takes seconds, or some minutes for a very large round.').waitFor()
  await assertAccessible(page, 'an assignment that waits')
  const id = await idOf(1)
  await startRun(db, id, clock())
  await tellProgress(db, id, { progress: 40, doing: 'Looking for the fairest' })
  await page.getByRole('status').filter({ hasText: 'Looking for the fairest' }).waitFor()
  assert.equal(await page.getByRole('progressbar').evaluate((bar: HTMLProgressElement) => bar.value), 40)
  await page.getByText('Being worked out').waitFor()
  await page.getByText('40%', { exact: true }).last().waitFor()
  await assertAccessible(page, 'an assignment that is worked out')
  await workOutAssignment(world.services, id)
  await page.getByRole('button', { name: 'Accept this assignment' }).waitFor()
  await assertAccessible(page, 'an assignment that was worked out')
})

it('is asked for again with a link where there are no scripts, and shows that somebody else has cancelled it', async () => {
  const page = await open({ scripts: false, width: 320 })
  const other = await open({ scripts: true, width: 320 })
  await page.goto(`${url}${world.path}/assignment`)
  await page.getByRole('button', { name: 'Work out who reads what' }).click()
  await other.goto(page.url())
  const refresh = page.getByRole('link', { name: 'Refresh this page to see how far it is' })
  await refresh.click()
  await page.getByText('Waiting to begin').waitFor()
  await assertAccessible(page, 'an assignment that waits, without scripts')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('It is cancelled.').waitFor()
  await other.getByText('Nothing came of it, and who reads what stays as it was').waitFor()
})
