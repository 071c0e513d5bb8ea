import assert from 'node:assert/strict'
import { it } from 'node:test'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import type { Mailer, Message } from '../../platform/mail/mailer.ts'
import type { Services } from '../../platform/services.ts'
import { ensurePerson } from '../accounts/index.ts'
import { queueMessage } from './queue-message.ts'
import { sendMessage } from './send-message.ts'

it('has a way to its event in the text, where a carrier hands none on, for whoever it was sent to alone', async (t) => {
  const life = lastFirst(t)
  const server = await testServer(life, await freshDatabase(life))
  const given: Message[] = []
  const send: Mailer['send'] = async (message) => {
    given.push(message)
    return { ok: true, id: 'one' }
  }
  const services: Services = { ...server.services, mailer: { kind: 'notify', send, close: () => undefined } }
  const { db, newId, clock } = services
  const content = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n'
  const id = await db.transaction().execute(
    async (tx) =>
      await queueMessage(tx, services, {
        kind: 'interview-panel',
        recipient: 'Ann@example.gov.uk',
        words: () => ({
          subject: 'Interview <panel>',
          body: 'You sit on the panel.',
          calendar: { method: 'REQUEST', content },
        }),
      }),
  )
  await sendMessage(services, id)
  const [, link = ''] = /\n(http\S+)$/.exec(given[0]?.text ?? '') ?? []
  const path = new URL(link).pathname
  const signIn = async (email: string) =>
    await server.signedIn(
      await db.transaction().execute(async (tx) => {
        const { person } = await ensurePerson(tx, { id: newId(), email, name: 'A Person', at: clock() })
        return person.id
      }),
    )
  const ann = await signIn('ann@example.gov.uk')
  const page = await ann.get(path)
  assert.equal(page.status, 200)
  assert.match(page.body, /Interview &lt;panel&gt;[\s\S]*You sit on the panel\.[\s\S]*Add it to your calendar/)
  const file = await ann.get(`${path}/event.ics`)
  assert.deepEqual([file.status, file.body], [200, content])
  assert.match(String(file.headers['content-type']), /^text\/calendar/)
  assert.match(String(file.headers['content-disposition']), /attachment; filename="event\.ics"/)
  const ben = await signIn('ben@example.gov.uk')
  for (const address of [path, `${path}/event.ics`]) {
    assert.equal((await ben.get(address)).status, 404)
    assert.match((await server.visitor().get(address)).location ?? '', /sign-in/)
  }
  const plain = {
    kind: 'sign-in' as const,
    recipient: 'ann@example.gov.uk',
    words: () => ({ subject: 'No event', body: 'None' }),
  }
  const other = await db.transaction().execute(async (tx) => await queueMessage(tx, services, plain))
  await sendMessage(services, other)
  assert.equal(given[1]?.text, 'None')
  assert.equal((await ann.get(`/events/${other}`)).status, 404)
})
