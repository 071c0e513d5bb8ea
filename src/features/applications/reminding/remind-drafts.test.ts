import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import {
  fillWhole,
  type RoundWithClock,
  roundWithClock,
  submitAt,
} from '../../../../tests/support/whole-application.ts'
import { ukParts } from '../../../core/time/uk-moment.ts'
import { extendDeadline } from '../extending/extend-deadline.ts'
import { remindDrafts } from './remind-drafts.ts'

const start = new Date('2026-11-25T12:00:00Z')
const hour = 3_600_000

let all: RoundWithClock
const life = lastFirst({ after })
before(async () => {
  all = await roundWithClock(life, await freshDatabase(life), start)
})

/** Who was reminded, with the first line that tells of which application. */
async function reminded(): Promise<readonly string[]> {
  const { rows } = await sql<{ recipient: string; subject: string }>`
    select recipient, subject from message where kind = 'deadline-reminder' order by recipient, created_at, subject`.execute(
    all.services.db,
  )
  return rows.map(({ recipient, subject }) => `${recipient}: ${subject.replace(/ to submit.*/, '')}`)
}

async function remindAt(at: Date): Promise<readonly string[]> {
  all.setClock(at)
  await sql`delete from message`.execute(all.services.db)
  await Promise.all([remindDrafts(all.services), remindDrafts(all.services)])
  await remindDrafts(all.services)
  return await reminded()
}

describe('reminders', () => {
  it('go to the people of a draft at their time, each once, and to nobody who has submitted', async () => {
    const { deadlineAt } = all.round
    const before = (hours: number, ms = 0) => new Date(deadlineAt.getTime() - hours * hour + ms)
    const sent = await all.round.draft()
    await fillWhole(all, sent)
    await all.round.draft()
    assert.ok((await submitAt(all, sent, start)).ok)
    const both = (left: string) => [`adam@example.gov.uk: ${left}`, `ann@example.gov.uk: ${left}`]
    assert.deepEqual(await remindAt(before(168)), both('7 days left'))
    assert.deepEqual(await remindAt(before(48, -1)), [])
    assert.deepEqual(await remindAt(before(48)), both('2 days left'))
    // Begun after that reminder fell due: not told of it, and of the next.
    all.setClock(before(47))
    await all.round.draft()
    assert.deepEqual(await remindAt(before(46)), [])
    assert.deepEqual(await remindAt(before(2)), [...both('2 hours left'), ...both('2 hours left')].sort())
    assert.deepEqual(await remindAt(before(0, 1)), [])
  })

  it('move with an extension: none at once, and the next at its new time', async () => {
    const { deadlineAt } = all.round
    const to = new Date(deadlineAt.getTime() + 24 * hour)
    const { day, month, year, hour: hours, minute } = ukParts(to)
    const given = await extendDeadline(all.services, {
      actor: await all.round.actor('pam'),
      path: { fundSlug: 'test-fund', roundSlug: 'first' },
      typed: {
        scope: 'everyone',
        reference: '',
        kind: 'service-fault',
        reason: 'It was down',
        notice: 'A day more',
        deadline: { day, month, year, clock: `${hours}:${minute}` },
      },
      at: new Date(deadlineAt.getTime() + 2 * hour),
      origin: '',
    })
    assert.ok(given.ok)
    assert.deepEqual(await remindAt(new Date(deadlineAt.getTime() + 3 * hour)), [])
    assert.equal((await remindAt(new Date(to.getTime() - 3 * hour))).length, 4)
  })
})

describe('the times of reminders', () => {
  it('are set by the programme team, and said in UK time', async () => {
    all.setClock(start)
    const team = await all.server.signedIn(all.round.people.pam)
    const address = '/manage/funds/test-fund/first/reminders'
    assert.match((await team.post(address, { hours: '2 days' })).body, /“days” is not a whole number of hours/)
    assert.equal((await team.post(address, { hours: '24, 1' })).status, 303)
    assert.match((await team.get(address)).body, /value="24, 1"/)
  })
})
