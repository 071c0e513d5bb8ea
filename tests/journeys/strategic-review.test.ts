import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { reviewsOf } from '../../src/features/reviews/index.ts'
import type { SeedRole } from '../../src/seeds/people.ts'
import { assertAccessible } from '../support/axe.ts'
import { browseAs, press, seededPerson } from '../support/browse-as.ts'
import { openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { type Site, startSite } from '../support/site.ts'
import { freshDatabase } from '../support/template.ts'

/** Of each scorer: the points of four criteria, and on each criterion the scores of seven options. */
const gifts = [
  ['colleague', ['100', '70', '80', '30'], ['40', '20', '45', '50', '85', '60', '35']],
  ['partner', ['100', '50', '40', '60'], ['45', '30', '55', '50', '70', '60', '40']],
  ['finance', ['70', '30', '60', '100'], ['45', '30', '50', '55', '65', '60', '45']],
] as const satisfies readonly (readonly [SeedRole, readonly string[], readonly string[]])[]

/** The made-up review of a youth service: from its baseline to its report, by those who work on it. */
describe('a strategic review', () => {
  const ends: (() => Promise<void>)[] = []
  let site: Site
  let browser: Browser
  let review: string
  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    site = await startSite(life, await freshDatabase(life))
    browser = await openBrowser(life)
    const [first] = await reviewsOf(site.services.db, await seededPerson(site, 'lead'))
    review = `${site.url}/reviews/${first?.reference}`
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const as = async (role: SeedRole, use: (page: Page) => Promise<void>, scripts = false): Promise<void> =>
    await browseAs(browser, site, site.url)(await seededPerson(site, role), scripts, use)
  const look = (page: Page, state: string) => assertAccessible(page, `strategic review, ${state}`)
  const main = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''

  it('begins with what the service is today, and its options', async () => {
    await as('lead', async (page) => {
      await page.goto(`${site.url}/home`)
      await page.getByRole('link', { name: 'Youth service' }).click()
      await look(page, 'overview')
      await page.getByRole('link', { name: 'The service and its duty' }).click()
      await page.getByLabel('How many people work in it?').fill('47')
      await look(page, 'baseline')
      await press(page, 'Save')
      await page.getByText('Saved.').waitFor()
      await page.getByRole('link', { name: 'Longlist of options' }).click()
      assert.equal(await page.getByRole('row').count(), 8)
      await page.goto(`${review}/filter`)
      await look(page, 'filter')
    })
  })

  it('shows what another weight does, with a slider as without one', async () => {
    const tried = async (page: Page) => await page.locator('[data-weight-if]').allTextContents()
    let moved: readonly string[] = []
    await as(
      'finance',
      async (page) => {
        await page.goto(`${review}/weighing/results`)
        const slider = page.getByRole('slider', { name: 'Weight in percent' })
        await slider.waitFor()
        const still = await tried(page)
        await slider.press('End')
        moved = await tried(page)
        assert.notDeepEqual(moved, still)
        await look(page, 'another weight, with a slider')
      },
      true,
    )
    await as('finance', async (page) => {
      await page.goto(`${review}/weighing/results`)
      await page.getByLabel('Its weight in percent').fill('100')
      await press(page, 'Show')
      assert.deepEqual(await tried(page), moved)
    })
  })

  it('is weighed and scored by three people, each alone, who see the result together', async () => {
    await as('lead', async (page) => {
      await page.goto(`${review}/weighing`)
      await page.getByText('Begin another round').first().click()
      await page.getByRole('button', { name: 'Begin another round' }).click()
    })
    for (const [role, points] of gifts)
      await as(role, async (page) => {
        await page.goto(`${review}/weighing/weights`)
        await fillAll(page, 'points', points)
        await press(page, 'Save my weights')
        await page.getByText('Your weights are kept').waitFor()
      })
    await as(
      'finance',
      async (page) => {
        await page.goto(`${review}/weighing/weights`)
        await page.getByRole('slider').first().press('End')
        assert.equal(await page.locator('input[name^="points-"]').first().inputValue(), '100')
        await look(page, 'own weights, with sliders')
      },
      true,
    )
    await as('lead', async (page) => {
      await page.goto(`${review}/weighing`)
      await press(page, 'Lock the weights and ask for scores')
    })
    for (const [role, points, scores] of gifts)
      await as(role, async (page) => {
        for (const at of points.keys()) {
          await page.goto(`${review}/weighing`)
          await page
            .getByRole('link', { name: /^Your scores: / })
            .nth(at)
            .click()
          await fillAll(page, 'score', scores)
          await press(page, 'Save my scores')
          await page.getByText('Your scores are kept').waitFor()
        }
      })
    await as('lead', async (page) => {
      await page.goto(`${review}/weighing`)
      await press(page, 'Reveal the scores')
      await page.goto(`${review}/weighing/results`)
      assert.match(await main(page), /“Staff mutual” is first/)
      await look(page, 'results of the weighing')
      await page.getByRole('link', { name: 'What other methods would say' }).click()
      assert.match(await main(page), /“Staff mutual” first too/)
      await look(page, 'what other methods would say')
    })
  })

  it('has its money entered, appraised, simulated and tried', async () => {
    await as('finance', async (page) => {
      await page.goto(`${review}/sheets/lines/mutual-5`)
      await page.getByLabel('How far above might it turn out?').fill('25')
      await look(page, 'line of money')
      await press(page, 'Save')
      await page.goto(`${review}/appraisal`)
      await look(page, 'appraisal summary')
      await page.getByRole('link', { name: 'Staff mutual' }).first().click()
      await look(page, 'ledgers')
      await page.goto(`${review}/uncertainty`)
      await look(page, 'nothing simulated')
      await press(page, 'Simulate')
      await page.getByText('is worked out and kept').waitFor()
      assert.match(await main(page), /has the highest net present social value in/)
      await look(page, 'simulated')
    })
  })

  it('follows a slider while it moves, as the server does without one', async () => {
    const after = async (page: Page) => await page.locator('[data-what-if-after]').allTextContents()
    let moved: readonly string[] = []
    await as(
      'finance',
      async (page) => {
        await page.goto(`${review}/what-if`)
        await look(page, 'what if, with a slider')
        const still = await after(page)
        await page.getByRole('slider').press('End')
        moved = await after(page)
        assert.notDeepEqual(moved, still)
      },
      true,
    )
    await as('finance', async (page) => {
      await page.goto(`${review}/what-if`)
      await page.getByLabel('Change in percent').fill('200')
      await press(page, 'Show')
      assert.deepEqual(await after(page), moved)
    })
  })

  it('ends in a report that rests on all of it, and is frozen', async () => {
    await as('lead', async (page) => {
      await page.goto(`${review}/report/whole`)
      const whole = await main(page)
      assert.match(whole, /“Staff mutual” has a net present social value of/)
      assert.match(whole, /By these weights and scores “Staff mutual” is first/)
      await look(page, 'report')
      await page.goto(`${review}/versions`)
      await page.getByLabel('What is the version for?').fill('Cabinet of 12 January 2027')
      await press(page, 'Freeze what is written now')
      assert.match(await main(page), /The version is as it was when it was frozen\./)
    })
  })
})

/** Fills the numbers whose names begin alike, in their order, and says why. */
async function fillAll(page: Page, prefix: string, values: readonly string[]): Promise<void> {
  const fields = await page.locator(`input[name^="${prefix}-"]`).all()
  assert.equal(fields.length, values.length)
  for (const [at, field] of fields.entries()) await field.fill(values[at] ?? '')
  for (const field of await page.locator('textarea').all()) await field.fill('As we talked about it in November')
}
