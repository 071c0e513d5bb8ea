import type { Page } from 'playwright-core'
import { press, tabTo } from './keyboard.ts'

const criteria = ['case-for-change', 'outcomes', 'options', 'engagement', 'capacity']

/**
 * Declares for the first application of somebody's pile that waits, scores it and submits, with nothing but the keyboard.
 *
 * @param points how many steps down the bands of each criterion of the made-up round
 */
export async function scoreByKeyboard(page: Page, pile: string, points: readonly number[]): Promise<void> {
  await page.goto(pile)
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
  await page.waitForURL(/\/finished-round(?:\?.*)?$/)
  await page
    .getByText(/You have submitted this review|Submitted/)
    .first()
    .waitFor()
}
