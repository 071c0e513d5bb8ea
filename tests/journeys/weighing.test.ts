import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { assertAccessible } from '../support/axe.ts'
import { browseAs, press } from '../support/browse-as.ts'
import { openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { type ReviewToWeigh, reviewToWeigh } from '../support/review-to-weigh.ts'
import { type TestServer, testServer } from '../support/server.ts'
import { serve } from '../support/site.ts'
import { freshDatabase } from '../support/template.ts'

const moreOptions = [
  ['Mutual owned by its staff', 'mutual'],
  ['Youth charity', 'charity'],
  ['Stop the service', 'stop'],
] as const
const moreCriteria = ['Say of young people', 'Fit with partners'] as const

/** What each person gives: swings by criterion, and scores by criterion and option. */
const gifts = {
  ann: {
    swings: ['60', '100', '20', '50'],
    scores: [
      ['50', '60', '75', '70', '0'],
      ['35', '30', '25', '20', '60'],
      ['30', '35', '90', '60', '0'],
      ['60', '60', '55', '80', '5'],
    ],
  },
  ben: {
    swings: ['100', '30', '90', '20'],
    scores: [
      ['55', '60', '85', '60', '0'],
      ['35', '35', '25', '30', '60'],
      ['25', '30', '100', '55', '0'],
      ['55', '60', '60', '70', '10'],
    ],
  },
  cai: {
    swings: ['80', '90', '100', '40'],
    scores: [
      ['40', '50', '60', '80', '10'],
      ['40', '40', '30', '15', '55'],
      ['20', '25', '70', '75', '0'],
      ['70', '65', '45', '75', '0'],
    ],
  },
} as const
type Name = keyof typeof gifts

/** Three people weigh and score a service without seeing what the others give, and then talk about it. */
describe('the weighing of a review', () => {
  const ends: (() => Promise<void>)[] = []
  let server: TestServer
  let given: ReviewToWeigh
  let browser: Browser
  let url: string
  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    server = await testServer(life, await freshDatabase(life))
    given = await reviewToWeigh(server)
    for (const [title, model] of moreOptions)
      await given.ann.post(`${given.review}/sheets/options/add`, {
        seen: '0',
        title,
        model,
        description: 'As it says.',
      })
    for (const title of moreCriteria) {
      const words = { measures: 'What their board says', worst: 'None', best: 'All they ask for' }
      const criterion = { seen: '0', title, ...words, counted: 'no', scale: 'judged' }
      await given.ann.post(`${given.review}/sheets/criteria/add`, criterion)
    }
    url = await serve(life, server)
    browser = await openBrowser(life)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const as = async (name: Name, use: (page: Page) => Promise<void>): Promise<void> =>
    await browseAs(browser, server, url)(given.round.people[name], false, use)
  const open = async (page: Page, path = ''): Promise<void> => {
    await page.goto(`${url}${given.review}/weighing${path}`)
  }
  /** Fills the fields whose names begin alike, in their order. */
  const fill = async (page: Page, prefix: string, values: readonly string[]): Promise<void> => {
    const fields = await page.locator(`input[name^="${prefix}-"]`).all()
    assert.equal(fields.length, values.length)
    for (const [at, field] of fields.entries()) await field.fill(values[at] ?? '')
  }
  const explain = async (page: Page): Promise<void> => {
    for (const field of await page.locator('textarea').all()) await field.fill('Seen in the survey of last year')
  }

  it('is begun with criteria whose anchors are said', async () => {
    await as('ann', async (page) => {
      await page.goto(`${url}${given.review}/sheets/criteria`)
      await assertAccessible(page, 'criteria of a review')
      await page.goto(`${url}${given.review}/sheets/criteria/${given.criteria[1]}`)
      await assertAccessible(page, 'a measured criterion')
      await page.goto(url + given.review)
      await page.getByRole('link', { name: 'Weights and scores' }).click()
      await assertAccessible(page, 'no round yet')
      await press(page, 'Begin')
      await assertAccessible(page, 'weights are asked for')
    })
  })

  it('takes the weights of three people, each alone', async () => {
    await as('ben', async (page) => {
      await open(page, '/weights')
      await fill(page, 'points', ['90', '30', '90', 'many'])
      await press(page, 'Save my weights')
      await assertAccessible(page, 'weights with problems')
    })
    for (const name of ['ann', 'ben', 'cai'] as const)
      await as(name, async (page) => {
        await open(page, '/weights')
        await fill(page, 'points', gifts[name].swings)
        await explain(page)
        await press(page, 'Save my weights')
        await page.getByText('Your weights are kept').waitFor()
      })
  })

  it('opens weights when they are locked, and takes scores, each alone', async () => {
    await as('ann', async (page) => {
      await open(page)
      await press(page, 'Lock the weights and ask for scores')
      await open(page, '/compare')
      await assertAccessible(page, 'weights compared')
      await open(page, '/results')
      await assertAccessible(page, 'nothing to see yet')
    })
    for (const name of ['ann', 'ben', 'cai'] as const)
      await as(name, async (page) => {
        for (const [at, scores] of gifts[name].scores.entries()) {
          await open(page)
          await page
            .getByRole('link', { name: /^Your scores: / })
            .nth(at)
            .click()
          await fill(page, 'score', scores)
          if (name === 'ann' && at === 1) await assertAccessible(page, 'scores by measurement')
          await explain(page)
          await press(page, 'Save my scores')
          await page.getByText('Your scores are kept').waitFor()
        }
      })
  })

  it('reveals scores, shows what they come to and keeps dissent', async () => {
    await as('ann', async (page) => {
      await open(page)
      await assertAccessible(page, 'all scores are given')
      await press(page, 'Reveal the scores')
      await open(page, '/compare')
      await assertAccessible(page, 'scores compared')
      await open(page, '/results')
      assert.match((await page.locator('.govuk-body-l').textContent()) ?? '', /“Mutual owned by its staff” is first/)
      await assertAccessible(page, 'what it comes to')
      await press(page, 'Work out the ranks')
      await page.getByText('The ranks are worked out and kept').waitFor()
      await assertAccessible(page, 'ranks worked out')
      await page.getByRole('link', { name: 'The weights as given' }).click()
      await page.getByText('None: it is never first').first().waitFor()
      await page.getByRole('link', { name: 'Say of young people' }).click()
      await page.getByRole('img', { name: /weight of Say of young people/ }).waitFor()
    })
    await as('cai', async (page) => {
      await open(page)
      await page.getByLabel('My dissent').check()
      await page.getByLabel('What is to be kept?').fill('Travel is what keeps young people away')
      await press(page, 'Add')
      await page.getByText('Travel is what keeps young people away').waitFor()
      await assertAccessible(page, 'scores revealed and dissent kept')
    })
  })
})
