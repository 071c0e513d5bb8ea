import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { openRound } from '../../../../tests/support/open-round.ts'
import { testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { startApplication } from '../starting/start-application.ts'
import { writersOf } from './writers-of.ts'

it('tells those who write an application that its round is called off, and takes nothing more', async (t) => {
  const now = new Date('2026-11-25T12:00:00Z')
  const life = lastFirst(t)
  const server = await testServer(life, await freshDatabase(life), { clock: () => now })
  const { services } = server
  const { round, people, actor, draft } = await openRound(services)
  const reference = await draft()
  assert.deepEqual(await writersOf(services.db, round.id), [
    { personId: people.ann, email: 'ann@example.gov.uk', reference, submitted: false },
  ])

  const pam = await server.signedIn(people.pam)
  const cancel = `/manage/funds/${round.fund.slug}/${round.slug}/cancel`
  assert.match((await pam.get(cancel)).body, /the 1 person who writes or has sent an application/)
  assert.equal((await pam.post(cancel, { reason: 'A wrong weight', confirm: 'yes' })).status, 303)
  const { rows } = await sql<{ recipient: string; body: string }>`
    select recipient, body from message where kind = 'round-cancelled'`.execute(services.db)
  assert.deepEqual(
    rows.map(({ recipient }) => recipient),
    ['ann@example.gov.uk'],
  )
  assert.match(rows[0]?.body ?? '', new RegExp(`${reference} cannot be submitted[\\s\\S]*Reason: A wrong weight`))

  const cancelled = { ...round, cancelledAt: now, cancelledReason: 'A wrong weight' }
  const request = { round: cancelled, leadId: 'T-ALDER', another: true, receivedAt: now }
  const started = await startApplication(services, await actor('ann'), request)
  assert.ok(!started.ok && started.problems[0]?.code === 'round-cancelled')
  const submit = sql`update application set state = 'submitted', submitted_at = ${now} where reference = ${reference}`
  await assert.rejects(submit.execute(services.db), /the round is cancelled/)
})
