import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import type { Answers, Form } from '../../src/core/forms/index.ts'
import { readSeed } from '../../src/seeds/read-seed.ts'
import { answerScreener } from '../support/answer-screener.ts'
import { assertAccessible } from '../support/axe.ts'
import { contextFor, openBrowser, type View } from '../support/browser.ts'
import { freshEmbedded } from '../support/embedded.ts'
import { fillPage } from '../support/fill-form.ts'
import { lastFirst } from '../support/last-first.ts'
import { type Site, startSite } from '../support/site.ts'
import { freshDatabase, type Lifetime } from '../support/template.ts'

/** How each officer looks at the service, and what they apply with. Each is of another authority: each may lead one. */
const officers: readonly (View & { readonly lead: string; readonly email: string })[] = [
  { scripts: true, width: 1280, lead: 'X-MARLBURY', email: 'lead@marlbury.example' },
  { scripts: true, width: 320, lead: 'X-CASTLEBOURNE', email: 'lead@castlebourne-and-vale.example' },
  { scripts: false, width: 1280, lead: 'X-COGMOUTH', email: 'lead@cogmouth.example' },
  { scripts: false, width: 320, lead: 'X-RAVENSHOLT', email: 'lead@ravensholt.example' },
]

const form: Form = JSON.parse(await readSeed('templates/delivering-differently/form.json'))
const bids: readonly { readonly lead: string; readonly answers: Answers }[] = JSON.parse(
  await readSeed('finished-round/applications.json'),
)

for (const [engine, fresh] of [
  ['PostgreSQL', freshDatabase],
  ['embedded', freshEmbedded],
] as const) {
  describe(`a council finds the fund, applies and knows that it arrived (${engine})`, () => {
    const ends: (() => Promise<void>)[] = []
    let site: Site
    let browser: Browser
    before(async () => {
      const life: Lifetime = lastFirst({ after: (end) => ends.push(end) })
      site = await startSite(life, await fresh(life))
      browser = await openBrowser(life)
    })
    after(async () => {
      for (const end of ends) await end()
    })

    for (const officer of officers) {
      it(`${officer.scripts ? 'with' : 'without'} scripts, ${officer.width} pixels wide`, async () => {
        const context = await contextFor(browser, officer)
        try {
          await journey(await context.newPage(), site, officer)
        } finally {
          await context.close()
        }
      })
    }
  })
}

type Look = (state: string) => Promise<void>

async function journey(page: Page, site: Site, officer: (typeof officers)[number]): Promise<void> {
  const look: Look = (state) => assertAccessible(page, state)
  const answers = bids.find(({ lead }) => lead === officer.lead)?.answers ?? {}
  await page.goto(`${site.url}/`)
  await look('the front page')
  await page.getByRole('link', { name: 'Open round, dated from today' }).click()
  await page.waitForURL('**/open-round')
  await look('the announcement')
  await page.getByRole('button', { name: 'Apply now' }).click()
  await page.waitForURL('**/eligibility/questions/authority')
  await look('a question of the screener')
  await answerScreener(page, { joint: answers.joint, several: answers['several-services'] })
  await look('the result of the screener')
  await page.getByRole('button', { name: 'Start an application' }).click()
  await signIn(page, site, officer.email, look)

  await page.waitForURL('**/apply')
  await look('start an application')
  await page.locator('main form[method="post"] button').first().click()
  await page.waitForURL(/\/applications\/[A-Z0-9-]+$/)
  await look('the task list, nothing written')
  const home = page.url()

  await page.goto(`${home}/check`)
  await look('check your answers, everything missing')
  await page.goto(home)
  await answerEverything(page, home, answers, look)

  await page.goto(`${home}/check`)
  await look('check your answers, everything there')
  if (officer.scripts) await submitOffline(page, look)
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Submit application' }).click()])
  assert.ok(page.url().endsWith('/receipt'), (await page.locator('main').textContent()) ?? '')
  await look('the receipt')
  await assertReceipt(page, site, { reference: home.split('/').at(-1) ?? '', email: officer.email }, look)
}

