import assert from 'node:assert/strict'
import { it } from 'node:test'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { type TestServer, testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { Unavailable } from '../../core/errors.ts'
import type { Mailer, Message, Sent } from '../../platform/mail/mailer.ts'
import type { Services } from '../../platform/services.ts'
import { ensurePerson, giveRole } from '../accounts/index.ts'
import { messageById } from './notifications.store.ts'
import { queueMessage } from './queue-message.ts'
import { sendMessage } from './send-message.ts'

/** A carrier that keeps what it was given and answers as told. */
function carrier(answers: readonly Sent[]): { mailer: Mailer; given: Message[] } {
  const given: Message[] = []
  const left = [...answers]
  const send = async (message: Message): Promise<Sent> => {
    given.push(message)
    return left.shift() ?? { ok: true, id: 'carrier-1' }
  }
  return { mailer: { kind: 'smtp', send, close: () => undefined }, given }
}

async function start(t: { after(end: () => Promise<void>): void }, answers: readonly Sent[] = []) {
  const life = lastFirst(t)
  const server: TestServer = await testServer(life, await freshDatabase(life))
  const { mailer, given } = carrier(answers)
  const services: Services = { ...server.services, mailer }
  const queue = async (forgetBody = false): Promise<string> =>
    await services.db.transaction().execute((tx) =>
      queueMessage(tx, services, {
        kind: 'sign-in',
        recipient: 'a@b.uk',
        words: () => ({ subject: 'Sign in', body: 'code 123 456' }),
        forgetBody,
      }),
    )
  const stored = async (id: string) => await messageById(services.db, id)
  return { server, services, given, queue, stored }
}

it('sends a message once, however often the job is done', async (t) => {
  const { services, given, queue, stored } = await start(t)
  const id = await queue()
  await sendMessage(services, id)
  await sendMessage(services, id)
  assert.equal(given.length, 1)
  assert.deepEqual([(await stored(id))?.state, (await stored(id))?.body], ['sent', 'code 123 456'])
})

it('forgets a text that signs somebody in once it is sent', async (t) => {
  const { services, given, queue, stored } = await start(t)
  const id = await queue(true)
  await sendMessage(services, id)
  assert.equal(given[0]?.text, 'code 123 456')
  assert.equal((await stored(id))?.body, '')
})

it('is tried again when the carrier was down, and given up when it never will go', async (t) => {
  const down: Sent = { ok: false, retry: true, reason: 'busy' }
  const never: Sent = { ok: false, retry: false, reason: 'no such mailbox' }
  const { services, queue, stored } = await start(t, [down, never])
  const id = await queue()
  await assert.rejects(sendMessage(services, id), Unavailable)
  assert.equal((await stored(id))?.state, 'queued')
  await sendMessage(services, id)
  const message = await stored(id)
  assert.deepEqual([message?.state, message?.attempts, message?.lastError], ['failed', 2, 'no such mailbox'])
})

it('leaves no message of a change that was undone', async (t) => {
  const { services } = await start(t)
  let id = ''
  const undone = services.db.transaction().execute(async (tx) => {
    id = await queueMessage(tx, services, {
      kind: 'sign-in',
      recipient: 'a@b.uk',
      words: () => ({ subject: 's', body: 'b' }),
    })
    throw new Error('undone')
  })
  await assert.rejects(undone, /undone/)
  assert.equal(await messageById(services.db, id), undefined)
})

it('shows those who look after the service what did not go out, and sends it again', async (t) => {
  const { server, services, queue, stored } = await start(t, [{ ok: false, retry: false, reason: 'no such mailbox' }])
  const id = await queue()
  await sendMessage(services, id)
  const at = services.clock()
  const personId = await services.db.transaction().execute(async (tx) => {
    const { person } = await ensurePerson(tx, { id: services.newId(), email: 'admin@b.uk', at })
    await giveRole(tx, services, { personId: person.id, role: 'administrator', fundId: null, by: null, at })
    return person.id
  })
  const admin = await server.signedIn(personId)
  assert.match((await admin.get('/admin/messages')).body, /no such mailbox/)
  assert.equal((await admin.post(`/admin/messages/${id}/again`)).status, 303)
  assert.equal((await stored(id))?.state, 'queued')
  assert.equal((await admin.post(`/admin/messages/${id}/again`)).status, 404)
})
