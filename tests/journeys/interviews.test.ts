import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { rulesIn } from '../../src/core/rules/index.ts'
import { ukParts } from '../../src/core/time/uk-moment.ts'
import { finalScores } from '../../src/features/decisions/index.ts'
import type { StandingPlace } from '../../src/features/decisions/interviewing/places.store.ts'
import { sealOf } from '../../src/features/funds/index.ts'
import { assertAccessible } from '../support/axe.ts'
import { browseAs, fillParts, press, seededPerson, type Use } from '../support/browse-as.ts'
import { openBrowser } from '../support/browser.ts'
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

const day = 86_400_000
const criteria = ['interview-understanding', 'interview-leadership']

/** A made-up round whose shortlist is frozen: from an empty panel to final scores. */
describe('the interviews of a round', () => {
  const ends: (() => Promise<void>)[] = []
  let round: RoundToInterview
  let browser: Browser
  let url: string
  let team: string
  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    round = await roundToInterview(life, 4, true)
    await sql`update shortlist set told_at = now() where round_id = ${round.roundId}::uuid`.execute(round.services.db)
    url = await serve(life, round)
    browser = await openBrowser(life)
    team = await seededPerson(round, 'programme')
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const as = async (personId: string, use: Use, scripts = false): Promise<void> =>
    await browseAs(browser, round, url)(personId, scripts, use)
  const main = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''
  /** Asks for a timetable, waits until it is worked out, and publishes it. @returns what its page said */
  const planAndPublish = async (page: Page, name: string): Promise<string> => {
    await page.goto(`${url}${interviewsAddress}/timetable`)
    await press(page, 'Work out a timetable')
    await page.waitForURL(/runs\/\d+$/)
    const publish = page.getByRole('button', { name: 'Publish this timetable' })
    for (let tries = 0; (await publish.count()) === 0 && tries < 600; tries += 1) {
      await page.waitForTimeout(200)
      await page.reload()
    }
    await assertAccessible(page, name, false)
    const said = await main(page)
    await publish.click()
    await page.getByText('We have emailed everybody concerned').waitFor()
    return said
  }

  it('are set up by the programme team: a panel with chairs, sessions and questions for all', async () => {
    await as(team, async (page) => {
      for (const [at, { id }] of round.panel.entries()) {
        await page.goto(`${url}${interviewsAddress}/panel`)
        if (at === 0) await assertAccessible(page, 'a panel of nobody', false)
        await page.locator('#person').selectOption(id)
        if (at < 2) await page.getByLabel('Can chair').check()
        await press(page, 'Add to the panel')
      }
      await page.goto(`${url}${interviewsAddress}/sessions`)
      await press(page, 'Add the session')
      await assertAccessible(page, 'a session that lacks everything', false)
      for (const [days, half, clock] of [
        [20, 'Morning', '9:30am'],
        [20, 'Afternoon', '1:30pm'],
        [21, 'Morning', '9:30am'],
      ] as const) {
        const { day: on, month, year } = ukParts(new Date(Date.now() + days * day))
        await fillParts(page, 'starts', { day: on, month, year, clock })
        await page.getByLabel(half).check()
        await page.locator('#place').fill('Room 2, 10 Made-up Street')
        await page.locator('#slots').fill('6')
        await page.locator('#minutes').fill('30')
        await press(page, 'Add the session')
      }
      await assertAccessible(page, 'sessions', false)
      await page.goto(`${url}${interviewsAddress}/questions`)
      await page.locator('#question').fill('Who will miss the service as it is, and what have you told them?')
      await press(page, 'Add the question')
      await assertAccessible(page, 'questions of every interview', false)
    })
  })

  it('are placed when members and applicants have said when they can come, and everybody is told', async () => {
    const [first, ...others] = round.panel
    assert.ok(first !== undefined)
    await as(first.id, async (page) => {
      await page.goto(`${url}${panelAddress}/profile`)
      await press(page, 'Confirm that there is nothing')
      await assertAccessible(page, 'whom a member of the panel has to do with', false)
      await page.goto(`${url}${panelAddress}/availability`)
      for (const box of await page.locator('input[name="half-days"]').all()) await box.check()
      await assertAccessible(page, 'when a member can come', false)
      await press(page, 'Save')
    })
    for (const member of others)
      await member.browser.post(`${panelAddress}/availability`, { 'half-days': await halfDaysFor(member) })
    await as(team, async (page) => {
      assert.match(await planAndPublish(page, 'a timetable worked out'), /Every interview has a place/)
      await assertAccessible(page, 'the published timetable', false)
    })
    assert.ok((await standingIn(round)).length >= 10)
  })

  it('are confirmed by one applicant and moved for another, and planning again moves nobody else', async () => {
    const [asks, confirms] = await standingIn(round)
    assert.ok(asks !== undefined && confirms !== undefined)
    const personOf = async ({ applicationId }: StandingPlace, name: string) =>
      await applicantPerson(round, applicationId, { email: `${name.toLowerCase()}@example.gov.uk`, name })
    const own = ({ reference }: StandingPlace) => `${url}/applications/${reference}/interview`
    await as(await personOf(confirms, 'Ann'), async (page) => {
      await page.goto(own(confirms))
      await page.getByLabel('Yes, we confirm it').check()
      await press(page, 'Send')
      await assertAccessible(page, 'an interview that is confirmed', false)
    })
    await as(await personOf(asks, 'Ben'), async (page) => {
      await page.goto(own(asks))
      await page.getByLabel('No, we ask to move it').check()
      await press(page, 'Send')
      await assertAccessible(page, 'a wish to move without a reason', false)
      await page.locator('#reason').fill('Our council meets then; any other day is well')
      await press(page, 'Send')
    })
    await as(team, async (page) => {
      await page.goto(`${url}${interviewsAddress}/timetable`)
      await page.getByRole('link', { name: asks.reference }).first().click()
      await assertAccessible(page, 'an interview that is asked to be moved', false)
      assert.match(await main(page), /any other day is well/)
      await page.locator('#where').selectOption({ index: (await page.locator('#where option').count()) - 1 })
      await page.locator('#reason').fill('They asked')
      await press(page, 'Move and tell everybody')
      const before = await standingIn(round)
      assert.match(
        await planAndPublish(page, 'a timetable worked out again'),
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
    await as(team, async (page) => {
      await page.goto(`${url}${interviewsAddress}`)
      await press(page, 'Open interviews')
      await assertAccessible(page, 'interviews that are open', false)
    })
    const [first, second] = await standingIn(round)
    const member = round.panel.find(({ id }) => first?.memberIds.includes(id) && second?.memberIds.includes(id))
    assert.ok(first !== undefined && second !== undefined && member !== undefined)
    await as(member.id, async (page) => {
      const declare = async ({ reference }: StandingPlace, conflict: 'yes' | 'no') => {
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
      await declare(second, 'yes')
      await page.getByText('You leave the room for that interview').first().waitFor()
      await assertAccessible(page, 'the interviews of a member of the panel', false)
      await declare(first, 'no')
      await page.waitForURL(new RegExp(`${first.reference}$`))
      await assertAccessible(page, 'an interview to score', false)
      for (const criterion of criteria) {
        await tabTo(page, page.locator(`input[name="points-${criterion}"]`).first())
        await page.keyboard.press('Space')
        await page.keyboard.press('ArrowDown')
        await tabTo(page, page.locator(`#comment-${criterion}`))
        await page.keyboard.type(`Said in the room: ${criterion}`)
      }
      await pressByKey(page, page.getByRole('button', { name: 'Save and submit' }))
      await page.getByText('Your scores are submitted').waitFor()
      await assertAccessible(page, 'an interview that is scored', false)
    })
    assert.equal(
      (await standingIn(round)).find(({ reference }) => reference === second.reference)?.recusedIds.includes(member.id),
      true,
    )
    scored = first
  })

  it('are closed with what is missing said, and count by their sealed weight', async () => {
    assert.ok(scored !== undefined)
    await as(team, async (page) => {
      await page.goto(`${url}${interviewsAddress}`)
      await press(page, 'Close interviews')
      await assertAccessible(page, 'interviews that lack scores', false)
      await page.locator('#reason').fill('The rest of this made-up panel is on a made-up holiday')
      await press(page, 'Close interviews')
      await assertAccessible(page, 'interviews that are closed', false)
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
    assert.equal(scores.filter(({ interviewPercent }) => interviewPercent !== null).length, 1)
  })
})
