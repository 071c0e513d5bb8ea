import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Form } from '../../src/core/forms/index.ts'
import { accented, inAccents, inEnglish } from '../support/accented.ts'
import { assertAccessible } from '../support/axe.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { listenIn, type Overheard } from '../support/listen-in.ts'
import { type OpenRound, openRound, type PersonName } from '../support/open-round.ts'
import { type TestServer, testServer } from '../support/server.ts'
import { serve } from '../support/site.ts'
import { freshDatabase } from '../support/template.ts'

/** Says in accents what English says, with the dates and numbers of English. */
const language = { ...accented.language, tag: 'en-GB-x-accents' }

const form: Form = {
  id: 'spoken',
  title: 'Everything that scripts speak of',
  pages: [
    {
      id: 'drivers',
      title: 'Drivers',
      questions: [
        { type: 'long-text', id: 'drivers', label: 'What drives it?', maxWords: 4 },
        { type: 'long-text', id: 'more', label: 'What else?', max: 20 },
        { type: 'authority', id: 'with', label: 'With whom?' },
      ],
    },
    {
      id: 'plans',
      title: 'Plans',
      questions: [
        { type: 'file', id: 'plans', label: 'Plans' },
        { type: 'money-table', id: 'costs', label: 'Costs', itemName: 'cost', columns: [{ id: 'y', label: 'Pounds' }] },
      ],
    },
  ],
  rules: [],
}

const start = new Date('2027-03-24T17:00:00Z')
const big = { name: 'long.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n${'x'.repeat(1_200_000)}`) }
const bad = { name: 'run.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') }