/** Submits while there is no network, and stays where that is said. */
async function submitOffline(page: Page, look: Look): Promise<void> {
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Submit application' }).click()
  await page.getByRole('alert').getByText('The application was not submitted, and your answers are kept.').waitFor()
  await look('check your answers, submitted without a network')
  await page.context().setOffline(false)
  // A button takes no second press within a second: the page is opened anew.
  await page.reload()
  // Nor does a network that leads nowhere, which the browser takes for one.
  await page.route('**/*', (route) => route.abort())
  await page.getByRole('button', { name: 'Submit application' }).click()
  await page.getByRole('alert').getByText('The application was not submitted, and your answers are kept.').waitFor()
  assert.ok(page.url().endsWith('/check'), page.url())
  await page.unroute('**/*')
  await page.reload()
}

/** Asks for a code, reads it where the mail of an evaluation can be read, and types it in. */
async function signIn(page: Page, site: Site, email: string, look: Look): Promise<void> {
  await page.waitForURL('**/sign-in?*')
  await look('sign in')
  await page.getByLabel('Email address').fill('not an address')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('alert').waitFor()
  assert.match(await page.title(), /^Error: /)
  await look('sign in, with an error')
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL('**/check-email*')
  await look('check your email')

  const mail = await page.context().newPage()
  await mail.goto(`${site.url}/outbox?about=${encodeURIComponent(email)}`)
  await mail.locator('tbody a').first().click()
  await mail.waitForURL(/\/outbox\/.+/)
  const code = /\b\d{3} ?\d{3}\b/.exec((await mail.locator('main').textContent()) ?? '')?.[0]
  assert.ok(code !== undefined, 'the message has a code')
  await mail.close()

  await page.locator('main input[name="code"]').fill(code)
  await page
    .locator('main form', { has: page.locator('input[name="code"]') })
    .getByRole('button')
    .click()
}

/** Goes down the task list, page by page, as the buttons lead. */
async function answerEverything(page: Page, home: string, answers: Answers, look: Look): Promise<void> {
  for (const formPage of form.pages) {
    const address = `${home}/pages/${formPage.id}`
    await page.goto(address)
    await look(`the page ${formPage.id}, empty`)
    // A question can appear because of an answer on the same page: without scripts, once that is saved.
    for (let turn = 0; turn < 4 && page.url().startsWith(address); turn++) {
      await fillPage(page, formPage, answers)
      await look(`the page ${formPage.id}, filled in`)
      assert.deepEqual(await amountsCutOff(page), [], `amounts of ${formPage.id} can be read whole`)
      const answered = page.waitForResponse(
        (response) => response.request().method() === 'POST' && response.status() === 303,
      )
      // The next page's own event: the state of loading is the old page's until the new one has begun.
      const loaded = page.waitForEvent('load')
      await page.getByRole('button', { name: 'Save and continue' }).click()
      await Promise.all([answered, loaded])
    }
    assert.ok(!page.url().startsWith(address), `${formPage.id} is finished`)
  }
}

/** The amounts of tables that their fields, or what is around them, do not show whole. */
const amountsCutOff = async (page: Page): Promise<readonly string[]> =>
  await page
    .locator('.app-amounts input')
    .evaluateAll((fields) =>
      fields.flatMap((field) =>
        field instanceof HTMLInputElement &&
        (field.scrollWidth > field.clientWidth ||
          field.getBoundingClientRect().right > (field.closest('.app-scroll')?.getBoundingClientRect().right ?? 0))
          ? [field.value]
          : [],
      ),
    )

type Sent = { readonly reference: string; readonly email: string }

async function assertReceipt(page: Page, site: Site, { reference, email }: Sent, look: Look): Promise<void> {
  const text = (await page.locator('main').textContent()) ?? ''
  assert.ok(text.includes(reference))
  assert.match(text, /\d{1,2}:\d{2}:\d{2}(am|pm)/, 'the time to the second')
  const pdf = await page.request.get(`${page.url()}.pdf`)
  assert.equal(pdf.status(), 200)
  assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-')
  await page.goto(`${site.url}/outbox?about=${encodeURIComponent(email)}`)
  assert.ok((await page.locator('tbody').textContent())?.includes(reference), 'an email says so too')
  await look('the outbox')
}
