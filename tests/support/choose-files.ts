import type { Locator, Page } from 'playwright-core'

type Files = Parameters<Locator['setInputFiles']>[0]

/**
 * Chooses files for the input with this label. Scripts put a button of govuk-frontend in its place, which the label is then
 * of, and press the input when the button is pressed.
 */
export async function chooseFiles(page: Page, label: string, files: Files): Promise<void> {
  const input = page.locator('input[type="file"]')
  const groups = page.locator('.govuk-form-group', { has: page.locator('label', { hasText: label }) })
  await groups.filter({ has: input }).last().locator(input).setInputFiles(files)
}
