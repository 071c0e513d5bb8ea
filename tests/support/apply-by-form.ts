import assert from 'node:assert/strict'
import type { TestAnswer, TestBrowser } from './server.ts'

/** The value of a hidden field of a page. */
export const hiddenIn = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? assert.fail(`there is no hidden ${name}`)

export const referenceOf = (application: string): string => application.split('/').at(-1) ?? ''

/** Fills in a page as a browser without scripts would: what is hidden on it is sent back. */
export async function fillIn(
  browser: TestBrowser,
  url: string,
  fields: Readonly<Record<string, string>>,
): Promise<TestAnswer> {
  const { body, status } = await browser.get(url)
  assert.equal(status, 200, url)
  const kept = { version: hiddenIn(body, 'version'), form: hiddenIn(body, 'form') }
  return await browser.post(url, { ...kept, action: 'continue', ...fields })
}

/** All that the form of `openRound` must have answered. @param application its address */
export async function complete(browser: TestBrowser, application: string): Promise<void> {
  await fillIn(browser, `${application}/pages/drivers`, { drivers: 'Less money' })
  await fillIn(browser, `${application}/pages/contact`, { name: 'Ann', email: 'ann@example.gov.uk' })
  await fillIn(browser, `${application}/pages/joint`, { joint: 'no' })
}

/** What a check page carries of what it shows. */
export async function shownOn(browser: TestBrowser, application: string): Promise<Record<'content' | 'parts', string>> {
  const { body } = await browser.get(`${application}/check`)
  return { content: hiddenIn(body, 'content'), parts: hiddenIn(body, 'parts') }
}

/** Submits what is there, with the declaration made. */
export const submitFrom = async (browser: TestBrowser, application: string): Promise<TestAnswer> =>
  await browser.post(`${application}/check`, { ...(await shownOn(browser, application)), declaration: 'yes' })
