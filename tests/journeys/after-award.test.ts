import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { addMonths, isoDay } from '../../src/core/time/day.ts'
import { assertAccessible } from '../support/axe.ts'
import { browseAs, fillParts, press } from '../support/browse-as.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { chooseFiles } from '../support/choose-files.ts'
import { fillInDayOfActual } from '../support/fill-in-actual.ts'
import { lastFirst } from '../support/last-first.ts'
import { type Known, type OfferedAward, offeredAward } from '../support/offered-award.ts'
import { serve } from '../support/site.ts'

const question = 'Can a mutual keep the building?'
const event = 'Mutuals in practice'

/**
 * One council after its award: it accepts, is advised by an expert, has an order delivered by a supplier, comes to an event
 * and makes its return at twelve months. Time passes on the clock of the service. Without scripts.
 */
describe('an award, from its acceptance to its return at twelve months', () => {
  const ends: (() => Promise<void>)[] = []
  let world: OfferedAward
  let browser: Browser
  let url: string
  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    world = await offeredAward(life)
    url = await serve(life, world.server)
    browser = await openBrowser(life)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const as = ({ id }: Known, use: (page: Page) => Promise<void>) => browseAs(browser, world.server, url)(id, false, use)
  const look = (page: Page, state: string) => assertAccessible(page, `after an award, ${state}`)
  const own = (path: string) => `${url}/applications/${world.reference}${path}`
  const managed = (path: string) => `${url}/manage/funds/example-fund${path}`
  const main = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''
  const today = () => isoDay(world.server.services.clock())
  const dayIn = (months: number) => partsOf(addMonths(today(), months))

  it('is accepted with the signatures of two officers', async () => {
    await as(world.lead, async (page) => {
      await page.goto(own('/award'))
      for (const [role, { email }] of [
        [/^Senior/, world.senior],
        [/151/, world.finance],
      ] as const) {
        await page.getByRole('radio', { name: role }).check()
        await page.getByLabel('Full name', { exact: true }).fill('A Signer')
        await page.locator('#signer-job-title').fill('Officer')
        await page.getByLabel('Email address').fill(email)
        await press(page, 'Ask them to sign')
        await page.getByText('is asked to sign').waitFor()
      }
    })
    for (const signer of [world.senior, world.finance])
      await as(signer, async (page) => {
        await page.goto(own('/award'))
        await page.getByLabel('Your full name').fill('A Signer')
        await page.getByLabel('Your job title').fill('Officer')
        await page.getByRole('checkbox').check()
        await press(page, /^Sign$/)
        await page.getByText('You have signed').waitFor()
      })
    await as(world.lead, async (page) => {
      await page.goto(own('/award'))
      await look(page, 'accepted')
      assert.match(await main(page), /Accepted/)
    })
  })

  it('has an expert join the panel, who advises the council', async () => {
    await as(world.team, async (page) => {
      await page.goto(managed('/experts/terms'))
      await page.getByLabel('What is the fee for an hour?').fill('80')
      await page.getByLabel('What do experts agree to?').fill('It is confidential, and not legal advice.')
      await page.getByRole('button').last().click()
      await page.getByText('terms is in force').waitFor()
      await page.getByText('Invite an expert').click()
      await page.getByLabel('Email address').fill(world.expert.email)
      await press(page, 'Send the invitation')
      await page.getByText('is invited.').waitFor()
    })
    await as(world.expert, async (page) => {
      await page.goto(`${url}/experts/example-fund/terms`)
      await page.getByRole('checkbox').check()
      await press(page, 'Continue')
      await page.getByLabel(/^Housing/).check()
      await page
        .getByLabel(/mutual/i)
        .first()
        .check()
      await page.getByLabel('What have you done').fill('Led a mutual for ten years.')
      await page.getByLabel('How many hours a month can you give?').fill('8')
      await press(page, 'Save')
      await look(page, 'panel of an expert')
    })
    let asked = ''
    await as(world.lead, async (page) => {
      await page.goto(`${url}/experts/example-fund/ask?search=building`)
      await page.getByLabel('Your question in a line').fill(question)
      await page.getByLabel('What do you want to know?').fill('It stands on land of the council.')
      await page.getByLabel(/^Housing/).check()
      await press(page, 'Send the question')
      await page.getByText('Your question is sent').waitFor()
      asked = new URL(page.url()).pathname
    })
    await as(world.team, async (page) => {
      await page.goto(managed('/experts'))
      await page.getByRole('link', { name: question }).click()
      await page.getByLabel('Vera Expert').check()
      await press(page, 'Offer it')
      await page.getByText(/is offered to Vera Expert/).waitFor()
    })
    await as(world.expert, async (page) => {
      await page.goto(url + asked)
      await page.getByLabel('Yes', { exact: true }).check()
      await press(page, 'Answer')
      await page.getByText('You have taken the question').waitFor()
      await page.getByLabel('What do you advise?').fill('Take a lease of 25 years before staff transfer.')
      await page.getByLabel('How many hours did you spend in all?').fill('2')
      await press(page, 'Give this advice')
      await page.getByText('Take a lease of 25 years').first().waitFor()
    })
    await as(world.lead, async (page) => {
      await page.goto(url + asked)
      await page.getByText('Take a lease of 25 years').first().waitFor()
      await page.getByLabel('Yes, we accept the advice').check()
      await press(page, 'Answer')
      await page.getByText('We have told the expert').waitFor()
      await look(page, 'advised')
    })
  })

  it('has an order delivered by a supplier, which council and programme team accept', async () => {
    await as(world.team, async (page) => {
      await page.goto(managed('/support/suppliers'))
      await page.getByText('Add a lot').click()
      await page.getByLabel('Name of the lot').fill('Legal')
      await page.getByLabel('For which award?').selectOption(world.reference)
      await press(page, 'Add the lot')
      await page.getByText('The lot is added.').waitFor()
      await page.getByText('Add a supplier').click()
      await page.getByLabel('Name of the supplier').fill('Advice')
      await page.getByRole('checkbox', { name: 'Legal' }).check()
      await press(page, 'Add the supplier')
      await page.getByText('The supplier is added').waitFor()
      await page.getByLabel('Add somebody by email address').fill(world.supplier.email)
      await press(page, 'Add')
      await page.getByText('Added. We have sent them an email.').waitFor()
    })
    await as(world.supplier, async (page) => {
      await page.goto(`${url}/support`)
      await page.getByText(/^Declare for/).click()
      await page.getByLabel('No', { exact: true }).check()
      await press(page, 'Declare')
      await page.getByText('Declared.').waitFor()
    })
    let order = ''
    await as(world.team, async (page) => {
      await page.goto(managed(`/support/awards/${world.reference}/orders/new`))
      await page.getByLabel('Advice: Legal').check()
      await page.getByLabel('Legal advice').check()
      await page.getByLabel('Title').fill('A lease')
      await page.getByLabel('What is to be done?').fill('Draft the lease of the building.')
      await page.getByLabel('Days', { exact: true }).fill('4')
      await page.getByLabel('Day rate, without VAT').fill('800')
      await fillParts(page, 'due', dayIn(3))
      await press(page, 'Order')
      await page.getByText('Ordered. Say next what is to be delivered.').waitFor()
      order = new URL(page.url()).pathname.split('/').at(-1) ?? ''
      await page.getByText('Add what is to be delivered').click()
      await page.getByLabel('What is it?').fill('Draft lease')
      await page.getByLabel('Its price, without VAT').fill('3200')
      await fillParts(page, 'deliverable-due', dayIn(3))
      await press(page, 'Add')
      await page.getByText('Added.').waitFor()
    })
    world.later(60)
    await as(world.supplier, async (page) => {
      await page.goto(`${url}/support/orders/${order}`)
      await page.getByLabel('What do you deliver?').fill('The draft, for the council to sign.')
      const file = { name: 'lease.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') }
      await chooseFiles(page, 'Files (optional)', file)
      await press(page, 'Deliver Draft lease')
      await page.getByText('Delivered. We have told the council and the programme team.').waitFor()
    })
    for (const [side, address] of [
      [world.lead, own(`/support/orders/${order}`)],
      [world.team, managed(`/support/orders/${order}`)],
    ] as const)
      await as(side, async (page) => {
        await page.goto(address)
        await page.getByText('lease.pdf').waitFor()
        await page.getByRole('radio', { name: 'Accept' }).check()
        await page.getByLabel('Why?', { exact: true }).fill('It is what was ordered.')
        await press(page, 'Save')
        await page.getByText('Saved.').waitFor()
      })
    await as(world.lead, async (page) => {
      await page.goto(own(`/support/orders/${order}`))
      await look(page, 'delivered order')
    })
  })

  it('takes its council to an event, accepted from the invitation and attended', async () => {
    let held = ''
    await as(world.team, async (page) => {
      await page.goto(managed('/network'))
      await page.getByRole('link', { name: 'Plan an event' }).click()
      await page.getByLabel('Title').fill(event)
      await page.getByLabel('What is it about?').fill('Two councils tell.')
      await page.getByLabel('Online', { exact: true }).check()
      await page.getByLabel('Where is it?').fill('Video call')
      await page.getByLabel('How to join').fill('https://meet.example/abc')
      await fillParts(page, 'starts', { ...dayIn(1), clock: '2pm' })
      await fillParts(page, 'ends', { ...dayIn(1), clock: '3pm' })
      await page.getByLabel('How many can come?').fill('20')
      await press(page, 'Invite everybody')
      await page.getByText('Everybody in the network is invited').waitFor()
      held = page.url()
    })
    const { rows } = await sql<{ body: string }>`select body from message
      where recipient = ${world.lead.email} and kind = 'network.event-invited'`.execute(world.server.services.db)
    const [accepting = ''] = /\/event-answers\/\S+\?answer=going/.exec(rows[0]?.body ?? '') ?? []
    const context = await contextFor(browser, { scripts: true, width: 320 })
    const page = await context.newPage()
    await page.goto(url + accepting)
    assert.ok(await page.getByLabel('Yes').isChecked())
    await press(page, 'Save your answer')
    await page.getByText('You have a place').first().waitFor()
    await look(page, 'invitation that is accepted')
    await context.close()
    world.later(40)
    await as(world.team, async (page) => {
      await page.goto(held)
      await page.getByRole('checkbox').first().check()
      await press(page, 'Save who came')
      await page.getByText('Who came is saved.').waitFor()
      await look(page, 'event that was attended')
    })
  })

  it('is reported on at twelve months, with what finance has confirmed', async () => {
    world.later(255)
    await as(world.lead, async (page) => {
      await page.goto(own('/benefits'))
      await page.getByRole('link', { name: /Change who confirms/ }).click()
      await page.getByLabel('Name').fill('A Signer')
      await page.getByLabel('Email address').fill(world.finance.email)
      await press(page, 'Save')
      await page.getByRole('link', { name: 'Benefits register' }).click()
      await page.getByRole('button', { name: 'Add a benefit' }).click()
      await writeBenefit(page, { before: dayIn(-14), target: dayIn(24) })
      await press(page, 'Save')
      await page.goto(own('/sheets/actuals/add'))
      await page.getByLabel('Of which benefit?').selectOption({ label: 'A building given up' })
      await fillInDayOfActual(page, addMonths(today(), -1))
      await page.getByLabel('How much was it?').fill('52000')
      await page.getByLabel('What shows it?').fill('Outturn report to cabinet, table 4.')
      await page.getByLabel('Where can the evidence be read?').fill('https://council.example/outturn')
      await press(page, 'Save')
      assert.match(await main(page), /A building given up/)
    })
    await as(world.finance, async (page) => {
      await page.goto(own('/benefits'))
      await page.getByRole('button', { name: 'Confirm 1 actual' }).click()
      await page.getByLabel(/A building given up/).check()
      await press(page, 'Confirm')
    })
    await as(world.lead, async (page) => {
      await page.goto(own('/sheets/return-words/12'))
      await page.getByLabel(/What has been done/).fill('The building was given up.')
      await page.getByLabel(/Where do benefits differ/).fill('It was half a year late.')
      await page.getByLabel(/What would you tell a council/).fill('Ask the landlord first.')
      await press(page, 'Save')
      await page.getByRole('link', { name: 'At 12 months' }).click()
      await look(page, 'return to make')
      await press(page, 'Make a version and ask finance')
      await page.getByText('Made. Finance is asked to confirm it.').waitFor()
    })
    await as(world.finance, async (page) => {
      await page.goto(own('/benefits/returns/12'))
      await press(page, 'Confirm for finance')
      await page.getByText('You have confirmed the return for finance').waitFor()
    })
    await as(world.lead, async (page) => {
      await page.goto(own('/benefits/returns/12'))
      await press(page, 'Send to the programme team')
      await page.getByText('The return is sent').waitFor()
      assert.match(await main(page), /£52,000/)
      await look(page, 'return that is sent')
    })
    await as(world.team, async (page) => {
      await page.goto(managed('/benefits'))
      const ours = page.locator(`a[href*="${world.reference}"]`, { hasText: 'At 12 months' })
      await ours.click()
      await press(page, 'Accept')
      await page.getByText('The return is accepted').waitFor()
    })
  })
})