describe('what scripts say, in English and in another language', () => {
  const ends: (() => Promise<void>)[] = []
  let server: TestServer
  let url: string
  let browser: Browser
  let round: OpenRound
  let now = start
  const heard = new Map<string, Overheard>()
  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    const clock = () => now
    server = await testServer(life, await freshDatabase(life), { clock, languages: [{ language, offered: false }] })
    round = await openRound(server.services, form)
    url = await serve(life, server)
    browser = await openBrowser(life)
    for (const tag of ['en', language.tag]) heard.set(tag, await hear(tag))
  })
  after(async () => {
    for (const end of ends) await end()
  })

  /** A browser of somebody, who reads a language. */
  async function contextOf(name: PersonName, tag: string): Promise<BrowserContext> {
    const context = await contextFor(browser, { scripts: true, width: 320 })
    await context.addCookies([{ name: 'language', value: tag, url }])
    await signIn(context, name)
    return context
  }

  async function signIn(context: BrowserContext, name: PersonName): Promise<void> {
    const { cookies } = await server.signedIn(round.people[name])
    await context.addCookies([...cookies].map(([key, value]) => ({ name: key, value, url })))
  }

  /** Does the same in either language, and finds nothing by its words. */
  async function hear(tag: string): Promise<Overheard> {
    now = start
    const context = await contextOf('ann', tag)
    const overheard = await listenIn(context)
    const draft = `${url}/applications/${await round.draft()}`
    const look = (page: Page, state: string) => assertAccessible(page, `scripts in ${tag}, ${state}`)
    await writes(await context.newPage(), `${draft}/pages/drivers`, look)
    await meets(await context.newPage(), `${draft}/pages/drivers`, await contextOf('adam', tag))
    await sends(await context.newPage(), `${draft}/pages/plans`, look)
    now = new Date(round.deadlineAt.getTime() - 3_660_000)
    await signIn(context, 'ann')
    await waits(await context.newPage(), `${draft}/pages/drivers`, look)
    await context.close()
    return overheard
  }

  type Look = (page: Page, state: string) => Promise<void>
  const status = '[data-autosave-status]'
  const troubled = '.app-autosave--trouble'
  const reads = async (page: Page, place: string, text: RegExp): Promise<void> =>
    await page.locator(place).filter({ hasText: text }).first().waitFor({ state: 'attached' })
  const fill = async (page: Page, name: string, text: string): Promise<void> => {
    await page.locator(`[name="${name}"]`).fill(text)
  }

  /** Types, is counted, chooses from a list, loses the network, leaves, comes back, and is offered what was lost. */
  async function writes(page: Page, address: string, look: Look): Promise<void> {
    await page.goto(address)
    for (const text of [
      'One',
      'One two three',
      'One two three four',
      'One two three four five',
      'One two three four five six',
    ])
      await fill(page, 'drivers', text)
    for (const text of ['x'.repeat(5), 'x'.repeat(19), 'x'.repeat(20), 'x'.repeat(21), 'x'.repeat(25)])
      await fill(page, 'more', text)
    await look(page, 'too many words')
    await fill(page, 'drivers', 'Costs rise.')
    await fill(page, 'more', '')
    await page.locator('input[role="combobox"]').fill('zzzz')
    await page.locator('.autocomplete__option--no-results').waitFor()
    await page.locator('input[role="combobox"]').fill('Birch')
    await page.locator('.autocomplete__option').first().waitFor()
    // It says how many there are after a pause, unless it was left.
    await reads(page, '[role=status]', /Birch City Council 1 /)
    await page.keyboard.press('Escape')
    await page.locator('[name="drivers"]').click()
    await reads(page, status, /\d:\d\d/)
    await page.route('**/pages/drivers', (route) => route.abort())
    await fill(page, 'drivers', 'Costs fall.')
    await page.locator(troubled).waitFor()
    await look(page, 'not saved')
    page.once('dialog', (dialog) => void dialog.dismiss())
    await page.locator('#sign-out button').click()
    // Over the other one, which is left: with neither in between, what was not saved would be.
    await page.route('**/pages/drivers', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    )
    await page.reload()
    const offer = page.locator('.govuk-inset-text[role="region"]')
    await offer.waitFor()
    await look(page, 'an offer')
    await offer.locator('button').last().click()
    await page.evaluate(keepSecond)
    await page.unroute('**/pages/drivers')
    await page.reload()
    await offer.nth(1).waitFor()
    for (let left = await offer.count(); left > 0; left -= 1) await offer.first().locator('button').last().click()
    for (const answer of ['signed-out', 'refused']) {
      await page.route('**/pages/drivers', (route) =>
        route.request().method() === 'POST' ? route.fulfill({ json: { status: answer } }) : route.continue(),
      )
      await fill(page, 'drivers', `Costs ${answer}.`)
      await page.locator(troubled).waitFor()
      await page.unroute('**/pages/drivers')
      await page.evaluate(() => localStorage.clear())
      await page.reload()
    }
    await page.locator('input[role="combobox"]').fill('Birch')
    await page.locator('.autocomplete__option').first().click()
    await fill(page, 'drivers', 'Costs rise again.')
    await page.locator('button[value="later"]').click()
    await page.waitForURL((at) => !at.pathname.endsWith('drivers'))
    await page.close()
  }

  /** Has a colleague on the same page, who saves first. */
  async function meets(page: Page, address: string, others: BrowserContext): Promise<void> {
    await page.clock.install({ time: now })
    await page.goto(address)
    const other = await others.newPage()
    await other.goto(address)
    await reads(other, '[data-presence]', /\p{L}/u)
    await page.clock.runFor(21_000)
    await reads(page, '[data-presence]', /\p{L}/u)
    await fill(other, 'drivers', 'Adam was first.')
    await other.locator('button[value="later"]').click()
    await other.waitForURL((at) => !at.pathname.endsWith('drivers'))
    await fill(page, 'drivers', 'Ann was second.')
    await page.locator('[name="drivers"]').blur()
    await page.locator(troubled).waitFor()
    await page.evaluate(() => localStorage.clear())
    await others.close()
    await page.close()
  }

  /** Adds up, and sends a form while there is no network. Then sends a file over one that breaks off, stops it, sends one that is refused, and one that comes. */
  async function sends(page: Page, address: string, look: Look): Promise<void> {
    await page.goto(address)
    for (const text of ['lots', '', '1']) await fill(page, 'costs-0-y', text)
    await page.locator('[name="costs-0-y"]').blur()
    await reads(page, status, /\d:\d\d/)
    await page.context().setOffline(true)
    await page.locator('#sign-out button').click()
    await page.locator('[data-offline]').waitFor()
    await page.context().setOffline(false)
    const input = page.locator('input[type="file"]')
    const press = async () => await page.locator('button[value="later"]').click()
    await page.route('**/uploads/**', (route) => route.abort())
    await input.setInputFiles(big)
    await press()
    const board = page.locator('.app-sending')
    await reads(page, '.app-sending [role=status]', /long\.pdf \S/)
    await look(page, 'the connection is lost')
    await board.locator('button').click()
    await board.locator('progress').waitFor({ state: 'detached' })
    await page.unroute('**/uploads/**')
    // A button takes no second press within a second: the page is opened anew.
    await page.goto(address)
    await input.setInputFiles(bad)
    await press()
    await page.locator('.govuk-error-summary [role="alert"]').waitFor()
    await page.goto(address)
    await page.route('**/uploads', (route) => route.fulfill({ status: 400, body: '' }))
    await input.setInputFiles(bad)
    await press()
    await page.locator('.govuk-error-summary [role="alert"]').waitFor()
    await page.unroute('**/uploads')
    await page.goto(address)
    await input.setInputFiles(big)
    await press()
    await page.waitForURL((at) => !at.pathname.endsWith('plans'))
    await page.close()
  }

  /** Waits for the deadline, from an hour and a minute before. */
  async function waits(page: Page, address: string, look: Look): Promise<void> {
    await page.clock.install({ time: now })
    await page.goto(address)
    await page.clock.runFor(61_000)
    await look(page, 'an hour left')
    await page.clock.runFor(50 * 60_000)
    await page.clock.runFor(9 * 60_000)
    await page.clock.runFor(120_000)
    await page.locator('.app-countdown--passed').waitFor()
    await look(page, 'the deadline has passed')
    await page.close()
  }

  const english = (): Overheard => heard.get('en') as Overheard
  const other = (): Overheard => heard.get(language.tag) as Overheard

  it('is the same, in its language', () => {
    assert.deepEqual([...other().said].map(inEnglish).sort(), [...english().said].sort())
  })

  it('leaves nothing in English but names', () => {
    const same = [...other().said].filter((words) => english().said.has(words))
    assert.deepEqual(same, ['Birch City Council', 'long.pdf', 'run.exe'])
  })

  it('is all of what they can say', () => {
    const said = [...other().said]
    assert.deepEqual(
      expected.filter((words) => !said.some((each) => each.includes(inAccents(words)))),
      [],
    )
  })

  it('leaves what is sent as it is', () => {
    assert.ok(english().sent.size > 8)
    assert.deepEqual([...other().sent].sort(), [...english().sent].sort())
  })
})

