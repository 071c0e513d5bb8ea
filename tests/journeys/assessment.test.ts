import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { tellShortlists } from '../../src/features/assessment/shortlisting/tell-applicants.ts'
import type { SeededAssessor } from '../../src/seeds/assessed/seed-assessors.ts'
import { seedMadeUpRound } from '../../src/seeds/finished-round.ts'
import type { SeedRole } from '../../src/seeds/people.ts'
import { assertAccessible } from '../support/axe.ts'
import { browseAs, fillParts, personWith, press, seededPerson, type Use } from '../support/browse-as.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { addMadeUpAssessors, scoreTheRest } from '../support/made-up-assessors.ts'
import { scoreByKeyboard } from '../support/score-by-keyboard.ts'
import { type TestServer, testServer } from '../support/server.ts'
import { serve } from '../support/site.ts'
import { freshDatabase } from '../support/template.ts'
import { verifyExported } from '../support/verify-exported.ts'

const assessment = '/manage/funds/example-fund/finished-round/assessment'
const assess = '/assess/example-fund/finished-round'
const day = 86_400_000

/** Those who score in a browser; the generator brings 17 more. */
const assessors = [
  { email: 'ada@assessor.example', name: 'Ada Marsh', scripts: true, points: [3, 4, 3, 3, 4] },
  { email: 'ben@assessor.example', name: 'Ben Holt', scripts: true, points: [3, 3, 3, 2, 3] },
  { email: 'cat@assessor.example', name: 'Cat Lowe', scripts: false, points: [3, 3, 2, 1, 3] },
] as const
const size = { applications: 120, assessors: 17 } as const
/** Reviews that each of the three writes in the browser. */
const byHand = 2

