import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { rulesIn } from '../../src/core/rules/index.ts'
import { finalScores } from '../../src/features/decisions/index.ts'
import type { StandingPlace } from '../../src/features/decisions/interviewing/places.store.ts'
import { tellOutcomes } from '../../src/features/decisions/telling/tell-outcomes.ts'
import { sealOf } from '../../src/features/funds/index.ts'
import type { SeedRole } from '../../src/seeds/people.ts'
import { assertAccessible } from '../support/axe.ts'
import { browseAs, press, seededPerson, type Use } from '../support/browse-as.ts'
import { openBrowser } from '../support/browser.ts'
import {
  decisionsAddress,
  declareNone,
  depart,
  outcomesOn,
  readAndReplay,
  recordDecision,
  resultsAddress,
  writePapers,
} from '../support/decision-steps.ts'
import {
  declareByKeyboard,
  interviewCriteria,
  planAndPublish,
  scoreOtherInterviews,
  setUpInterviews,
} from '../support/interview-steps.ts'
import { press as pressByKey, tabTo } from '../support/keyboard.ts'
import { lastFirst } from '../support/last-first.ts'
import {
  applicantPerson,
  halfDaysFor,
  interviewsAddress,
  panelAddress,
  type RoundToInterview,
  roundToInterview,
  standingIn,
} from '../support/round-to-interview.ts'
import { serve } from '../support/site.ts'

const hour = 3_600_000

