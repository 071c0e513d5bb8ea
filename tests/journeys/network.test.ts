import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { assertAccessible } from '../support/axe.ts'
import { fillParts, press } from '../support/browse-as.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import {
  managedNetworkAddress,
  type NetworkAtWork,
  networkAddress,
  networkAtWork,
  type Somebody,
} from '../support/network-at-work.ts'
import { serve } from '../support/site.ts'

/** Without scripts, on the narrowest screen: what works there works everywhere. */
const narrow = { scripts: false, width: 320 } as const

describe('the network of a fund', () => {
  const ends: (() => Promise<void>)[] = []
  let world: NetworkAtWork
  let browser: Browser
  let url: string
  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    world = await networkAtWork(life, { conduct: false })
    url = await serve(life, world)
    browser = await openBrowser(life)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const as = async ({ id }: Somebody, use: (page: Page) => Promise<void>): Promise<void> => {
    const { cookies } = await world.signedIn(id)
    const context = await contextFor(browser, narrow)
    try {
      await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })))
      await use(await context.newPage())
    } finally {
      await context.close()
    }
  }
  const look = async (page: Page, name: string): Promise<void> => {
    await assertAccessible(page, name)
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, name)
  }

  /** Where the link of the invitation goes to that somebody accepts it with. */
  const acceptingLink = async ({ email }: Somebody): Promise<string> => {
    const { rows } = await sql<{ body: string }>`
      select body from message where recipient = ${email} and kind = 'network.event-invited'`.execute(world.services.db)
    return /\/event-answers\/\S+\?answer=going/.exec(rows[0]?.body ?? '')?.[0] ?? ''
  }

  /** Where somebody reads what was done about them, by the mail that told them. */
  const measureOf = async ({ email }: Somebody): Promise<string> => {
    const { rows } = await sql<{ body: string }>`
      select body from message where recipient = ${email} and kind = 'network.moderated'`.execute(world.services.db)
    return /\/network\/[^\s]+\/measures\/[0-9a-f-]+/.exec(rows[0]?.body ?? '')?.[0] ?? ''
  }

  it('lets the programme team invite everybody to an event', async () => {
    await as(world.team, async (page) => {
      await page.goto(`${url}${managedNetworkAddress}`)
      await look(page, 'running the network')
      await page.getByRole('link', { name: 'Plan an event' }).click()
      await press(page, 'Invite everybody')
      await look(page, 'an event with everything missing')
      await page.getByLabel('Title').fill('Mutuals in practice')
      await page.getByLabel('What is it about?').fill('Two councils tell.')
      await page.getByLabel('Online', { exact: true }).check()
      await page.getByLabel('Where is it?').fill('Video call')
      await page.getByLabel('How to join').fill('https://meet.example/abc')
      await fillParts(page, 'starts', { day: '1', month: '7', year: '2099', clock: '2pm' })
      await fillParts(page, 'ends', { day: '1', month: '7', year: '2099', clock: '3pm' })
      await page.getByLabel('How many can come?').fill('1')
      await press(page, 'Invite everybody')
      await page.getByText('Everybody in the network is invited').waitFor()
      await look(page, 'an event to hold')
    })
  })

  it('takes an award holder from the code of conduct to a profile, a question and a place at the event', async () => {
    await as(world.holder, async (page) => {
      await page.goto(`${url}/home`)
      await page.getByRole('link', { name: /^Network of Example Fund/ }).click()
      await look(page, 'the network')
      await page.getByRole('link', { name: 'read and accept the code of conduct' }).click()
      await press(page, 'Continue')
      await look(page, 'the code, not accepted')
      await page.getByLabel('I accept the code of conduct').check()
      await press(page, 'Continue')
      await page.getByRole('link', { name: 'Councils and your peers' }).click()
      await page.getByRole('link', { name: 'Write your profile' }).click()
      await look(page, 'a profile to write')
      await page.getByLabel('Housing').check()
      await page.getByLabel('Comparing the options').check()
      await press(page, 'Save')
      await look(page, 'councils')
      await page.goto(`${url}${networkAddress}/questions`)
      await look(page, 'no questions yet')
      await page.getByRole('button', { name: 'Ask or tell the network' }).click()
      await page.getByLabel('Title').fill('Who owns the buildings?')
      await page.getByLabel('Topic').selectOption('legal')
      await page.getByLabel('What do you want to ask or tell?').fill('In **your** new body? <script>alert(1)</script>')
      await press(page, 'Post it')
      await page.getByText('<script>alert(1)</script>').waitFor()
      await look(page, 'a question')
      await page.goto(`${url}${networkAddress}/events`)
      await look(page, 'events')
      await page.getByRole('link', { name: 'Mutuals in practice' }).click()
      await page.getByLabel('Yes').check()
      await press(page, 'Save your answer')
      await page.getByText('https://meet.example/abc').waitFor()
      await look(page, 'an event with a place')
    })
  })

  it('lets a peer answer, report, and wait for a place', async () => {
    await as(world.peer, async (page) => {
      await page.goto(`${url}${networkAddress}/conduct`)
      await page.getByLabel('I accept the code of conduct').check()
      await press(page, 'Continue')
      await page.getByRole('link', { name: 'Who owns the buildings?' }).click()
      await page.getByLabel('Your answer').fill('The council, on a lease.')
      await press(page, 'Answer')
      await page.getByText('The council, on a lease.').waitFor()
      await page.getByRole('link', { name: /^Report/ }).click()
      await page.getByLabel('What is wrong with it?').fill('It has a script in it')
      await look(page, 'reporting a post')
      await press(page, 'Report it')
    })
  })

  it('takes an answer from the invitation in the mail, of whoever is not signed in', async () => {
    const context = await contextFor(browser, narrow)
    const page = await context.newPage()
    await page.goto(`${url}${await acceptingLink(world.peer)}`)
    assert.ok(await page.getByLabel('Yes').isChecked())
    await look(page, 'an invitation')
    await press(page, 'Save your answer')
    await page.getByText('The event is full').first().waitFor()
    await look(page, 'an invitation that is answered')
    await context.close()
  })

  it('lets the team decide on the report, and the author appeal', async () => {
    await as(world.team, async (page) => {
      await page.goto(`${url}${managedNetworkAddress}/moderation`)
      await look(page, 'moderation')
      await page.getByRole('link', { name: 'Who owns the buildings?' }).click()
      await page.getByLabel('Hide it').check()
      await page.getByLabel('Why?').fill('Leave scripts out')
      await look(page, 'deciding on a post')
      await press(page, 'Decide')
      await page.getByText('Post hidden').waitFor()
    })
    await as(world.holder, async (page) => {
      await page.goto(`${url}${await measureOf(world.holder)}`)
      await look(page, 'what was done')
      await page.getByLabel('Ask for it to be looked at again').fill('It was an example')
      await press(page, 'Ask')
      await page.getByText('The programme team looks at it again').waitFor()
    })
  })

  it('publishes a case study to members and then to everybody', async () => {
    await as(world.holder, async (page) => {
      await page.goto(`${url}${networkAddress}/library/new`)
      await page.getByLabel('Case study').check()
      for (const [label, text] of [
        ['Title', 'A lease that worked'],
        ['What is it about?', 'Who owns what.'],
        ['Text', 'The council does.'],
        ['Who wrote it?', 'Holly Holder'],
      ] as const)
        await page.getByLabel(label, { exact: true }).fill(text)
      await page.getByLabel('Licence').selectOption('ogl-3')
      await look(page, 'a case study to send')
      await press(page, 'Send it for review')
      await page.getByText('The programme team reviews it').waitFor()
    })
    await as(world.team, async (page) => {
      await page.goto(`${url}${managedNetworkAddress}`)
      await page.getByRole('link', { name: 'Review: A lease that worked' }).click()
      await page.getByLabel('Let the members of the network read it').check()
      await press(page, 'Save')
      await page.getByLabel('Publish it for everybody').check()
      await look(page, 'a case study to review')
      await press(page, 'Save')
    })
    const context = await contextFor(browser, narrow)
    const page = await context.newPage()
    await page.goto(`${url}${networkAddress}/resources`)
    await look(page, 'what is public')
    await page.getByRole('link', { name: 'A lease that worked' }).click()
    await page.getByText('The council does.').waitFor()
    await context.close()
  })
})