type Day = ReturnType<typeof partsOf>

function partsOf(day: string) {
  const [year = '', month = '', date = ''] = day.split('-')
  return { day: String(Number(date)), month: String(Number(month)), year }
}

async function writeBenefit(page: Page, { before, target }: { readonly before: Day; readonly target: Day }) {
  await page.getByLabel('What is the benefit?').fill('A building given up')
  await page.getByRole('radio', { name: 'Cashable saving', exact: true }).check()
  const said = {
    definition: 'Rent and running costs.',
    measure: 'Spend against budget',
    owner: 'Head of property',
    'falls-to': 'The council',
    baseline: '100000',
    'baseline-source': 'Ledger',
    target: '40000',
    attribution: '80',
    'attribution-reason': 'The lease would have ended anyway.',
    optimism: '10',
  }
  for (const [name, text] of Object.entries(said)) await page.locator(`[name="${name}"]`).fill(text)
  await fillParts(page, 'baseline-on', before)
  await fillParts(page, 'target-on', target)
  // What depends on the kind of benefit is shown once that is known.
  await press(page, 'Save')
  await page.locator('[name="line"]').fill('Premises')
  for (const [column, amount] of [
    ['low', '40000'],
    ['central', '60000'],
    ['high', '70000'],
  ])
    await page.locator(`[name="pounds-1-${column}"]`).fill(amount ?? '')
}
