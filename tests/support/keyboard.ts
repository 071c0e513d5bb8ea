import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

/** The first thing that Tab comes to leads past the header. */
export async function skipToMain(page: Page): Promise<void> {
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to main content')
  await page.keyboard.press('Enter')
  await page.waitForURL('**#main-content')
}

/** More than any page has between its top and its last button. */
const mostTabs = 150

/** Goes forward with Tab until this has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`Tab never came to ${target}`)
}

/** Goes to it with Tab and presses Enter. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Radios of a name are one stop for Tab; the arrows and Space choose among them. */
export async function choose(page: Page, name: string, value: 'yes' | 'no'): Promise<void> {
  await tabTo(page, page.locator(`input[name="${name}"]`).first())
  await page.keyboard.press(value === 'yes' ? 'Space' : 'ArrowDown')
  assert.ok(await page.locator(`input[name="${name}"][value="${value}"]`).isChecked())
}
