import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { type UkParts, ukParts } from '../../src/core/time/uk-moment.ts'
import { tellOutcomes } from '../../src/features/decisions/telling/tell-outcomes.ts'
import type { SeedRole } from '../../src/seeds/people.ts'
import { type AssessedRound, assessedRound } from '../support/assessed-round.ts'
import { assertAccessible } from '../support/axe.ts'
import { browseAs, fillParts, press, seededPerson, type Use } from '../support/browse-as.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { serve } from '../support/site.ts'
import { verifyExported } from '../support/verify-exported.ts'

const decisions = '/manage/funds/example-fund/finished-round/decisions'
const results = '/funds/example-fund/finished-round/results'
const hour = 3_600_000

/** A made-up round whose interviews are scored: from the portfolio to results that anybody replays. */
describe('the decisions of a round', () => {
  const ends: (() => Promise<void>)[] = []
  let ahead = 0
  let round: AssessedRound
  let browser: Browser
  let url: string
  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    const clock = () => new Date(Date.now() + ahead)
    round = await assessedRound(life, { applications: 60, assessors: 10, stage: 'interviewed', clock, work: true })
    url = await serve(life, round)
    browser = await openBrowser(life)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const as = async (role: SeedRole, scripts: boolean, use: Use): Promise<void> =>
    await browseAs(browser, round, url)(await seededPerson(round, role), scripts, use)

  const declare = async (page: Page): Promise<void> => {
    await page.goto(`${url}${decisions}/declare`)
    await assertAccessible(page, 'declaring conflicts', false)
    await page.getByLabel('I have no conflict with any of them').check()
    await press(page, 'Declare')
  }

  /** What stands in a row of the table of outcomes, in its last column. */
  const outcomeOf = async (page: Page, row: number): Promise<{ reference: string; now: string }> => {
    const cells = page.locator('main table tbody tr').nth(row)
    const reference = /[A-Z]+-\d{4}-[A-Z0-9]+-[A-Z0-9]/.exec((await cells.textContent()) ?? '')?.[0] ?? ''
    return { reference, now: ((await cells.locator('td').last().textContent()) ?? '').trim() }
  }

  let portfolio = ''

  it('starts from a portfolio that is chosen exactly, with what each rule costs and what comes close', async () => {
    await as('programme', true, async (page) => {
      await page.goto(`${url}${decisions}/portfolios`)
      await assertAccessible(page, 'no portfolios yet')
      await press(page, 'Work out what the rules propose')
      await page.waitForURL(/portfolios\/1$/)
      const { pathname } = new URL(page.url())
      portfolio = pathname
      const found = page.getByText('Worked out', { exact: true })
      for (let tries = 0; (await found.count()) === 0 && tries < 600; tries += 1) {
        await page.waitForTimeout(200)
        await page.reload()
      }
      assert.equal(await found.count(), 1)
      await assertAccessible(page, 'a portfolio')
      await page.getByText('What each rule of spread costs').first().waitFor()
      await page.getByText('Near misses: if one is put in').first().waitFor()
      assert.match((await page.locator('main').textContent()) ?? '', /Chosen in draws\s*of the scores/)
    })
  })

  it('lets the panel try another by hand, and recommend it under a named rule with reasons', async () => {
    await as('programme', false, declare)
    await as('panel', false, async (page) => {
      await declare(page)
      await page.goto(`${url}${decisions}/recommendation`)
      const rows = await page.locator('main table tbody tr').count()
      const all = await Promise.all(Array.from({ length: rows }, async (_, row) => await outcomeOf(page, row)))
      const out = all.findLast(({ now }) => now.startsWith('Award'))
      const into = all.find(({ now }) => now.startsWith('Reserve'))
      assert.ok(out && into, JSON.stringify(all))
      const depart = async (reference: string, outcome: string, reason: string) => {
        await page.goto(`${url}${decisions}/recommendation/applications/${reference}`)
        await page.getByLabel(outcome, { exact: true }).check()
        if (outcome === 'Award') await page.locator('#pounds').fill('90000')
        await page.locator('#rule').selectOption({ label: 'Checks found a risk' })
        await page.locator('#reason').fill(reason)
        await press(page, 'Save')
      }
      await depart(out.reference, 'Reserve', 'Risky')
      await assertAccessible(page, 'a departure without a reason of substance', false)
      assert.match((await page.locator('.govuk-error-summary').textContent()) ?? '', /reason/i)
      await depart(
        out.reference,
        'Reserve',
        'Its section 151 officer reported that it cannot balance its budget this year',
      )
      await depart(
        into.reference,
        'Award',
        'It is first in reserve and takes the place of the one in which checks found a risk',
      )
      await assertAccessible(page, 'the recommendation', false)
      assert.match((await page.locator('main').textContent()) ?? '', /departures\s*2/)
    })
    await as('programme', false, async (page) => {
      await page.goto(`${url}${decisions}/note`)
      for (const test of ['Regularity', 'Propriety', 'Value for money', 'Feasibility'])
        await page
          .getByLabel(test)
          .fill(`The method was looked at for this and meets it: rules came before applications.`)
      await page.getByLabel('Name of the accounting officer').fill('Jo Made Up')
      await press(page, 'Save')
      await assertAccessible(page, 'the accounting officer’s note', false)
      await page.goto(`${url}${decisions}/submission/edit`)
      for (const part of ['Summary', 'Options', 'Lines to take'])
        await page.getByLabel(part).fill('Words of some length that say what whoever decides has to know of it.')
      await press(page, 'Save')
      await assertAccessible(page, 'the submission', false)
      await page.goto(`${url}${decisions}/recommendation`)
      await press(page, 'Freeze the recommendation')
      await assertAccessible(page, 'the frozen recommendation', false)
    })
  })

  it('is decided by a minister, who says when everybody is told', async () => {
    await as('decision', false, async (page) => {
      await page.goto(`${url}/home`)
      assert.match((await page.locator('main').textContent()) ?? '', /Decide on awards of/)
      await declare(page)
      await page.goto(`${url}${decisions}/decision/record`)
      await press(page, 'Record the decision')
      await assertAccessible(page, 'a decision that lacks everything', false)
      await page.getByLabel('I did').check()
      await page.locator('#title').fill('Minister (made up)')
      const tell = ukParts(new Date(Date.now() + hour))
      await fillParts(page, 'tell', { ...dayOf(tell), clock: `${tell.hour}:${tell.minute}` })
      const expires = ukParts(new Date(Date.now() + 90 * 24 * hour))
      await fillParts(page, 'expires', dayOf(expires))
      await page.locator('input[name="approval"][value="no"]').check()
      await page.locator('#reason').fill('Nobody is asked to approve what is made up')
      await press(page, 'Record the decision')
      await page.getByText('The decision is recorded').waitFor()
      await assertAccessible(page, 'the decision', false)
    })
  })

  it('is told in letters that the team writes and looks at first', async () => {
    await as('programme', false, async (page) => {
      await page.goto(`${url}${decisions}`)
      await page.getByRole('link', { name: 'Telling the funders' }).click()
      await assertAccessible(page, 'telling the funders', false)
      await page.goto(`${url}${decisions}/telling`)
      await assertAccessible(page, 'telling everybody', false)
      await page.getByRole('link', { name: 'Offered an award', exact: true }).click()
      await page.getByLabel('Text of the letter').fill('{{outcome}} It is {{reference}}, {{councel}}.')
      await press(page, 'Save')
      await assertAccessible(page, 'a letter with what no letter takes', false)
      await page
        .getByLabel('Text of the letter')
        .fill('## Well done\n\n{{outcome}} It is {{reference}}.\n\n- {{debrief}}\n- {{complaint}}')
      await press(page, 'Preview')
      await assertAccessible(page, 'the preview of a letter', false)
      assert.match((await page.locator('#preview').textContent()) ?? '', /offered an award of £/)
      await press(page, 'Save')
      await page.getByText('The letter is saved').waitFor()
    })
  })

  it('is told to nobody before its time, and then to everybody', async () => {
    const { services } = round
    const told = async (): Promise<string> => {
      await tellOutcomes(services)
      let said = ''
      await as('programme', false, async (page) => {
        await page.goto(`${url}${decisions}/awards`)
        await assertAccessible(page, 'awards', false)
        said = (await page.locator('main').textContent()) ?? ''
      })
      return said
    }
    assert.match(await told(), /are offered, from/)
    ahead = 2 * hour
    assert.match(await told(), /What is offered and accepted/)
  })

  it('is read by its applicant on one page, from the application on', async () => {
    const { rows } = await sql<{ personId: string; reference: string }>`
      select m.person_id as "personId", a.reference from award w join application a on a.id = w.application_id
        join membership m on m.organisation_id = a.lead_id and m.state = 'confirmed'
      order by a.reference limit 1`.execute(round.services.db)
    const [lead] = rows
    assert.ok(lead)
    await browseAs(browser, round, url)(lead.personId, false, async (page) => {
      await page.goto(`${url}/applications/${lead.reference}`)
      await assertAccessible(page, 'the tasks of an application that is decided', false)
      await page.getByRole('link', { name: 'The letter', exact: true }).click()
      await assertAccessible(page, 'what came of an application', false)
      const words = (await page.locator('main').textContent()) ?? ''
      for (const part of [
        'Received',
        'On the shortlist',
        'Interview',
        'Well done',
        'waits for the council’s signatures',
      ])
        assert.ok(words.includes(part), part)
    })
  })

  it('is published, and replays in a process of its own from what is published alone', async () => {
    await as('programme', false, async (page) => {
      await page.goto(`${url}/manage${results}`)
      await assertAccessible(page, 'before results are published', false)
      await press(page, 'Publish the results')
      await assertAccessible(page, 'results that were not read over', false)
      await page.getByLabel('I have read every text').check()
      await press(page, 'Publish the results')
    })
    const context = await contextFor(browser, { scripts: false, width: 320 })
    try {
      const page = await context.newPage()
      await page.goto(`${url}${results}`)
      await assertAccessible(page, 'the public results', false)
      assert.ok((await page.locator('main table').first().locator('tbody tr').count()) > 0)
      await page
        .getByRole('link', { name: /received$/ })
        .last()
        .click()
      await assertAccessible(page, 'the applications behind a public figure', false)
      const record = await (await context.request.get(`${url}${results}/decision-record.json`)).text()
      const { exit, output } = await verifyExported(record)
      assert.equal(exit, 0, output.slice(0, 600))
      assert.equal(JSON.parse(output).ok, true, output.slice(0, 600))
      const changed = record.replace('"pounds":90000', '"pounds":90001')
      assert.notEqual(changed, record)
      assert.equal(JSON.parse((await verifyExported(changed)).output).ok, false)
    } finally {
      await context.close()
    }
    assert.notEqual(portfolio, '')
  })
})

const dayOf = ({ day, month, year }: UkParts) => ({ day, month, year })
