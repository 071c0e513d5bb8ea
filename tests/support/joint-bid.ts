import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Answers, Form } from '../../src/core/forms/index.ts'
import { readSeed } from '../../src/seeds/read-seed.ts'
import { answerScreener, type Bid } from './answer-screener.ts'
import { contextFor, type View } from './browser.ts'
import { fillPage } from './fill-form.ts'
import type { Lifetime } from './template.ts'

/** The form of the seeded round. */
export const form: Form = JSON.parse(await readSeed('templates/delivering-differently/form.json'))

const [first]: readonly { readonly answers: Answers }[] = JSON.parse(await readSeed('finished-round/applications.json'))

/** The answers of a joint bid. */
export const bid: Answers = first?.answers ?? {}

type SignedInAs = { readonly browser: Browser; readonly url: string; readonly name: string; readonly view: View }

/** A browser profile of its own, in which one of the seeded people is signed in. */
export async function openAs(
  life: Lifetime,
  { browser, url, name, view }: SignedInAs,
): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const context = await contextFor(browser, view)
  life.after(async () => await context.close())
  const page = await context.newPage()
  await page.goto(`${url}/sign-in`)
  await signInAs(page, name)
  return { page, context }
}

/** Signs in where the page asks for it. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Sign in as ${name}` }).click()
  await page.waitForURL((now) => !now.pathname.startsWith('/sign-in'))
}

/** A new draft in the open round of the seeds, in which nothing is written. @returns its address */
export async function startDraft(page: Page, url: string, screened: Bid = {}): Promise<string> {
  await page.goto(`${url}/funds/delivering-differently/open-round/eligibility`)
  await answerScreener(page, screened)
  await page.goto(`${url}/funds/delivering-differently/open-round/apply`)
  await page.locator('main form[method="post"] button').first().click()
  await page.waitForURL(/\/applications\/[A-Z0-9-]+$/)
  return page.url()
}

/** A draft of Exbridge with these answers, in which Tarnshire is asked to be a partner. @returns its address */
export async function startJointBid(page: Page, url: string, answers: Answers): Promise<string> {
  const application = await startDraft(page, url, { joint: bid.joint, several: bid['several-services'] })
  for (const formPage of form.pages) {
    await page.goto(`${application}/pages/${formPage.id}`)
    await fillPage(page, formPage, answers)
    await page.getByRole('button', { name: 'Save and come back later' }).click()
    await page.waitForURL(application)
  }
  await page.goto(`${application}/partners?q=Tarnshire`)
  await page.getByRole('button', { name: /^Ask Tarnshire/ }).click()
  await page.getByText('has been asked').waitFor()
  await page.goto(application)
  return application
}

/** Asks Tom Okafor to sign as senior sponsor. */
export const askSponsor = async (page: Page, application: string): Promise<void> =>
  await askToSign(page, application, {
    slot: 'sponsor',
    name: 'Tom Okafor',
    jobTitle: 'Director of policy',
    email: 'tom.okafor@exbridge.example',
  })

type Signer = { readonly slot: string; readonly name: string; readonly jobTitle: string; readonly email: string }

/** Asks somebody to sign. @param signer the slot is the part of the address that names the sign-off */
export async function askToSign(page: Page, application: string, signer: Signer): Promise<void> {
  const { slot, name, jobTitle, email } = signer
  await page.goto(`${application}/sign-offs`)
  await page.locator(`main a[href$="/sign-offs/${slot}/ask"]`).click()
  await page.getByLabel('Full name').fill(name)
  await page.getByLabel('Job title').fill(jobTitle)
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Ask them to sign' }).click()
  await page.getByText(`${name} is asked to sign`).waitFor()
}

/** Signs on the page of a sign-off. */
export async function sign(page: Page): Promise<void> {
  // The page paints its own box over the real one.
  const unfinished = page.locator('[name="asUnfinished"]')
  if ((await unfinished.count()) > 0) await unfinished.check({ force: true })
  await page.locator('[name="agreed"]').check({ force: true })
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await page.getByText('You have signed').waitFor()
}
