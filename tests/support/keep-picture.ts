import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** The widths of a phone and a desktop, in CSS pixels, at which every page is to be looked at. */
const widths = [320, 1280]

/**
 * Takes a picture of a page at both widths if `PICTURES` names a folder, so that a person can look at every state that the
 * tests come to. Otherwise it does nothing. The window has its size again afterwards.
 *
 * @param state names the page and its state, and so the files: `outline-in-full-320.png`
 */
export async function keepPicture(page: Page, state: string): Promise<void> {
  const folder = process.env.PICTURES
  if (!folder) return
  await mkdir(folder, { recursive: true })
  const before = page.viewportSize()
  const name = state.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
  }
  if (before !== null) await page.setViewportSize(before)
}
