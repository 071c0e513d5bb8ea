import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import type { MessageKind } from '../../src/core/notifications/index.ts'
import { giveRole } from '../../src/features/accounts/index.ts'
import { startApplication } from '../../src/features/applications/index.ts'
import { roundByPath } from '../../src/features/funds/index.ts'
import { publishPage, savePage } from '../../src/features/guidance/index.ts'
import { sendDigests } from '../../src/features/notifications/centre/send-digests.ts'
import { queueMessage } from '../../src/features/notifications/index.ts'
import { sendMessage } from '../../src/features/notifications/send-message.ts'
import type { Message } from '../../src/platform/mail/mailer.ts'
import type { Services } from '../../src/platform/services.ts'
import { assertAccessible } from '../support/axe.ts'
import { press } from '../support/browse-as.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import { type OpenRound, openRound, type PersonName } from '../support/open-round.ts'
import { type TestServer, testServer } from '../support/server.ts'
import { serve } from '../support/site.ts'
import { freshDatabase } from '../support/template.ts'

const guidance = '## Who can apply\n\nA **lighthouse** authority, as [the rules](https://rules.example) say.'

describe('finding things, and being told of them, on a phone without scripts', () => {
  const ends: (() => Promise<void>)[] = []
  let now = new Date('2026-10-23T12:00:00Z')
  let server: TestServer
  let round: OpenRound
  let browser: Browser
  let url: string
  /** The service, with its mail kept. */
  let services: Services
  const mail: Message[] = []
  /** Of Alder: due in a week, and in two days. */
  let later: string
  let sooner: string

  before(async () => {
    const life = lastFirst({ after: (end) => ends.push(end) })
    server = await testServer(life, await freshDatabase(life), { clock: () => now })
    services = {
      ...server.services,
      mailer: {
        kind: 'smtp',
        close: () => undefined,
        send: async (message) => {
          mail.push(message)
          return { ok: true, id: message.id }
        },
      },
    }
    round = await openRound(services)
    later = await round.draft()
    sooner = await draftOfSecondRound()
    await publishGuidance()
    url = await serve(life, server)
    browser = await openBrowser(life)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  async function draftOfSecondRound(): Promise<string> {
    const { db } = services
    await sql`insert into round (id, fund_id, slug, name, published_at, opens_at, deadline_at, eligible_kinds, form_version_id, created_at)
      select ${services.newId()}::uuid, fund_id, 'second', 'Second round', published_at, opens_at,
        deadline_at - interval '5 days', eligible_kinds, form_version_id, created_at from round where slug = 'first'`.execute(
      db,
    )
    const second = await roundByPath(db, 'test-fund', 'second')
    if (second === undefined) throw new Error('the second round has been written')
    const started = await startApplication(services, await round.actor('ann'), {
      round: second,
      leadId: 'T-ALDER',
      another: true,
      receivedAt: now,
    })
    return started.ok ? started.value.reference : assert.fail('the draft was refused')
  }

  async function publishGuidance(): Promise<void> {
    const page = { roundId: round.round.id, slug: 'how-to-apply', personId: null, at: now } as const
    await services.db.transaction().execute(async (tx) => {
      await savePage(tx, services, { ...page, title: 'How to apply', summary: 'What to do', body: guidance })
      const published = await publishPage(tx, services, { ...page, changeNote: '', changeKind: 'content' })
      assert.ok(published.ok)
    })
  }

  const as = async (name: PersonName | undefined, use: (page: Page) => Promise<void>): Promise<void> => {
    const context = await contextFor(browser, { scripts: false, width: 320 })
    try {
      if (name !== undefined) {
        const { cookies } = await server.signedIn(round.people[name])
        await context.addCookies([...cookies].map(([key, value]) => ({ name: key, value, url })))
      }
      await use(await context.newPage())
    } finally {
      await context.close()
    }
  }

  /** Every state is within reach of everybody, and has help and the status in the same place. */
  const look = async (page: Page, state: string): Promise<void> => {
    await assertAccessible(page, state)
    const links = await page.locator('footer a').allTextContents()
    const names = links.map((text) => text.trim())
    assert.equal(names.indexOf('Help and contact'), 0, state)
    assert.equal(names.indexOf('Status'), 5, state)
  }

  const search = async (page: Page, words: string): Promise<void> => {
    await page.goto(`${url}/search`)
    await page.getByLabel('Words or a reference').fill(words)
    await press(page, 'Search')
  }

  /** Where everything is that was found. */
  const found = async (page: Page): Promise<readonly string[]> =>
    await page.locator('main section a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))

  const opensAll = async (page: Page): Promise<void> => {
    for (const href of await found(page)) assert.equal((await page.goto(url + href))?.status(), 200, href)
  }

  const queue = async (kind: MessageKind, subject: string, body: string, fundId?: string): Promise<string> =>
    await services.db.transaction().execute(
      async (tx) =>
        await queueMessage(tx, services, {
          kind,
          words: () => ({ subject, body }),
          recipient: 'ann@example.gov.uk',
          personId: round.people.ann,
          ...(fundId === undefined ? {} : { fundId }),
        }),
    )

  /** Sends what is to be sent now. */
  async function deliver(): Promise<readonly Message[]> {
    const before = mail.length
    const { rows } = await sql<{ id: string }>`
      select id from message where state = 'queued' and recipient = 'ann@example.gov.uk' order by created_at, id`.execute(
      services.db,
    )
    for (const { id } of rows) await sendMessage(services, id)
    return mail.slice(before)
  }

  it('finds by words and by a reference what an officer may open, and each of it opens', async () => {
    await as('ann', async (page) => {
      await page.goto(`${url}/search`)
      await look(page, 'search before anything is looked for')
      await search(page, 'lighthouse')
      const text = (await page.locator('main section').allTextContents()).join(' ')
      assert.match(text, /Who can apply A lighthouse authority, as the rules say/)
      assert.equal(await page.locator('mark').first().textContent(), 'lighthouse')
      await look(page, 'guidance that was found')
      await opensAll(page)
      await search(page, 'Alder')
      for (const reference of [later, sooner])
        assert.ok((await found(page)).includes(`/applications/${reference}`), reference)
      await look(page, 'applications that were found')
      await opensAll(page)
      await search(page, later.toLowerCase().replaceAll('-', ' '))
      assert.equal((await found(page))[0], `/applications/${later}`)
      await look(page, 'a reference that was found')
      await opensAll(page)
    })
  })

  it('finds for nobody what they may not open', async () => {
    for (const name of ['ben', 'nobody', undefined] as const)
      await as(name, async (page) => {
        for (const words of [later, sooner, 'Alder']) {
          await search(page, words)
          await page.getByText('Nothing that you may open has these words').waitFor()
        }
        await look(page, `nothing found by ${name ?? 'a visitor'}`)
        await search(page, 'lighthouse')
        assert.equal((await found(page)).length, 1)
        await opensAll(page)
        if (name !== undefined)
          assert.equal((await page.goto(`${url}/applications/${later}`))?.status(), 404, `${name} opens it`)
      })
  })

  it('shows what is due first, and tells somebody new what will come', async () => {
    await as('ann', async (page) => {
      await page.goto(`${url}/home`)
      const titles = await page.locator('main .govuk-task-list__link').allTextContents()
      const places = [sooner, later].map((reference) => titles.findIndex((title) => title.includes(reference)))
      assert.deepEqual(places, [0, 1])
      await look(page, 'your work')
    })
    await as('nobody', async (page) => {
      await page.goto(`${url}/home`)
      await page.getByText('Nothing waits for you now. What will come here:').waitFor()
      await page.getByRole('link', { name: 'say which organisation you work for' }).waitFor()
      await look(page, 'your work of somebody new')
    })
  })

  it('takes an officer from a notification to what it is about', async () => {
    await queue('page-given', 'A page is yours', `Write it:\n${url}/applications/${later}`, round.round.fundId)
    await as('ann', async (page) => {
      await page.goto(`${url}/notifications`)
      await look(page, 'notifications that are not read')
      await page.getByRole('link', { name: 'A page is yours' }).click()
      await look(page, 'a notification')
      await page.getByRole('button', { name: 'Go to it' }).click()
      await page.waitForURL(`${url}/applications/${later}`)
      await page.goto(`${url}/notifications?show=unread`)
      assert.equal(await page.getByRole('link', { name: 'A page is yours' }).count(), 0)
      await look(page, 'notifications that are all read')
    })
    await as('ben', async (page) => {
      await page.goto(`${url}/notifications`)
      await page.getByText('What we email you about your work comes here too.').waitFor()
      await look(page, 'no notifications yet')
    })
  })

  it('puts off what an officer chooses, of a subject and of one fund, and sends it in one email once', async () => {
    await deliver()
    await as('ann', async (page) => {
      await page.goto(`${url}/notifications`)
      await page.getByRole('link', { name: 'Choose what we email you' }).click()
      await page.getByLabel('Applications').selectOption('daily')
      await press(page, 'Save')
      await page.getByText('What we email you is changed').waitFor()
      await look(page, 'what we email you')
      await page.getByRole('link', { name: 'Test fund' }).click()
      await page.getByLabel('Network').selectOption('daily')
      await page.getByLabel('Going live and benefits').selectOption('daily')
      await press(page, 'Save')
      await page.getByText('What we email you is changed').waitFor()
      await look(page, 'what we email you about one fund')
    })
    const { fundId } = round.round
    await queue('page-commented', 'A comment', 'Read it')
    await queue('network.answer', 'An answer in the fund', 'Read it', fundId)
    await queue('network.answer', 'An answer elsewhere', 'Read it')
    await queue('benefits.return-due', 'A return is due', 'Send it', fundId)
    const atOnce = await deliver()
    assert.deepEqual(atOnce.map(({ subject }) => subject).toSorted(), ['A return is due', 'An answer elsewhere'])

    now = new Date('2026-10-24T06:00:00Z')
    await Promise.all([sendDigests(services), sendDigests(services)])
    const digests = await deliver()
    assert.deepEqual(
      digests.map(({ subject }) => subject.split(':')[0]),
      ['2 messages for you'],
    )
    const text = digests[0]?.text ?? ''
    assert.match(text, /Test fund\n- An answer in the fund/)
    assert.match(text, /Other messages\n- A comment/)
    now = new Date('2026-10-25T07:00:00Z')
    await sendDigests(services)
    assert.deepEqual(await deliver(), [])
    await as('ann', async (page) => {
      for (const [, path = ''] of text.matchAll(/https?:\/\/[^/\s]+(\/notifications\/messages\/\S+)/g))
        assert.equal((await page.goto(url + path))?.status(), 200)
    })
  })

  it('stops emails by their link: opening it asks, the button acts', async () => {
    await queue('network.answer', 'Another answer', 'Read it')
    const [message] = await deliver()
    const link = new URL((message?.headers?.['List-Unsubscribe'] ?? '').slice(1, -1))
    await as(undefined, async (page) => {
      await page.goto(url + link.pathname)
      await look(page, 'stopping emails')
      await queue('network.answer', 'Opening it stops nothing', 'Read it')
      assert.equal((await deliver()).length, 1)
      await press(page, 'Stop these emails')
      await page.getByRole('heading', { name: 'You will not get these emails' }).waitFor()
      await look(page, 'emails that are stopped')
    })
    await queue('network.answer', 'After stopping', 'Read it')
    assert.deepEqual(await deliver(), [])
    await as('ann', async (page) => {
      await page.goto(`${url}/notifications/delivery`)
      assert.equal(await page.getByLabel('Network').inputValue(), 'centre')
      await page.goto(`${url}/notifications`)
      await page.getByRole('link', { name: 'After stopping' }).waitFor()
    })
  })

  it('leads everybody from the same place to help with the round at hand and to the status', async () => {
    await as('ann', async (page) => {
      await page.goto(`${url}/applications/${later}`)
      await page.locator('footer').getByRole('link', { name: 'Help and contact' }).click()
      await page.getByText('Test fund: First round').first().waitFor()
      await look(page, 'help with an application')
    })
    await as(undefined, async (page) => {
      await page.goto(url)
      await sql`update round set contact_email = 'first@programme.example' where name = 'First round'`.execute(
        services.db,
      )
      await page.locator('footer').getByRole('link', { name: 'Help and contact' }).click()
      const row = page.locator('.govuk-summary-list__row', { has: page.getByRole('link', { name: /: First round$/ }) })
      const address = row.getByRole('link', { name: 'first@programme.example' })
      assert.equal(await address.getAttribute('href'), 'mailto:first@programme.example')
      await look(page, 'help for whoever comes from no round')
      await page.locator('footer').getByRole('link', { name: 'Status' }).click()
      await page.getByRole('heading', { name: 'Status of the service' }).waitFor()
      await page.getByText('Working').first().waitFor()
      await look(page, 'the status')
    })
  })

  it('gathers what an administrator looks after behind one entry, whose every link opens', async () => {
    const role = { role: 'administrator', fundId: null, by: null, at: now } as const
    await services.db
      .transaction()
      .execute(async (tx) => await giveRole(tx, services, { ...role, personId: round.people.nobody }))
    await as('nobody', async (page) => {
      await page.goto(`${url}/home`)
      await page.getByRole('link', { name: 'Admin', exact: true }).click()
      await look(page, 'administration')
      const hrefs = await page
        .locator('main li a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
      assert.equal(hrefs.length, 8)
      for (const href of hrefs) assert.equal((await page.goto(url + href))?.status(), 200, href)
    })
  })
})