/** The made-up round of 120 applications from its close to a shortlist that is told and replayed, by those who do it. */
describe('the assessment of a round of 120 applications', () => {
  const ends: (() => Promise<void>)[] = []
  /** How far the clock of the service is ahead of the machine's: days pass between the steps. */
  let ahead = 0
  let server: TestServer
  let url: string
  let browser: Browser
  let roundId: string
  let programmeId: string
  let madeUp: readonly SeededAssessor[]
  let scorable: number
  let near: string
  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    const clock = () => new Date(Date.now() + ahead)
    server = await testServer(life, await freshDatabase(life), { work: true, clock })
    const { services } = server
    const made = await services.db.transaction().execute(
      async (tx) =>
        await seedMadeUpRound(tx, services, services.clock(), {
          ...size,
          stage: 'submitted',
          written: [],
        }),
    )
    roundId = made.roundId
    programmeId = made.programmeId
    url = await serve(life, server)
    browser = await openBrowser(life)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const seeded = async (role: SeedRole) => await seededPerson(server, role)
  const known = async (email: string) => await personWith(server, email)
  const as = async (personId: string, scripts: boolean, use: Use) =>
    await browseAs(browser, server, url)(personId, scripts, use)

  const count = async (what: 'review' | 'assignment'): Promise<number> => {
    const { rows } = await sql<{ count: number }>`
      select case when ${what} = 'review' then (select count(*) from review where state = 'submitted')
        else (select count(*) from assignment where ended_at is null) end as count`.execute(server.services.db)
    return rows[0]?.count ?? 0
  }

  /** A thread works something out; somebody looks again until it has. */
  async function lookAgainFor(page: Page, what: ReturnType<Page['locator']>): Promise<void> {
    for (let looks = 0; looks < 2_000 && (await what.count()) === 0; looks += 1) await page.reload()
    assert.ok((await what.count()) > 0, (await page.locator('main').textContent()) ?? '')
  }

  const rowCount = async (page: Page, words: string): Promise<number> =>
    Number(await page.getByRole('row').filter({ hasText: words }).first().getByRole('cell').last().textContent())

  it('is sifted by the programme team, some by hand, page by page', async () => {
    await as(await seeded('programme'), false, async (page) => {
      await page.goto(`${url}${assessment}/sift`)
      assert.equal(await rowCount(page, 'Received in all'), size.applications)
      await press(page, /Take the outcome of the rules/)
      await page.getByText('Showing 1 to 25 of').first().waitFor()
      await assertAccessible(page, 'the sift')
      // One is out of scope, which takes a reason; who sifts comes back to the same list.
      await page
        .getByRole('link', { name: /^Open DD-/ })
        .nth(3)
        .click()
      await page.getByRole('radio', { name: 'Out of scope' }).check()
      await page.locator('#scopeReason').fill('It asks for a building, not for another way of running a service')
      await press(page, 'Save')
      const find = page.getByRole('button', { name: 'Find the selected in scope' })
      for (let pages = 0; pages < 10 && (await find.count()) > 0; pages += 1) {
        for (const box of await page.locator('input[name="references"]').all()) await box.check()
        await find.click()
      }
      assert.equal(await rowCount(page, 'Not sifted yet'), 0)
      assert.equal(await rowCount(page, 'Out of scope'), 1)
      scorable = await rowCount(page, 'To be scored')
      assert.ok(scorable > 100)
      await page.getByRole('link', { name: 'To be scored' }).click()
      await page.getByRole('link', { name: 'Next page' }).click()
      await page.getByText(`Showing 26 to 50 of ${scorable}`).waitFor()
    })
  })

  it('gets its assessors: three are asked and say what they know', async () => {
    await as(await seeded('programme'), false, async (page) => {
      for (const { email, name } of assessors) {
        await page.goto(`${url}${assessment}/assessors`)
        await page.locator('#email').fill(email)
        await page.locator('#name').fill(name)
        await press(page, 'Send the invitation')
      }
    })
    for (const { email } of assessors)
      await as(await known(email), false, async (page) => {
        await page.goto(`${url}${assess}/invitation`)
        await page.locator('input[name="answer"][value="accepted"]').check()
        await press(page, 'Continue')
        await page.goto(`${url}${assess}/profile`)
        for (const box of (await page.locator('input[name="serviceAreas"]').all()).slice(0, 4)) await box.check()
        await press(page, 'Save what you know')
        await page.goto(`${url}${assess}/profile`)
        await press(page, /Confirm that there is nothing/)
      })
    madeUp = await addMadeUpAssessors(server.services, { roundId, programmeId, ...size })
  })

  it('is assigned by the solver, and scoring opens', async () => {
    await as(await seeded('programme'), false, async (page) => {
      await page.goto(`${url}${assessment}/assignment`)
      await press(page, 'Work out who reads what')
      await page.waitForURL('**/assignment/runs/1')
      const accept = page.getByRole('button', { name: 'Accept this assignment' })
      await lookAgainFor(page, accept)
      await assertAccessible(page, 'the assignment')
      await accept.click()
      await page.getByText(`The assignment is in force: ${3 * scorable} begun, 0 ended.`).waitFor()
      await page.goto(`${url}${assessment}/scoring`)
      await fillParts(page, 'due', { day: '1', month: '6', year: '2099', clock: '5pm' })
      await press(page, 'Open scoring')
      await page.getByText('Nobody, the programme team included, sees a score').waitFor()
    })
    assert.equal(await count('assignment'), 3 * scorable)
  })

  for (const { email, name, scripts, points } of assessors) {
    it(`${name} declares and scores with the keyboard alone (scripts ${scripts ? 'on' : 'off'})`, async () => {
      const done = await count('review')
      await as(await known(email), scripts, async (page) => {
        for (let left = byHand; left > 0; left -= 1) await scoreByKeyboard(page, `${url}${assess}`, points)
      })
      assert.equal(await count('review'), done + byHand)
    })
  }

  it('shows nobody a score before scoring has closed', async () => {
    const since = server.services.clock()
    ahead += 3 * day
    const made = await scoreTheRest(server.services, { roundId, assessors: madeUp, since })
    assert.equal(made, 3 * scorable - assessors.length * byHand)
    await as(await seeded('programme'), false, async (page) => {
      for (const path of ['moderation', 'shortlist', 'export', 'understanding']) {
        await page.goto(`${url}${assessment}/${path}`)
        assert.equal(await page.getByText(/Mean of 100|Plain mean/).count(), 0)
        assert.equal(await page.getByText('Ada Marsh').count(), 0)
      }
      await page.goto(`${url}${assessment}/scoring`)
      await press(page, 'Close scoring')
      await page.getByText('Scoring has closed').first().waitFor()
    })
  })

  /** Has what the scores say worked out. @returns how many applications the picture draws in each band */
  async function understand(page: Page, reviews: number): Promise<readonly number[]> {
    await page.goto(`${url}${assessment}/understanding`)
    const ask = page.getByRole('button', { name: /^Work it out/ })
    if ((await ask.count()) > 0) await ask.click()
    const counted = page.locator('.app-statistics__item').filter({ hasText: 'Reviews that count' })
    const main = page.locator('main').filter({ has: counted.filter({ hasText: String(reviews) }) })
    await lookAgainFor(page, main.filter({ hasNotText: /being worked out|changed since this was worked out/ }))
    const bands = [...((await page.locator('#bands-description').textContent()) ?? '').matchAll(/\d+/g)].map(Number)
    return bands.slice(0, 3)
  }

  it('is understood: how assessors agree, and the picture of the bands with its table', async () => {
    await as(await seeded('programme'), true, async (page) => {
      const bands = await understand(page, 3 * scorable)
      assert.equal(
        bands.reduce((sum, each) => sum + each, 0),
        scorable,
      )
      assert.ok(
        bands.every((each) => each > 0),
        `${bands}`,
      )
      const ranked = page.getByRole('region', { name: 'Ranking', exact: true }).locator('tbody tr')
      const counts = { in: 0, near: 0, out: 0, rows: 0, tied: 0 }
      for (let from = 0; from < scorable; from += 50) {
        await page.goto(`${url}${assessment}/understanding?from=${from}`)
        for (const shape of ['in', 'near', 'out'] as const)
          counts[shape] += await page.locator(`.app-chart__picture .app-chart__${shape}`).count()
        counts.rows += await ranked.count()
        counts.tied += await ranked.filter({ hasText: 'Too close to tell' }).count()
      }
      const [clearIn, near, clearOut] = bands
      assert.deepEqual(counts, { in: clearIn, near, out: clearOut, rows: scorable, tied: near })
      await page.goto(`${url}${assessment}/understanding`)
      await page.getByRole('heading', { name: /agree/ }).first().waitFor()
      await assertAccessible(page, 'what the scores say')
      await ranked.first().getByRole('link').click()
      await page.locator('.app-chart__picture').first().waitFor()
      await assertAccessible(page, 'the picture of one application')
    })
  })

  it('asks for a fourth opinion where it would matter most, and gets it', async () => {
    const email = await inQueue()
    await as(await known(email), false, async (page) => await scoreByKeyboard(page, `${url}${assess}`, [4, 4, 4, 4, 4]))
    await as(await seeded('programme'), false, async (page) => {
      await page.goto(`${url}${assessment}/understanding`)
      await page.getByText('Scores or rules have changed since').waitFor()
      await understand(page, 3 * scorable + 1)
      await page.goto(`${url}${assessment}/moderation/${near}`)
      const columns = page.getByRole('region', { name: 'Scores side by side' }).getByRole('columnheader')
      assert.equal(await columns.count(), 1 + 4 + 1)
    })
    await as(await known(email), false, async (page) => {
      await page.goto(`${url}${assess}`)
      await page.getByRole('link', { name: 'How your scores compare' }).click()
      await page.getByText('How much of the scale you use').waitFor()
      await assertAccessible(page, 'how an assessor’s own scores compare')
    })
  })

  /** The panel finds where one more opinion would matter, and asks the first who can. @returns who that is, by email */
  async function inQueue(): Promise<string> {
    let name = ''
    await as(await seeded('panel'), false, async (page) => {
      await page.goto(`${url}${assessment}/moderation`)
      await page.getByText('Scores far apart').first().waitFor()
      await assertAccessible(page, 'the moderation queue')
      const rows = page.getByRole('region', { name: 'One more assessor would matter most' }).locator('tbody tr')
      for (const text of await rows.locator('td:nth-child(2)').allTextContents()) {
        const chance = Number(/: (\d+) in 10/.exec(text)?.[1])
        assert.ok(chance >= 2 && chance <= 8, text)
      }
      const link = rows.first().getByRole('link')
      near = (await link.textContent()) ?? ''
      await link.click()
      const option = page.locator('#person option').nth(1)
      name = ((await option.textContent()) ?? '').split(',')[0]?.trim() ?? ''
      await page.locator('#person').selectOption({ index: 1 })
      await press(page, 'Ask for one more opinion')
      await page.getByText('is asked for one more opinion').first().waitFor()
    })
    const { rows } = await sql<{ email: string }>`
      select p.email from assignment a join person p on p.id = a.person_id join application x on x.id = a.application_id
      where a.why = 'extra' and a.ended_at is null and x.reference = ${near}`.execute(server.services.db)
    assert.equal(rows.length, 1, name)
    return rows[0]?.email ?? ''
  }

  it('is moderated by the panel: the score that was given stays beside', async () => {
    await as(await seeded('panel'), false, async (page) => {
      await page.goto(`${url}${assessment}/moderation`)
      await page.getByRole('region', { name: 'For the meeting' }).locator('tbody a').first().click()
      const given = page.getByRole('region', { name: 'Scores side by side' }).locator('tbody td').first()
      const [points] = ((await given.textContent()) ?? '').trim().split(' ')
      await given.getByRole('link', { name: 'Moderate' }).click()
      await page.getByLabel('Moderated score').selectOption(points === '2' ? '3' : '2')
      await assertAccessible(page, 'the meeting with a score to moderate')
      await page.getByLabel('Reason', { exact: true }).first().fill('The staff survey in the answer was overlooked')
      await press(page, 'Save the moderated score')
      await page.getByText(`(given ${points})`).first().waitFor()
      await assertAccessible(page, 'the meeting')
      await page.locator('#note').fill('All agree now')
      await page.getByRole('group', { name: 'Is it settled?' }).getByRole('radio', { name: 'Yes' }).check()
      await press(page, 'Save the note and go on')
      await page.getByText('is saved').first().waitFor()
      await page.getByText(/1 of \d+ settled/).waitFor()
    })
    await as(await seeded('programme'), false, async (page) => {
      await understand(page, 3 * scorable + 1)
    })
  })

  it('comes to a shortlist with departures that have reasons, frozen and told at the time that was set', async () => {
    const { services } = server
    await as(await seeded('programme'), true, async (page) => {
      await page.goto(`${url}${assessment}/shortlist`)
      await assertAccessible(page, 'the proposed shortlist')
      const rows = page.getByRole('region', { name: 'Shortlist' }).locator('tbody tr')
      assert.equal(await rows.count(), 25)
      await page.getByText(`Showing 1 to 25 of ${scorable}`).waitFor()
      await rows.first().getByRole('link').click()
      await page.locator('input[name="chosen"][value="no"]').check()
      await page.locator('#rule').selectOption('assurance')
      await page.locator('#reason').fill('The accounts of last year were qualified by the external auditor')
      await press(page, 'Save the decision')
      await page
        .getByText('Checks found a risk: The accounts of last year were qualified by the external auditor')
        .waitFor()
      // Where lots decide, the public value that the rules named comes first.
      const draw = page.getByRole('link', { name: 'Enter the public value of the draw' })
      if ((await draw.count()) > 0) {
        await draw.click()
        await page.locator('#value').fill('4 8 15 16 23 42')
        await press(page, 'Save')
      }
      await page.getByRole('button', { name: 'Freeze the shortlist' }).click()
      await fillParts(page, 'tell', { day: '1', month: '6', year: '2099', clock: '9am' })
      await page.locator('input[name="approval"][value="no"]').check()
      await page.locator('#reason').fill('The funder has delegated it')
      await page.getByRole('button', { name: 'Freeze', exact: true }).click()
      const summary = page.locator('.govuk-error-summary')
      await summary
        .or(page.getByText(/Frozen at/))
        .first()
        .waitFor()
      assert.deepEqual(await summary.allTextContents(), [])
      await assertAccessible(page, 'the frozen shortlist')
    })
    const told = async (at: string): Promise<boolean> => {
      await tellShortlists({ ...services, clock: () => new Date(at) })
      const { rows } = await sql<{ told: boolean }>`
        select told_at is not null as told from shortlist where round_id = ${roundId}::uuid`.execute(services.db)
      return rows[0]?.told ?? false
    }
    assert.equal(await told('2099-06-01T07:59:59Z'), false)
    assert.equal(await told('2099-06-01T08:00:00Z'), true)
    const context = await contextFor(browser, { scripts: false, width: 320 })
    try {
      const page = await context.newPage()
      await page.goto(`${url}/funds/example-fund/finished-round/shortlist`)
      assert.ok((await page.locator('main h2:has-text("On the shortlist") + ul li').count()) >= 19)
      await assertAccessible(page, 'the public shortlist')
    } finally {
      await context.close()
    }
  })

  it('replays in a process of its own, and a changed letter is found and named', async () => {
    let exported = ''
    await as(await seeded('auditor'), false, async (page, context) => {
      await page.goto(`${url}${assessment}/export`)
      const href = await page
        .getByRole('link', { name: 'Everything, as a file for programs (JSON)' })
        .getAttribute('href')
      exported = await (await context.request.get(`${url}${href}`)).text()
    })
    const same = await verifyExported(exported)
    assert.equal(same.exit, 0, same.output.slice(0, 600))
    const report = JSON.parse(same.output)
    assert.equal(report.ok, true, same.output.slice(0, 600))
    const events: readonly { sequence: number; action: string }[] = JSON.parse(exported).parts.events
    const frozen = events.find(({ action }) => action === 'shortlist.frozen')
    const changed = exported.replace('"shortlist.frozen"', '"shortlist.frozem"')
    assert.notEqual(changed, exported)
    const { ok, firstBroken } = JSON.parse((await verifyExported(changed)).output)
    assert.equal(ok, false)
    assert.equal(firstBroken.sequence, frozen?.sequence)
  })
})
