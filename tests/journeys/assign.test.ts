import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { it } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { firstRules } from '../../src/core/rules/index.ts'
import { personByEmail } from '../../src/features/accounts/index.ts'
import { listen } from '../../src/platform/http/listen.ts'
import { seedMadeUpRound } from '../../src/seeds/finished-round.ts'
import { seedPeopleByRole } from '../../src/seeds/people.ts'
import { assessedRound } from '../support/assessed-round.ts'
import { assertAccessible } from '../support/axe.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { type TestBrowser, testServer } from '../support/server.ts'
import { freshDatabase } from '../support/template.ts'

const base = '/manage/funds/example-fund/finished-round/assessment'

it('draws who reads what below a sealed cap, with every chance shown, and says when a cap is too low', async (t) => {
  const life = lastFirst(t)
  const look = async (page: Page, state: string) => await assertAccessible(page, state)
  const browser = await openBrowser(life)
  for (const mostChancePercent of [60, 20]) {
    const rules = { assignment: { ...firstRules.assignment, fairness: false, mostChancePercent } }
    const { app, path, services, signedIn } = await assessedRound(life, {
      applications: 30,
      assessors: 8,
      stage: 'sifted',
      rules,
      work: true,
    })
    const handle: RequestListener = (request, response) => app.routing(request, response)
    const listener = await listen(handle, '127.0.0.1', 0)
    life.after(listener.close)
    const context = await contextFor(browser, { scripts: false, width: 320 })
    life.after(async () => await context.close())
    const team = await signedIn((await personByEmail(services.db, seedPeopleByRole.programme.email))?.id ?? '')
    await context.addCookies([...team.cookies].map(([name, value]) => ({ name, value, url: listener.url })))
    const page = await context.newPage()
    await page.goto(`${listener.url}${path}/assignment`)
    await page.getByText(`no assessor be more than ${mostChancePercent}% likely`).waitFor()
    await look(page, 'who reads what will be drawn')
    await page.getByRole('button', { name: 'Work out who reads what' }).click()
    const ended = page.getByText(mostChancePercent === 60 ? 'Price of the cap' : 'There is no such assignment').first()
    while (!(await ended.isVisible())) await page.goto(`${listener.url}${path}/assignment/runs/1`)
    if (mostChancePercent === 60)
      await page
        .getByText(/, chance \d+%/)
        .first()
        .waitFor()
    else await page.getByText(/with a cap of 20% on how likely a pair is .* raise the cap to \d+%/).waitFor()
    await look(page, `who reads what with a cap of ${mostChancePercent}%`)
  }
})