/** In the browser: has what was kept of an answer stand there twice, once as from the page of two texts. */
function keepSecond(): void {
  const person = document.body.dataset.person
  const key = document.querySelector<HTMLFormElement>('form[data-autosave]')?.dataset.autosaveKey
  const keep = (id: string, text: string, twoTexts: boolean): void => {
    const unsaved = { fields: [['drivers', text]], only: ['drivers'], twoTexts, keptAt: Date.now() }
    localStorage.setItem(`unsaved:${person}:${key}|${id}`, JSON.stringify(unsaved))
  }
  keep('1', 'Both at once.', true)
  keep('2', 'Neither of them.', false)
}

const expected = [
  'Saving',
  'Saved at ',
  'Not saved: we will try again',
  'Someone else has changed this answer.',
  'You have been signed out. What you wrote',
  'Not saved. What you wrote is kept',
  'Some of what you wrote has not been saved',
  'Text that was not saved',
  'Text that was not saved, number 2',
  'What you wrote here at',
  'What you wrote where two texts were shown, at',
  'Put it back',
  'Delete it',
  ' is on this page too',
  'You have 3 words remaining',
  'You have 1 word remaining',
  'You have 0 words remaining',
  'You have 1 word too many',
  'You have 2 words too many',
  'You have 15 characters remaining',
  'You have 1 character remaining',
  'You have 0 characters remaining',
  'You have 1 character too many',
  'You have 5 characters too many',
  'Nothing found. Check the spelling.',
  '1 result is available.',
  'When autocomplete results are available',
  'Total: no amounts yet',
  'Total without what is not an amount: ',
  'Total: £1',
  'There was no network at ',
  'There is a problem',
  'Error:',
  'Stop sending',
  'Sending ',
  'The connection was lost.',
  ' was stopped. Choose it again to go on.',
  ' was not added. It could not be sent.',
  '1 hour left before the deadline.',
  '10 minutes left before the deadline.',
  '1 minute left before the deadline.',
  'Less than a minute left',
  'The deadline has passed.',
  'closed',
]
