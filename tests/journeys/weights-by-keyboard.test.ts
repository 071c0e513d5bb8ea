import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { assertAccessible } from '../support/axe.ts'
import { browseAs } from '../support/browse-as.ts'
import { openBrowser } from '../support/browser.ts'
import { press, skipToMain, tabTo } from '../support/keyboard.ts'
import { lastFirst } from '../support/last-first.ts'
import { type ReviewToWeigh, reviewToWeigh } from '../support/review-to-weigh.ts'
import { type TestServer, testServer } from '../support/server.ts'
import { serve } from '../support/site.ts'
import { freshDatabase } from '../support/template.ts'

/** A round of weighing from its beginning to its result, with scripts and without a mouse. */
describe('weights and scores by keyboard alone', () => {
  const ends: (() => Promise<void>)[] = []
  let server: TestServer
  let given: ReviewToWeigh
  let browser: Browser
  let url: string
  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    server = await testServer(life, await freshDatabase(life))
    given = await reviewToWeigh(server)
    url = await serve(life, server)
    browser = await openBrowser(life)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const as = async (name: 'ann' | 'ben', use: (page: Page) => Promise<void>): Promise<void> =>
    await browseAs(browser, server, url)(given.round.people[name], true, async (page) => {
      await page.goto(url + given.review)
      await skipToMain(page)
      await press(page, page.getByRole('link', { name: 'Weights and scores' }))
      await page.getByRole('heading', { name: 'Weights and scores', level: 1 }).waitFor()
      await use(page)
    })
  const type = async (page: Page, field: ReturnType<Page['locator']>, text: string): Promise<void> => {
    await tabTo(page, field)
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(text)
  }
  const explain = async (page: Page): Promise<void> => {
    for (const field of await page.locator('textarea').all()) await type(page, field, 'Seen in the survey')
  }
  const begin = async (page: Page, method: string, downs: number): Promise<void> => {
    await tabTo(page, page.locator('input[name="method"]:checked'))
    for (let at = 0; at < downs; at++) await page.keyboard.press('ArrowDown')
    assert.ok(await page.getByRole('radio', { name: method }).isChecked())
    await press(page, page.getByRole('button', { name: /^Begin/ }))
    await page.getByText('Weights are being given').waitFor()
  }
  const goOn = async (page: Page, name: string, then: string): Promise<void> => {
    await press(page, page.getByRole('button', { name }))
    await page.getByText(then).first().waitFor()
  }

  it('gives points, of which a slider beside is not in the way, and scores, to the result', async () => {
    await as('ann', async (page) => await begin(page, 'Swing weights', 0))
    await as('ben', async (page) => {
      await press(page, page.getByRole('link', { name: 'Your weights' }))
      const [reach, travel] = [
        page.locator('input[id^="points-"]').first(),
        page.locator('input[id^="points-"]').nth(1),
      ]
      await type(page, reach, '80')
      await type(page, travel, '40')
      await explain(page)
      await press(page, page.getByRole('button', { name: 'Save my weights' }))
      await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
      await type(page, reach, '100')
      await press(page, page.getByRole('button', { name: 'Save my weights' }))
      await page.getByText('Your weights are kept').waitFor()
    })
    await as('ann', async (page) => await goOn(page, 'Lock the weights and ask for scores', 'Scores are being given'))
    await as('ben', async (page) => {
      await press(page, page.getByRole('link', { name: 'Your scores: Reach' }))
      for (const scores of [
        ['20', '90'],
        ['50', '15'],
      ]) {
        for (const [at, score] of scores.entries()) await type(page, page.locator('input[id^="score-"]').nth(at), score)
        await explain(page)
        await press(page, page.getByRole('button', { name: 'Save my scores' }))
        await page.getByText('Your scores are kept').waitFor()
      }
    })
    await as('ann', async (page) => {
      await goOn(page, 'Reveal the scores', 'Scores are revealed')
      await press(page, page.getByRole('link', { name: 'See the result' }))
      await page.getByText('“In-house, do minimum” is first with').first().waitFor()
    })
  })

  it('compares criteria in pairs, and is told where that contradicts itself', async () => {
    const third = { title: 'Trust', measures: 'Who stays', worst: 'None', best: 'All', counted: 'no', scale: 'judged' }
    await given.ann.post(`${given.review}/sheets/criteria/add`, { seen: '0', ...third })
    await as('ann', async (page) => {
      await press(page, page.locator('summary', { hasText: 'Begin another round' }))
      await begin(page, 'Comparisons in pairs (AHP)', 2)
    })
    await as('ben', async (page) => {
      await press(page, page.getByRole('link', { name: 'Your weights' }))
      await page.getByRole('heading', { name: 'Compare them two by two' }).waitFor()
      await assertAccessible(page, 'criteria to compare in pairs')
      await press(page, page.getByRole('button', { name: 'Save my weights' }))
      await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
      await assertAccessible(page, 'criteria compared in pairs, with problems')
      // Nine times as much is the first choice after that of none, and the ninth part the last.
      for (const [at, key] of ['9', 'End', '9'].entries()) {
        await tabTo(page, page.locator('select').nth(at))
        await page.keyboard.press(key === 'End' ? 'End' : 'ArrowDown')
      }
      await explain(page)
      await press(page, page.getByRole('button', { name: 'Save my weights' }))
      await page.getByText('Your comparisons contradict one another: their consistency ratio').waitFor()
      await assertAccessible(page, 'comparisons in pairs that contradict one another')
      assert.deepEqual(
        await page.locator('select').evaluateAll((all) => all.map((each) => (each as HTMLSelectElement).value)),
        ['9', '1/9', '9'],
      )
    })
  })
})
