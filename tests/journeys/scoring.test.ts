import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { personByEmail } from '../../src/features/accounts/index.ts'
import { seedPeopleByRole } from '../../src/seeds/people.ts'
import { assessedRound } from '../support/assessed-round.ts'
import { assertAccessible } from '../support/axe.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { press, skipToMain, tabTo } from '../support/keyboard.ts'
import { lastFirst } from '../support/last-first.ts'
import { serve } from '../support/site.ts'

const life = lastFirst({ after })
// The rules ask how sure assessors are, so that everything a form for scores can ask is on it.
const confidence = { fairlySurePercent: 50, notSurePercent: 25 }
const world = await assessedRound(life, {
  applications: 6,
  assessors: 3,
  stage: 'scoring',
  rules: { calibration: { use: 'advice', noneUpTo: 15, confidence } },
})
const url = await serve(life, world)
const browser = await openBrowser(life)
const mina = (await personByEmail(world.services.db, seedPeopleByRole.assessor.email))?.id ?? ''
const criteria = ['case-for-change', 'outcomes', 'options', 'engagement', 'capacity']

async function signedIn(view: Parameters<typeof contextFor>[1]): Promise<BrowserContext> {
  const context = await contextFor(browser, view)
  const { cookies } = await world.signedIn(mina)
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })))
  return context
}

/** From somebody's work to the first application that they can declare for, and into it. */
async function intoFirst(page: Page): Promise<void> {
  await page.goto(`${url}/home`)
  await skipToMain(page)
  await press(page, page.getByRole('link', { name: /^Score applications/ }))
  await page.waitForURL('**/assess/**')
  await assertAccessible(page, 'the pile')
  await press(page, page.getByRole('row').filter({ hasText: 'Declare first' }).getByRole('link').first())
  await page.waitForURL('**/declare')
  await assertAccessible(page, 'the page of declaring')
  await tabTo(page, page.locator('input[name="conflict"]').first())
  await page.keyboard.press('Space')
  assert.ok(await page.locator('input[name="conflict"][value="no"]').isChecked())
  await press(page, page.getByRole('button', { name: 'Continue' }))
  await page.getByRole('heading', { level: 1, name: /^Score / }).waitFor()
}

describe('an assessor with nothing but a keyboard', () => {
  it('declares, scores, points to evidence and submits', async () => {
    const page = await (await signedIn({ scripts: true, width: 1280 })).newPage()
    await intoFirst(page)
    await assertAccessible(page, 'the scoring page')
    for (const id of criteria) {
      await tabTo(page, page.locator(`#points-${id}`))
      await page.keyboard.press('Space')
      await page.keyboard.press('ArrowDown')
      await tabTo(page, page.locator(`#comment-${id}`))
      await page.keyboard.type(`Why ${id} deserves that.`)
    }
    // What was typed is saved by itself, and is there when the page is opened again.
    await page.keyboard.press('Tab')
    await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('unsaved:')))
    await page.reload()
    assert.equal(await page.locator('#comment-capacity').inputValue(), 'Why capacity deserves that.')
    await press(page, page.getByRole('button', { name: 'Save and submit' }))
    await page.getByRole('alert').waitFor()
    await assertAccessible(page, 'the scoring page with problems')
    const address = page.url()
    await press(page, page.getByRole('link', { name: /within the scope/ }))
    await page.keyboard.press('Space')
    await press(page, page.getByRole('link', { name: 'Say how sure you are of these scores' }))
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, page.locator('#no-conflict'))
    await page.keyboard.press('Space')
    await assertAccessible(page, 'the scoring page filled in')
    await press(page, page.getByRole('button', { name: 'Save and submit' }))
    await page.waitForURL(/\/assess\/example-fund\/finished-round(?:\?.*)?$/)
    await page.getByText('Submitted', { exact: true }).first().waitFor()
    await page.goto(address)
    await page.getByText('How sure you were of the scores: fairly sure.').waitFor()
    await assertAccessible(page, 'a review that was submitted')
    await page.goto(`${url}/assess/example-fund/finished-round/pack`)
    await page.getByRole('heading', { name: 'How sure you are' }).waitFor()
    await assertAccessible(page, 'the pack to print')
  })

  it('has the selected passage in the box from which it is pinned', async () => {
    const page = await (await signedIn({ scripts: true, width: 320 })).newPage()
    await intoFirst(page)
    await assertAccessible(page, 'the narrow scoring page')
    const answer = page.locator('[data-quotable="outcomes"] .app-answer').first()
    const passage = await answer.evaluate((element) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
      if (text === null) return ''
      const range = document.createRange()
      range.setStart(text, 0)
      range.setEnd(text, Math.min(20, text.textContent?.length ?? 0))
      document.getSelection()?.removeAllRanges()
      document.getSelection()?.addRange(range)
      return range.toString().trim()
    })
    assert.ok(passage.length > 3)
    await page.waitForFunction(
      (text) => document.querySelector<HTMLTextAreaElement>('#quote-outcomes')?.value === text,
      passage,
    )
    await page.locator('button[value="pin:outcomes"]').click()
    await page.getByText(`“${passage}”`).first().waitFor()
  })

  it('has what was typed where two texts are shown again after a crash', async () => {
    const context = await signedIn({ scripts: true, width: 320 })
    const page = await context.newPage()
    await intoFirst(page)
    const address = page.url()
    const comment = page.locator('#comment-outcomes')
    const other = await context.newPage()
    await other.goto(address)
    await other.locator('#comment-outcomes').fill('From the other tab')
    await other.getByRole('button', { name: 'Save and come back later' }).click()
    await other.waitForURL(/\/assess\/example-fund\/finished-round(?:\?.*)?$/)
    await other.close()
    await comment.fill('From this tab')
    await page.getByRole('button', { name: 'Save and come back later' }).click()
    await page.getByRole('heading', { level: 1, name: 'You have scored this in another tab' }).waitFor()
    await comment.fill('Of both tabs')
    const crashed = page.waitForEvent('crash')
    const session = await context.newCDPSession(page)
    session.send('Page.crash').catch(() => undefined)
    await crashed
    const again = await context.newPage()
    await again.goto(address)
    const offer = again.getByRole('region', { name: 'Text that was not saved' }).filter({ hasText: 'two texts' })
    await offer.getByRole('button', { name: 'Put it back' }).click()
    assert.equal(await again.locator('#comment-outcomes').inputValue(), 'Of both tabs')
  })
})
