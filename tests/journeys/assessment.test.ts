import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { tellShortlists } from '../../src/features/assessment/shortlisting/tell-applicants.ts'
import { listen } from '../../src/platform/http/listen.ts'
import { seedMadeUpRound } from '../../src/seeds/finished-round.ts'
import { type SeedRole, seedPersonId } from '../../src/seeds/people.ts'
import { assertAccessible } from '../support/axe.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { press, tabTo } from '../support/keyboard.ts'
import { lastFirst } from '../support/last-first.ts'
import { type TestServer, testServer } from '../support/server.ts'
import { freshDatabase } from '../support/template.ts'

const assessment = '/manage/funds/example-fund/finished-round/assessment'
const assess = '/assess/example-fund/finished-round'
const criteria = ['case-for-change', 'outcomes', 'options', 'engagement', 'capacity'] as const

const assessors = [
  { email: 'ada@assessor.example', name: 'Ada Marsh', scripts: true, points: [3, 4, 3, 3, 4] },
  { email: 'ben@assessor.example', name: 'Ben Holt', scripts: true, points: [3, 3, 3, 2, 3] },
  { email: 'cat@assessor.example', name: 'Cat Lowe', scripts: false, points: [3, 3, 2, 0, 3] },
] as const

/** A made-up round from the close of applications to the shortlist, by the people who do it. */
describe('the assessment of a round', () => {
  const ends: (() => Promise<void>)[] = []
  let server: TestServer
  let url: string
  let browser: Browser
  let roundId: string
  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    server = await testServer(life, await freshDatabase(life), { work: true })
    const { services } = server
    const size = { applications: 3, assessors: 0, stage: 'submitted', written: [] } as const
    const made = await services.db
      .transaction()
      .execute(async (tx) => await seedMadeUpRound(tx, services, services.clock(), size))
    roundId = made.roundId
    const listener = await listen((request, response) => server.app.routing(request, response), '127.0.0.1', 0)
    life.after(listener.close)
    url = listener.url
    browser = await openBrowser(life)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const seeded = async (role: SeedRole) =>
    await server.services.db
      .transaction()
      .execute(async (tx) => await seedPersonId(tx, server.services, role, server.services.clock()))

  const known = async (email: string): Promise<string> => {
    const { rows } = await sql<{ id: string }>`select id from person where email = ${email}`.execute(server.services.db)
    assert.ok(rows[0], email)
    return rows[0].id
  }

  /** Somebody signed in, in a browser of their own. */
  async function as(
    personId: string,
    scripts: boolean,
    use: (page: Page, context: BrowserContext) => Promise<void>,
  ): Promise<void> {
    const { cookies } = await server.signedIn(personId)
    const context = await contextFor(browser, { scripts, width: 1280 })
    try {
      await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })))
      await use(await context.newPage(), context)
    } finally {
      await context.close()
    }
  }

  const click = async (page: Page, name: string | RegExp): Promise<void> => {
    await page.getByRole('button', { name }).first().click()
  }

  it('is sifted, and three assessors are asked', async () => {
    await as(await seeded('programme'), false, async (page) => {
      await page.goto(`${url}${assessment}/sift`)
      await click(page, /Take the outcome of the rules/)
      for (const box of await page.locator('input[name="references"]').all()) await box.check()
      await click(page, 'Find the selected in scope')
      for (const { email, name } of assessors) {
        await page.goto(`${url}${assessment}/assessors`)
        await page.locator('#email').fill(email)
        await page.locator('#name').fill(name)
        await click(page, 'Send the invitation')
      }
      await page.goto(`${url}${assessment}/assessors`)
      await page.getByText('Ada Marsh').first().waitFor()
    })
    for (const { email } of assessors)
      await as(await known(email), false, async (page) => {
        await page.goto(`${url}${assess}/invitation`)
        await page.locator('input[name="answer"][value="accepted"]').check()
        await click(page, 'Continue')
        await page.goto(`${url}${assess}/profile`)
        await click(page, /Confirm that there is nothing/)
      })
  })

  it('is assigned, and scoring opens', async () => {
    await as(await seeded('programme'), false, async (page) => {
      await page.goto(`${url}${assessment}/assignment`)
      await click(page, 'Work out who reads what')
      await page.waitForURL('**/assignment/runs/1')
      const accept = page.getByRole('button', { name: 'Accept and put into force' })
      // A thread works it out; somebody looks again until it has.
      for (let looks = 0; looks < 200 && (await accept.count()) === 0; looks += 1) await page.reload()
      assert.equal(await accept.count(), 1, (await page.locator('main').textContent()) ?? '')
      await assertAccessible(page, 'the assignment', false)
      await accept.click()
      await page.goto(`${url}${assessment}/scoring`)
      const due = { day: '1', month: '6', year: '2099', clock: '5pm' }
      for (const [part, value] of Object.entries(due)) await page.locator(`[name="due-${part}"]`).fill(value)
      await click(page, 'Open scoring')
      await page.getByText('Nobody, the programme team included, sees a score').waitFor()
    })
  })

  for (const { email, name, scripts, points } of assessors) {
    it(`${name} declares and scores with the keyboard alone (scripts ${scripts ? 'on' : 'off'})`, async () => {
      await as(await known(email), scripts, async (page) => {
        for (let left = 3; left > 0; left -= 1) {
          await page.goto(`${url}${assess}`)
          await press(page, page.locator('a[href$="/declare"]').first())
          await page.waitForURL('**/declare')
          await tabTo(page, page.locator('input[name="conflict"]').first())
          await page.keyboard.press('Space')
          await press(page, page.getByRole('button', { name: 'Continue' }))
          await page.waitForURL(/\/applications\/DD-[0-9A-Z-]+$/)
          for (const [at, criterion] of criteria.entries()) {
            await tabTo(page, page.locator(`input[name="points-${criterion}"]`).first())
            await page.keyboard.press('Space')
            for (let step = 0; step < (points[at] ?? 0); step += 1) await page.keyboard.press('ArrowDown')
            await tabTo(page, page.locator(`#comment-${criterion}`))
            await page.keyboard.type(`Seen in the answer: ${criterion}`)
          }
          await tabTo(page, page.locator('input[name="in-scope"]').first())
          await page.keyboard.press('Space')
          await tabTo(page, page.locator('input[name="no-conflict"]'))
          await page.keyboard.press('Space')
          await press(page, page.getByRole('button', { name: 'Save and submit' }))
          await page
            .getByText(/You have submitted this review|Submitted/)
            .first()
            .waitFor()
        }
        const { rows } = await sql<{ count: number }>`
          select count(*) from review where state = 'submitted' and person_id = ${await known(email)}::uuid`.execute(
          server.services.db,
        )
        assert.equal(rows[0]?.count, 3)
      })
    })
  }

  it('shows nobody a score before scoring has closed', async () => {
    await as(await seeded('programme'), false, async (page) => {
      for (const path of ['moderation', 'shortlist', 'export']) {
        await page.goto(`${url}${assessment}/${path}`)
        assert.equal(await page.getByText('Mean of 100').count(), 0)
        assert.equal(await page.getByText('Ada Marsh').count(), 0)
      }
      await page.goto(`${url}${assessment}/scoring`)
      await click(page, 'Close scoring')
      await page.getByText('Scoring has closed').first().waitFor()
    })
  })

  it('is understood: what the scores say is worked out', async () => {
    await as(await seeded('programme'), false, async (page) => {
      await page.goto(`${url}${assessment}/understanding`)
      const counted = page.getByText('Reviews that count')
      const ask = page.getByRole('button', { name: 'Work it out', exact: true })
      if ((await ask.count()) > 0) await ask.click()
      for (let looks = 0; looks < 200 && (await counted.count()) === 0; looks += 1) await page.reload()
      assert.equal(await counted.count(), 1, (await page.locator('main').textContent()) ?? '')
      await assertAccessible(page, 'what the scores say', false)
    })
  })

  it('is moderated by the panel: the score that was given stays beside', async () => {
    await as(await seeded('panel'), false, async (page) => {
      await page.goto(`${url}${assessment}/moderation`)
      await page.getByText('Scores far apart').first().waitFor()
      await assertAccessible(page, 'the moderation queue', false)
      await page.locator('main table a').first().click()
      await page.getByText('Cat Lowe: Engagement').click()
      const form = page.locator('details[open] form').first()
      await form.locator('select').selectOption('2')
      await form.locator('textarea').fill('The staff survey in the answer was overlooked')
      await form.getByRole('button', { name: 'Save the moderated score' }).click()
      await page.getByText('(given 0)').waitFor()
      await assertAccessible(page, 'the meeting', false)
      await page.locator('#note').fill('All three agree now')
      await click(page, 'Save the note')
      await page.getByText('Settled').first().waitFor()
    })
  })

  it('comes to a shortlist that is decided with a reason, frozen, and told', async () => {
    const { services } = server
    await as(await seeded('programme'), true, async (page) => {
      await page.goto(`${url}${assessment}/shortlist`)
      await assertAccessible(page, 'the proposed shortlist', true)
      await page.locator('main table a').first().click()
      await page.locator('input[name="chosen"][value="no"]').check()
      await page.locator('#rule').selectOption('assurance')
      await page.locator('#reason').fill('The accounts are qualified')
      await click(page, 'Save the decision')
      await page.getByText('Checks found a risk: The accounts are qualified').waitFor()
      await page.getByRole('button', { name: 'Freeze the shortlist' }).click()
      // Soon enough that the job which looks every minute would find it; here it is looked for at once.
      const soon = { day: '1', month: '6', year: '2099', clock: '9am' }
      for (const [part, value] of Object.entries(soon)) await page.locator(`[name="tell-${part}"]`).fill(value)
      await page.locator('input[name="approval"][value="no"]').check()
      await page.locator('#reason').fill('The funder has delegated it')
      await page.getByRole('button', { name: 'Freeze', exact: true }).click()
      await page
        .getByText(/Frozen at/)
        .first()
        .waitFor()
      await assertAccessible(page, 'the frozen shortlist', true)
    })
    await tellShortlists({ ...services, clock: () => new Date('2099-06-01T12:00:00Z') })
    const { rows } = await sql<{ told: boolean }>`
      select told_at is not null as told from shortlist where round_id = ${roundId}::uuid`.execute(services.db)
    assert.deepEqual(rows, [{ told: true }])
    const context = await contextFor(browser, { scripts: false, width: 320 })
    try {
      const page = await context.newPage()
      await page.goto(`${url}/funds/example-fund/finished-round/shortlist`)
      assert.equal(await page.locator('main h2:has-text("On the shortlist") + ul li').count(), 2)
      await assertAccessible(page, 'the public shortlist', false)
    } finally {
      await context.close()
    }
  })
})
