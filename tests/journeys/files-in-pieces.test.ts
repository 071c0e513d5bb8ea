import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { assertAccessible } from '../support/axe.ts'
import { fillParts, press } from '../support/browse-as.ts'
import { contextFor, openBrowser, type View } from '../support/browser.ts'
import { chooseFiles } from '../support/choose-files.ts'
import { pdf } from '../support/filing.ts'
import { scanAll } from '../support/key-in.ts'
import { lastFirst } from '../support/last-first.ts'
import { type Site, startSite } from '../support/site.ts'
import { freshDatabase } from '../support/template.ts'
import { type TwoAwards, twoAwards } from '../support/two-awards.ts'

/** Files of what follows an award, sent with scripts over a network that breaks off in their middle. */
describe('a file of which the network breaks off in the middle', () => {
  const ends: (() => Promise<void>)[] = []
  let site: Site
  let browser: Browser
  let awards: TwoAwards
  let review = ''
  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    site = await startSite(life, await freshDatabase(life), { work: false })
    browser = await openBrowser(life)
    awards = await twoAwards(site)
    const asked = { council: 'T-ALDER', title: 'Youth service', depth: 'standard', award: awards.held.reference }
    review = String((await awards.held.ann.post('/reviews/new', asked)).location)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const as = async (name: 'ann' | 'pam', view: View, use: (page: Page) => Promise<void>): Promise<void> => {
    const context = await contextFor(browser, view)
    const { cookies } = await site.signedIn(awards.held.round.people[name])
    await context.addCookies([...cookies].map(([key, value]) => ({ name: key, value, url: site.url })))
    await use(await context.newPage())
    await context.close()
  }
  const look = (page: Page, state: string) => assertAccessible(page, `files in pieces, ${state}`)
  const content = Buffer.from(pdf('x'.repeat(1_200_000)))
  const long = { name: 'long.pdf', mimeType: 'application/pdf', buffer: content }
  const wrong = { name: 'program.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') }

  /** Presses a button whose form sends a file, while the network goes after its first piece and then comes back. */
  async function pressWhileItBreaks(page: Page, button: string, then: string): Promise<void> {
    const arrived: number[] = []
    let isBack = false
    await page.route('**/uploads/**', async (route) => {
      const body = route.request().postDataBuffer()?.toString('latin1') ?? ''
      const startsAt = /name="startsAt"\r\n\r\n(\d+)/.exec(body)?.[1]
      if (!isBack && arrived.length > 0) return await route.abort()
      if (startsAt !== undefined) arrived.push(Number(startsAt))
      await route.continue()
    })
    await press(page, button)
    await page.getByText('The connection was lost. long.pdf goes on by itself when it is back.').waitFor()
    await look(page, 'the connection is lost')
    isBack = true
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await page.getByText(then).first().waitFor()
    assert.deepEqual(arrived, [0, 512_000, 1_024_000])
  }

  async function given(page: Page): Promise<Buffer> {
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'long.pdf' }).click()
    const chunks: Buffer[] = []
    for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  }

  it('arrives whole in the evidence of a review, and is saved with its page', async () => {
    await as('ann', { scripts: true, width: 320 }, async (page) => {
      await page.goto(`${site.url}${review}/sheets/evidence/add`)
      await chooseFiles(page, 'Choose files', wrong)
      await press(page, 'Save')
      await page.getByRole('alert').getByText('“program.exe” must be a').waitFor()
      await look(page, 'a file that is refused')
      // A button takes no second press within a second: the page is opened anew.
      await page.goto(`${site.url}${review}/sheets/evidence/add`)
      await page.getByLabel('What is it?').fill('Study of 2024')
      await page.getByLabel('What kind of evidence is it?').selectOption('study')
      await fillParts(page, 'of', { day: '1', month: '2', year: '2024' })
      await page.getByLabel('What does it say?').fill('Half of the users come twice a week.')
      await page.getByLabel('Fair').check()
      await chooseFiles(page, 'Choose files', long)
      await pressWhileItBreaks(page, 'Save', 'Saved.')
      await scanAll(site.services)
      await page.getByRole('link', { name: 'Study of 2024', exact: true }).click()
      assert.ok(content.equals(await given(page)))
    })
  })

  it('arrives whole with a form that takes files of its own', async () => {
    const { round, people } = awards.held.round
    await sql`
      insert into network_event (id, fund_id, title, about, held, place, joining, starts_at, ends_at, capacity, made_at, made_by)
      values (gen_random_uuid(), ${round.fundId}::uuid, 'First meeting', 'About', 'online', 'Call', 'The link', now() + interval '9 days',
        now() + interval '10 days', 9, now(), ${people.pam}::uuid)`.execute(site.services.db)
    const { rows } = await sql<{ id: string; slug: string }>`
      select e.id, f.slug from network_event e join fund f on f.id = e.fund_id`.execute(site.services.db)
    const address = `${site.url}/manage/funds/${rows[0]?.slug}/network/events/${rows[0]?.id}`
    await as('pam', { scripts: true, width: 1280 }, async (page) => {
      await page.goto(address)
      await chooseFiles(page, 'Slides, notes and papers', wrong)
      await press(page, 'Add')
      await page.getByRole('alert').getByText('“program.exe” must be a').waitFor()
      await look(page, 'a file of a form that is refused')
      await page.reload()
      await chooseFiles(page, 'Slides, notes and papers', long)
      await pressWhileItBreaks(page, 'Add', 'Added. It is being checked for viruses.')
      await look(page, 'a file of a form that has come')
      await scanAll(site.services)
      await page.reload()
      assert.equal(await page.getByRole('link', { name: 'long.pdf' }).count(), 1)
    })
    await as('pam', { scripts: false, width: 320 }, async (page) => {
      await page.goto(address)
      await chooseFiles(page, 'Slides, notes and papers', { ...long, name: 'without scripts.pdf' })
      await press(page, 'Add')
      await page.getByText('without scripts.pdf').waitFor()
      await look(page, 'a file of a form without scripts')
    })
  })
})
