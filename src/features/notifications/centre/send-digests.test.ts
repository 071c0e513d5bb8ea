import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import type { MessageKind } from '../../../core/notifications/index.ts'
import type { Mailer, Message } from '../../../platform/mail/mailer.ts'
import type { Services } from '../../../platform/services.ts'
import { ensurePerson } from '../../accounts/index.ts'
import { queueMessage } from '../queue-message.ts'
import { sendMessage } from '../send-message.ts'
import { chooseDelivery } from './choose-delivery.ts'
import { sendDigests } from './send-digests.ts'

/** A service whose clock is set by hand and whose mail is kept, with Ann in it, and one fund. */
async function start(t: { after(end: () => Promise<void>): void }) {
  const life = lastFirst(t)
  const server = await testServer(life, await freshDatabase(life))
  const given: Message[] = []
  let now = new Date('2026-10-22T10:00:00Z')
  const send: Mailer['send'] = async (message) => {
    given.push(message)
    return { ok: true, id: message.id }
  }
  const services: Services = {
    ...server.services,
    clock: () => now,
    mailer: { kind: 'smtp', send, close: () => undefined },
  }
  const { db, newId } = services
  const { person } = await db
    .transaction()
    .execute((tx) => ensurePerson(tx, { id: newId(), email: 'ann@example.gov.uk', name: 'Ann', at: now }))
  const fundId = newId()
  await sql`insert into fund (id, slug, name, budget_pounds, cap_pounds, places, award_type, vat, created_at)
    values (${fundId}::uuid, 'one', 'One Fund', 1000000, 100000, 10, 'grant', 'included', ${now})`.execute(db)
  const queue = async (kind: MessageKind, subject: string, more: { readonly fundId?: string } = {}): Promise<string> =>
    await db.transaction().execute((tx) =>
      queueMessage(tx, services, {
        kind,
        recipient: 'Ann@example.gov.uk',
        words: () => ({ subject, body: 'Text' }),
        ...more,
      }),
    )
  const states = async (): Promise<readonly string[]> => {
    const { rows } = await sql<{ line: string }>`
      select subject || ' ' || state as line from message where kind <> 'digest' order by created_at, id`.execute(db)
    return rows.map(({ line }) => line)
  }
  /** Does the jobs that send what is queued. */
  const deliver = async (): Promise<void> => {
    const { rows } = await sql<{ id: string }>`select id from message where state = 'queued' order by id`.execute(db)
    for (const { id } of rows) await sendMessage(services, id)
  }
  const at = (time: string): void => {
    now = new Date(time)
  }
  return { server, services, person, fundId, given, queue, states, deliver, at }
}

it('puts off what can wait, by group and fund, and nothing that cannot', async (t) => {
  const { services, person, fundId, queue, states } = await start(t)
  const { clock } = services
  const choose = async (of: string | null, delivery: 'daily' | 'centre') => {
    const choices = [
      { group: 'application', delivery },
      { group: 'account', delivery },
    ] as const
    await chooseDelivery(services, { personId: person.id, fundId: of, choices, at: clock() })
  }
  await choose(null, 'daily')
  await choose(fundId, 'centre')
  await queue('page-given', 'Of none')
  await queue('page-given', 'Of the fund', { fundId })
  await queue('deadline-reminder', 'A deadline')
  await queue('sign-in', 'Signing in')
  await queue('network.event-changed', 'Another group')
  assert.deepEqual(await states(), [
    'Of none held',
    'Of the fund centre',
    'A deadline queued',
    'Signing in queued',
    'Another group queued',
  ])
})

it('sends one email with all that waits, by fund, at 7am after the clocks went back, and each message once', async (t) => {
  const { services, person, fundId, given, queue, states, deliver, at } = await start(t)
  const choices = [{ group: 'network', delivery: 'daily' }] as const
  await chooseDelivery(services, { personId: person.id, fundId: null, choices, at: services.clock() })
  at('2026-10-24T12:00:00Z')
  const first = await queue('network.event-changed', 'The room', { fundId })
  await queue('network.event-changed', 'Without a fund')
  at('2026-10-25T06:59:00Z')
  await sendDigests(services)
  assert.deepEqual(await states(), ['The room held', 'Without a fund held'])
  at('2026-10-25T07:00:00Z')
  // Two workers at once, and one that comes after a restart.
  await Promise.all([sendDigests(services), sendDigests(services)])
  await sendDigests({ ...services })
  await deliver()
  assert.deepEqual(await states(), ['The room digested', 'Without a fund digested'])
  assert.equal(given.length, 1)
  assert.match(given[0]?.subject ?? '', /^2 messages for you/)
  const text = given[0]?.text ?? ''
  assert.match(text, /One Fund\n- The room\n[\s\S]*Other messages\n- Without a fund/)
  assert.ok(text.includes(`/notifications/messages/${first}`))
  at('2026-10-26T07:00:00Z')
  await sendDigests(services)
  await deliver()
  assert.equal(given.length, 1)
})

it('has a way out in each email that can be stopped, in one click, and none in others', async (t) => {
  const { server, given, queue, states, deliver } = await start(t)
  await queue('network.event-changed', 'First')
  await queue('deadline-reminder', 'A deadline')
  await deliver()
  const [first, deadline] = given
  assert.deepEqual(deadline?.headers, {})
  assert.equal(first?.headers?.['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click')
  const link = new URL((first?.headers?.['List-Unsubscribe'] ?? '').slice(1, -1))
  assert.ok(first?.text.endsWith(link.href))
  const visitor = server.visitor()
  assert.match((await visitor.get(link.pathname)).body, /Stop these emails[\s\S]*Network/)
  await queue('network.event-changed', 'Opening it changes nothing')
  assert.equal((await visitor.post(`${link.pathname}x`, {})).status, 404)
  const answer = await server.app.inject({
    method: 'POST',
    url: link.pathname,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' },
    payload: 'List-Unsubscribe=One-Click',
  })
  assert.equal(answer.statusCode, 200)
  await queue('network.event-changed', 'Second')
  await queue('experts.asked', 'Another group')
  assert.deepEqual((await states()).slice(2), [
    'Opening it changes nothing queued',
    'Second centre',
    'Another group queued',
  ])
})

it('stops from a digest all that comes in digests, with what waits', async (t) => {
  const { server, services, person, given, queue, states, deliver, at } = await start(t)
  const choices = [
    { group: 'network', delivery: 'daily' },
    { group: 'experts', delivery: 'weekly' },
  ] as const
  await chooseDelivery(services, { personId: person.id, fundId: null, choices, at: services.clock() })
  await queue('network.event-changed', 'Event')
  await queue('experts.asked', 'Question')
  at('2026-10-23T06:00:00Z')
  await sendDigests(services)
  await deliver()
  const link = new URL((given[0]?.headers?.['List-Unsubscribe'] ?? '').slice(1, -1))
  await server.visitor().post(link.pathname, {})
  await queue('network.event-changed', 'Later')
  assert.deepEqual(await states(), ['Event digested', 'Question centre', 'Later centre'])
})