it('sifts a round, reads an assessor’s profile, works out who reads what and puts it into force, without scripts', async (t) => {
  const life = lastFirst(t)
  const { services, app, signedIn } = await testServer(life, await freshDatabase(life), { work: true })
  const size = { applications: 24, assessors: 6, stage: 'sifted', written: [] } as const
  await services.db.transaction().execute(async (tx) => await seedMadeUpRound(tx, services, services.clock(), size))
  await sql`delete from application_sift where scope = 'in-scope'`.execute(services.db)
  const handle: RequestListener = (request, response) => app.routing(request, response)
  const listener = await listen(handle, '127.0.0.1', 0)
  life.after(listener.close)
  const browser = await openBrowser(life)

  async function open(who: TestBrowser, width: 320 | 1280): Promise<Page> {
    const context = await contextFor(browser, { scripts: false, width })
    life.after(async () => await context.close())
    await context.addCookies([...who.cookies].map(([name, value]) => ({ name, value, url: listener.url })))
    return await context.newPage()
  }
  const personWith = async (role: string): Promise<TestBrowser> => {
    const { rows } = await sql<{ id: string }>`
      select person_id as id from role_assignment where role = ${role} and ended_at is null limit 1`.execute(
      services.db,
    )
    return await signedIn(rows[0]?.id ?? '')
  }
  const look = async (page: Page, state: string) => await assertAccessible(page, state)

  const team = await open(await personWith('programme-team'), 320)
  await team.goto(`${listener.url}${base}`)
  await look(team, 'the steps of the assessment')
  await team.getByRole('link', { name: 'Sift' }).click()
  await look(team, 'nothing in scope yet')
  await team.getByRole('button', { name: /^Take the outcome of the rules/ }).click()
  await look(team, 'sifted by the rules')
  for (const box of await team.getByRole('checkbox').all()) await box.check()
  await team.getByRole('button', { name: 'Find the selected in scope' }).click()
  await team.getByText(/applications are in scope\./).waitFor()
  await team.getByRole('link', { name: /^DD-/ }).first().click()
  await look(team, 'sifting one application')
  await team.getByRole('radio', { name: 'Out of scope' }).check()
  await team.getByRole('button', { name: 'Save' }).click()
  await team.getByText('Error: Enter the reason why it is out of scope'.slice(7)).first().waitFor()
  await look(team, 'a reason is missing')

  const assessor = await open(await personWith('assessor'), 320)
  await assessor.goto(`${listener.url}/assess/example-fund/finished-round/profile`)
  await look(assessor, 'the profile of an assessor')
  await assessor.getByRole('radio', { name: /^An employer/ }).check()
  await assessor.getByLabel('Its name').fill('council')
  await assessor.getByRole('button', { name: 'Add', exact: true }).click()
  await assessor.getByText('Which do you mean by').waitFor()
  await look(assessor, 'which body is meant')

  await team.goto(`${listener.url}${base}/assessors`)
  await look(team, 'the assessors')
  await team.goto(`${listener.url}${base}/conflicts`)
  await look(team, 'the conflicts')
  await team.goto(`${listener.url}${base}/assignment`)
  await look(team, 'nothing is assigned')
  await team.getByRole('button', { name: 'Work out who reads what' }).click()
  await team.getByRole('heading', { name: /Assignment 1/ }).waitFor()
  const accept = team.getByRole('button', { name: 'Accept this assignment' })
  while (!(await accept.isVisible())) await team.goto(`${listener.url}${base}/assignment/runs/1`)
  await look(team, 'an assignment was worked out')
  await accept.click()
  await team.getByText(/The assignment is in force: \d+ begun, 0 ended\./).waitFor()
  await look(team, 'an assignment is in force')
  const { rows } = await sql<{ live: number }>`
    select count(*) as live from assignment where ended_at is null and why = 'assigned'`.execute(services.db)
  assert.ok((rows[0]?.live ?? 0) > 50)

  // Four of six turn out to have an interest in one application, of which three are to score each.
  const { rows: held } = await sql<{ reference: string }>`
    with one as (select id, round_id, reference, lead_id as lead from application
      where id in (select application_id from assignment where ended_at is null) order by reference limit 1),
    people as (select a.round_id, a.person_id from assessor a, one
      where a.round_id = one.round_id and a.state = 'accepted' order by a.person_id limit 4),
    added as (insert into assessor_interest (id, round_id, person_id, kind, organisation_id, recorded_at)
      select gen_random_uuid(), people.round_id, people.person_id, 'authority', one.lead, now() from people, one)
    select reference from one`.execute(services.db)
  await team.goto(`${listener.url}${base}/assignment`)
  await team.getByRole('button', { name: 'Work it out again' }).click()
  await team.getByRole('heading', { name: /Assignment 2/ }).waitFor()
  const cause = team.getByRole('heading', { name: 'There is no such assignment' })
  while (!(await cause.isVisible())) await team.goto(`${listener.url}${base}/assignment/runs/2`)
  await team
    .getByText(new RegExp(`${held[0]?.reference} needs 3 assessors, and (only|nobody) .*free of a conflict`))
    .waitFor()
  await look(team, 'there is no assignment, in a sentence')
  await team.setViewportSize({ width: 1280, height: 900 })
  await look(team, 'there is no assignment, in a sentence, wide')
})
