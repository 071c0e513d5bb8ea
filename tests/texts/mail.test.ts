import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { remindDrafts } from '../../src/features/applications/reminding/remind-drafts.ts'
import { withdrawApplication } from '../../src/features/applications/submitting/withdraw-application.ts'
import { groupNames } from '../../src/features/notifications/centre/centre.messages.ts'
import { chooseDelivery } from '../../src/features/notifications/centre/choose-delivery.ts'
import { sendDigests } from '../../src/features/notifications/centre/send-digests.ts'
import { queueMessage } from '../../src/features/notifications/index.ts'
import { sendMessage } from '../../src/features/notifications/send-message.ts'
import type { Message } from '../../src/platform/mail/mailer.ts'
import type { Services } from '../../src/platform/services.ts'
import { accented, inEnglish } from '../support/accented.ts'
import { lastFirst } from '../support/last-first.ts'
import { offeredAwards } from '../support/offered-awards.ts'
import { freshDatabase } from '../support/template.ts'
import { fillWhole, roundWithClock, submitAt } from '../support/whole-application.ts'

const { tag } = accented.language
const life = lastFirst({ after })
const languages = [{ ...accented, offered: true }]

type Written = { readonly to: string; readonly language: string | null; readonly text: string }

/** The last messages of a kind, one for each who got one, by address. */
async function written({ db }: Services, kind: string): Promise<readonly Written[]> {
  const { rows } = await sql<Written>`
    select distinct on (recipient) recipient as to, language, subject || E'\\n' || body as text from message
    where kind = ${kind} order by recipient, created_at desc, id desc`.execute(db)
  return rows
}

const hasAccents = (text: string): boolean => /[âêîôûŵŷ]/.test(text)

/** Numbers of what is one's own and dates stand in the languages that `Intl` knows. */
const settled = (text: string): string => inEnglish(text).toLowerCase()

async function reads({ db }: Services, email: string, language: string): Promise<void> {
  await sql`update person set language = ${language} where email = ${email}`.execute(db)
}

/** That one of two got it in accents and the other in English. */
function assertEach(mails: readonly Written[], accents: string, english: string): void {
  const of = (email: string) => mails.find(({ to }) => to === email)
  assert.deepEqual([of(accents)?.language, of(english)?.language], [tag, null])
  assert.ok(hasAccents(of(accents)?.text ?? ''))
  assert.ok(!hasAccents(of(english)?.text ?? 'â'))
}

const start = new Date('2026-11-25T12:00:00Z')
const [ann, adam] = ['ann@example.gov.uk', 'adam@example.gov.uk']

describe('a mail', async () => {
  const all = await roundWithClock(life, await freshDatabase(life), start, undefined, { languages })
  const { services, server, round, setClock } = all
  await reads(services, ann, tag)

  it('to sign in is in the language of the browser, or else of the person', async () => {
    const asking = async (email: string, language?: string): Promise<Written | undefined> => {
      const browser = server.visitor()
      if (language !== undefined) browser.cookies.set('language', language)
      assert.equal((await browser.post('/sign-in', { email })).status, 303)
      return (await written(services, 'sign-in')).find(({ to }) => to === email)
    }
    assert.equal((await asking('new@example.gov.uk', tag))?.language, tag)
    assert.equal((await asking('other@example.gov.uk'))?.language, null)
    assert.equal((await asking(adam))?.language, null)
    assert.equal((await asking(ann, 'en'))?.language, null)
    setClock(new Date(start.getTime() + 1000))
    const mail = await asking(ann)
    assert.equal(mail?.language, tag)
    const [, link = ''] = /(http\S+)/.exec(mail?.text ?? '') ?? []
    const { pathname } = new URL(link)
    const signed = await server.visitor().post(pathname, {})
    assert.equal(signed.status, 303)
    // A browser in which nobody chose goes on in the language of the person.
    assert.match(String(signed.headers['set-cookie']), new RegExp(`language=${tag};`))
  })

  it('of a receipt is in the language of whoever submitted', async () => {
    const reference = await round.draft()
    await fillWhole(all, reference)
    for (const actor of [all.ann, await round.actor('adam')]) {
      assert.ok((await submitAt(all, reference, services.clock(), actor)).ok)
      const receivedAt = services.clock()
      assert.ok((await withdrawApplication(services, actor, { reference, receivedAt })).ok)
    }
    const mails = await written(services, 'application-receipt')
    assertEach(mails, ann, adam)
    assert.match(settled(mails.find(({ to }) => to === ann)?.text ?? ''), /you can withdraw the application/)
  })

  it('of a reminder is in the language of each who can write, in one and the same go', async () => {
    setClock(new Date(round.deadlineAt.getTime() - 2 * 3_600_000))
    await remindDrafts(services)
    assertEach(await written(services, 'deadline-reminder'), ann, adam)
  })

  it('of a digest is too, with the event and the way out in the same, and says which it is', async () => {
    const given: Message[] = []
    const mailing: Services = {
      ...services,
      mailer: {
        kind: 'smtp',
        send: async (message) => {
          given.push(message)
          return { ok: true, id: message.id }
        },
        close: () => undefined,
      },
    }
    for (const [name, email] of [
      ['ann', ann],
      ['adam', adam],
    ] as const) {
      const { personId } = await round.actor(name)
      const choices = [{ group: 'network', delivery: 'daily' }] as const
      await chooseDelivery(services, { personId, fundId: null, choices, at: services.clock() })
      await services.db.transaction().execute(
        async (tx) =>
          await queueMessage(tx, services, {
            kind: 'network.event-changed',
            recipient: email,
            words: (say) => ({ subject: say(groupNames).network, body: '' }),
          }),
      )
    }
    setClock(new Date(services.clock().getTime() + 25 * 3_600_000))
    await sendDigests(services)
    assertEach(await written(services, 'digest'), ann, adam)
    const { rows } = await sql<{ id: string }>`select id from message where kind = 'digest' order by id`.execute(
      services.db,
    )
    for (const { id } of rows) await sendMessage(mailing, id)
    const [own, english] = [given.find(({ to }) => to === ann), given.find(({ to }) => to === adam)]
    assert.match(own?.text ?? '', /Nêtŵôrk[\s\S]*Stôp thêsê êmâîls/)
    assert.match(english?.text ?? '', /Network[\s\S]*Stop these emails/)
    assert.deepEqual([own?.headers?.['Content-Language'], english?.headers?.['Content-Language']], [tag, undefined])
  })

  it('to somebody who subscribed is in the language in which they did', async () => {
    const subscribing = async (email: string, language: string): Promise<void> => {
      const browser = server.visitor()
      browser.cookies.set('language', language)
      const answer = await browser.post('/funds/test-fund/first/subscribe', { email, kinds: 'deadline' })
      assert.equal(answer.status, 303)
    }
    await subscribing('cy@example.org', tag)
    await subscribing('en@example.org', 'en')
    // Whose address is that of a person has chosen by subscribing.
    await subscribing(ann, 'en')
    const mails = await written(services, 'subscription')
    assertEach(mails, 'cy@example.org', 'en@example.org')
    assertEach(mails, 'cy@example.org', ann)
  })
})

describe('the mail of a letter about the outcome', () => {
  it('is in the language of each of the council', async () => {
    const awards = await offeredAwards(life, { languages })
    const one = await awards.somebodyOf(awards.of(0), 'One', true)
    const two = await awards.somebodyOf(awards.of(0), 'Two', true)
    await reads(awards.round.services, one.email, tag)
    await awards.tell()
    assertEach(await written(awards.round.services, 'outcome-told'), one.email, two.email)
  })
})
