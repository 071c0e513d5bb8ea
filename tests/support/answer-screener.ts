import type { Page } from 'playwright-core'

/** What the screener of the seeded round is told of a bid. */
export type Bid = { readonly joint?: unknown; readonly several?: unknown }

/** Answers the screener of the seeded round, from its first question to its result, as somebody who can apply. */
export async function answerScreener(page: Page, { joint = false, several = false }: Bid = {}): Promise<void> {
  const choose = async (name: string, yes: boolean): Promise<void> =>
    await page.locator(`[name="${name}"][value="${yes ? 'yes' : 'no'}"]`).check()
  const goOn = async (): Promise<void> => await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL('**/eligibility/questions/authority')
  await choose('in-england', true)
  await choose('applied-before', false)
  await goOn()
  await page.waitForURL('**/eligibility/questions/bid')
  await choose('joint', joint === true)
  await choose('several-services', several === true)
  await goOn()
  if (joint === true) {
    await page.locator('[name="can-say-why"]').first().waitFor()
    await choose('can-say-why', true)
    await goOn()
  }
  await page.waitForURL('**/eligibility/result')
}