/** A made-up round from its frozen shortlist to results that anybody replays: each part goes on where the last ended. */
describe('from a shortlist to published results', () => {
  const ends: (() => Promise<void>)[] = []
  let ahead = 0
  let round: RoundToInterview
  let browser: Browser
  let url: string
  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    const size = { applications: 60, assessors: 10, clock: () => new Date(Date.now() + ahead) }
    round = await roundToInterview(life, 4, true, size)
    await sql`update shortlist set told_at = now() where round_id = ${round.roundId}::uuid`.execute(round.services.db)
    url = await serve(life, round)
    browser = await openBrowser(life)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const as = async (role: SeedRole, use: Use, scripts = false): Promise<void> =>
    await browseAs(browser, round, url)(await seededPerson(round, role), scripts, use)
  const main = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''

  describe('the interviews', () => {
    it('are set up by the programme team: a panel with chairs, sessions and questions for all', async () => {
      await as('programme', async (page) => {
        await setUpInterviews(page, url, round)
      })
    })

    it('are placed when members and applicants have said when they can come, and everybody is told', async () => {
      const [first, ...others] = round.panel
      assert.ok(first !== undefined)
      await browseAs(browser, round, url)(first.id, false, async (page) => {
        await page.goto(`${url}${panelAddress}/profile`)
        await press(page, 'Confirm that there is nothing')
        await assertAccessible(page, 'whom a member of the panel has to do with')
        await page.goto(`${url}${panelAddress}/availability`)
        for (const box of await page.locator('input[name="half-days"]').all()) await box.check()
        await assertAccessible(page, 'when a member can come')
        await press(page, 'Save')
      })
      for (const member of others)
        await member.browser.post(`${panelAddress}/availability`, { 'half-days': await halfDaysFor(member) })
      await as('programme', async (page) => {
        assert.match(await planAndPublish(page, url, 'a timetable worked out'), /Every interview has a place/)
        await assertAccessible(page, 'the published timetable')
      })
      assert.ok((await standingIn(round)).length >= 10)
    })

    it('are confirmed by one applicant and moved for another, and planning again moves nobody else', async () => {
      const [asks, confirms] = await standingIn(round)
      assert.ok(asks !== undefined && confirms !== undefined)
      const personOf = async ({ applicationId }: StandingPlace, name: string) =>
        await applicantPerson(round, applicationId, { email: `${name.toLowerCase()}@example.gov.uk`, name })
      const own = ({ reference }: StandingPlace) => `${url}/applications/${reference}/interview`
      await browseAs(browser, round, url)(await personOf(confirms, 'Ann'), false, async (page) => {
        await page.goto(own(confirms))
        await page.getByLabel('Yes, we confirm it').check()
        await press(page, 'Send')
        await assertAccessible(page, 'an interview that is confirmed')
      })
      await browseAs(browser, round, url)(await personOf(asks, 'Ben'), false, async (page) => {
        await page.goto(own(asks))
        await page.getByLabel('No, we ask to move it').check()
        await press(page, 'Send')
        await assertAccessible(page, 'a wish to move without a reason')
        await page.locator('#reason').fill('Our council meets then; any other day is well')
        await press(page, 'Send')
      })
      await as('programme', async (page) => {
        await page.goto(`${url}${interviewsAddress}/timetable`)
        await page.getByRole('link', { name: asks.reference }).first().click()
        await assertAccessible(page, 'an interview that is asked to be moved')
        assert.match(await main(page), /any other day is well/)
        await page.locator('#where').selectOption({ index: (await page.locator('#where option').count()) - 1 })
        await page.locator('#reason').fill('They asked')
        await press(page, 'Move and tell everybody')
        const before = await standingIn(round)
        assert.match(
          await planAndPublish(page, url, 'a timetable worked out again'),
          /Nothing is moved from where it is published/,
        )
        const places = (list: readonly StandingPlace[]) =>
          list.map(({ reference, sessionId, slot }) => [reference, sessionId, slot])
        assert.deepEqual(places(await standingIn(round)), places(before))
        assert.match(await main(page), new RegExp(`${confirms.reference}(?:(?!DD-)[^])*Confirmed`))
      })
    })

    let scored: StandingPlace | undefined

    it('are left by who has a conflict and scored by the others, with the keyboard alone and without scripts', async () => {
      await as('programme', async (page) => {
        await page.goto(`${url}${interviewsAddress}`)
        await press(page, 'Open interviews')
        await assertAccessible(page, 'interviews that are open')
      })
      const [first, second] = await standingIn(round)
      const member = round.panel.find(({ id }) => first?.memberIds.includes(id) && second?.memberIds.includes(id))
      assert.ok(first !== undefined && second !== undefined && member !== undefined)
      await browseAs(browser, round, url)(member.id, false, async (page) => {
        await declareByKeyboard(page, url, second, 'yes')
        await page.getByText('You leave the room for that interview').first().waitFor()
        await assertAccessible(page, 'the interviews of a member of the panel')
        await declareByKeyboard(page, url, first, 'no')
        await page.waitForURL(new RegExp(`${first.reference}$`))
        await assertAccessible(page, 'an interview to score')
        for (const criterion of interviewCriteria) {
          await tabTo(page, page.locator(`input[name="points-${criterion}"]`).first())
          await page.keyboard.press('Space')
          await page.keyboard.press('ArrowDown')
          await tabTo(page, page.locator(`#comment-${criterion}`))
          await page.keyboard.type(`Said in the room: ${criterion}`)
        }
        await pressByKey(page, page.getByRole('button', { name: 'Save and submit' }))
        await page.getByText('Your scores are submitted').waitFor()
        await assertAccessible(page, 'an interview that is scored')
      })
      assert.equal(
        (await standingIn(round))
          .find(({ reference }) => reference === second.reference)
          ?.recusedIds.includes(member.id),
        true,
      )
      scored = first
    })

    it('are closed with what is missing said, and count by their sealed weight', async () => {
      assert.ok(scored !== undefined)
      const others = await scoreOtherInterviews(round, scored)
      await as('programme', async (page) => {
        await page.goto(`${url}${interviewsAddress}`)
        await press(page, 'Close interviews')
        await assertAccessible(page, 'interviews that lack scores')
        await page.locator('#reason').fill('The rest of this made-up panel is on a made-up holiday')
        await press(page, 'Close interviews')
        await assertAccessible(page, 'interviews that are closed')
        await page.goto(`${url}${interviewsAddress}/panel`)
        assert.match(await main(page), /Interviews have closed/)
      })
      const seal = await sealOf(round.services.db, round.roundId)
      assert.ok(seal !== undefined)
      const rules = rulesIn(seal.document)
      const scores = await finalScores(round.services.db, { id: round.roundId }, rules)
      const found = scores.find(({ reference }) => reference === scored?.reference)
      assert.ok(found?.interviewPercent != null)
      const weight = rules.interview.writtenPercent / 100
      const expected = weight * found.writtenPercent + (1 - weight) * found.interviewPercent
      assert.ok(Math.abs(found.totalPercent - expected) < 1e-6)
      // The second of five bands, of 0 to 4 points, on each criterion.
      assert.equal(found.interviewPercent, 25)
      assert.equal(scores.filter(({ interviewPercent }) => interviewPercent !== null).length, 1 + others)
    })
  })

  describe('the decision', () => {
    let portfolio = ''

    it('starts from a portfolio that is chosen exactly, with what each rule costs and what comes close', async () => {
      await as(
        'programme',
        async (page) => {
          await page.goto(`${url}${decisionsAddress}/portfolios`)
          await assertAccessible(page, 'no portfolios yet')
          await press(page, 'Work out what the rules propose')
          await page.waitForURL(/portfolios\/1$/)
          const { pathname } = new URL(page.url())
          portfolio = pathname
          const found = page.getByText('Worked out', { exact: true })
          for (let tries = 0; (await found.count()) === 0 && tries < 600; tries += 1) {
            await page.waitForTimeout(200)
            await page.reload()
          }
          assert.equal(await found.count(), 1)
          await assertAccessible(page, 'a portfolio')
          await page.getByText('What each rule of spread costs').first().waitFor()
          await page.getByText('Near misses: if one is put in').first().waitFor()
          assert.match((await page.locator('main').textContent()) ?? '', /Chosen in draws\s*of the scores/)
        },
        true,
      )
    })

    it('lets the panel try another by hand, and recommend it under a named rule with reasons', async () => {
      await as('programme', async (page) => await declareNone(page, url))
      await as('panel', async (page) => {
        await declareNone(page, url)
        await page.goto(`${url}${decisionsAddress}/recommendation`)
        const all = await outcomesOn(page)
        const out = all.findLast(({ now }) => now.startsWith('Award'))
        const into = all.find(({ now }) => now.startsWith('Reserve'))
        assert.ok(out && into, JSON.stringify(all))
        await depart(page, url, { reference: out.reference, outcome: 'Reserve', reason: 'Risky' })
        await assertAccessible(page, 'a departure without a reason of substance')
        assert.match((await page.locator('.govuk-error-summary').textContent()) ?? '', /reason/i)
        const risk = 'Its section 151 officer reported that it cannot balance its budget this year'
        await depart(page, url, { reference: out.reference, outcome: 'Reserve', reason: risk })
        const instead = 'It is first in reserve and takes the place of the one in which checks found a risk'
        await depart(page, url, { reference: into.reference, outcome: 'Award', reason: instead })
        await assertAccessible(page, 'the recommendation')
        assert.match((await page.locator('main').textContent()) ?? '', /departures\s*2/)
      })
      await as('programme', async (page) => {
        await writePapers(page, url)
        await page.goto(`${url}${decisionsAddress}/recommendation`)
        await press(page, 'Freeze the recommendation')
        await assertAccessible(page, 'the frozen recommendation')
      })
    })

    it('is decided by a minister, who says when everybody is told', async () => {
      await as('decision', async (page) => {
        await page.goto(`${url}/home`)
        assert.match((await page.locator('main').textContent()) ?? '', /Decide on awards of/)
        await declareNone(page, url)
        await page.goto(`${url}${decisionsAddress}/decision`)
        assert.match((await page.locator('main').textContent()) ?? '', /cannot balance its budget this year \(/)
        await assertAccessible(page, 'what is before whoever decides')
        await recordDecision(page, url)
        await assertAccessible(page, 'the decision')
      })
    })

    it('is told in letters that the team writes and looks at first', async () => {
      await as('programme', async (page) => {
        await page.goto(`${url}${decisionsAddress}`)
        await page.getByRole('link', { name: 'Telling the funders' }).click()
        await assertAccessible(page, 'telling the funders')
        await page.goto(`${url}${decisionsAddress}/telling`)
        await assertAccessible(page, 'telling everybody')
        await page.getByRole('link', { name: 'Offered an award', exact: true }).click()
        await page.getByLabel('Text of the letter').fill('{{outcome}} It is {{reference}}, {{councel}}.')
        await press(page, 'Save')
        await assertAccessible(page, 'a letter with what no letter takes')
        await page
          .getByLabel('Text of the letter')
          .fill('## Well done\n\n{{outcome}} It is {{reference}}.\n\n- {{debrief}}\n- {{complaint}}')
        await press(page, 'Preview')
        await assertAccessible(page, 'the preview of a letter')
        assert.match((await page.locator('#preview').textContent()) ?? '', /offered an award of £/)
        await press(page, 'Save')
        await page.getByText('The letter is saved').waitFor()
      })
    })

    it('is told to nobody before its time, and then to everybody', async () => {
      const { services } = round
      const told = async (): Promise<string> => {
        await tellOutcomes(services)
        let said = ''
        await as('programme', async (page) => {
          await page.goto(`${url}${decisionsAddress}/awards`)
          await assertAccessible(page, 'awards')
          said = (await page.locator('main').textContent()) ?? ''
        })
        return said
      }
      assert.match(await told(), /are offered, from/)
      ahead = 2 * hour
      assert.match(await told(), /What is offered and accepted/)
    })

    it('is read by its applicant on one page, from the application on', async () => {
      const { rows } = await sql<{ personId: string; reference: string }>`
        select m.person_id as "personId", a.reference from award w join application a on a.id = w.application_id
          join membership m on m.organisation_id = a.lead_id and m.state = 'confirmed'
        order by a.reference limit 1`.execute(round.services.db)
      const [lead] = rows
      assert.ok(lead)
      await browseAs(browser, round, url)(lead.personId, false, async (page) => {
        await page.goto(`${url}/applications/${lead.reference}`)
        await assertAccessible(page, 'the tasks of an application that is decided')
        await page.getByRole('link', { name: 'The letter', exact: true }).click()
        await assertAccessible(page, 'what came of an application')
        const words = (await page.locator('main').textContent()) ?? ''
        for (const part of [
          'Received',
          'On the shortlist',
          'Interview',
          'Well done',
          'waits for the council’s signatures',
        ])
          assert.ok(words.includes(part), part)
      })
    })

    it('is published, and replays in a process of its own from what is published alone', async () => {
      await as('programme', async (page) => {
        await page.goto(`${url}/manage${resultsAddress}`)
        await assertAccessible(page, 'before results are published')
        await press(page, 'Publish the results')
        await assertAccessible(page, 'results that were not read over')
        await page.getByLabel('I have read every text').check()
        await press(page, 'Publish the results')
      })
      await readAndReplay(browser, url)
      assert.notEqual(portfolio, '')
    })
  })
})
