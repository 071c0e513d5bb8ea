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
import { NotFound } from '../../../core/errors.ts'
import type { MomentTyped } from '../../../core/rounds/index.ts'
import { ukParts } from '../../../core/time/uk-moment.ts'
import { roundById } from '../../funds/index.ts'
import { type ExtensionTyped, extendDeadline } from './extend-deadline.ts'
import { tellOfExtension } from './tell-of-extension.ts'

// A week later is in summer time: the clocks go forward on 28 March 2027.
const start = new Date('2027-03-24T17:00:00Z')
const ms = (at: Date, more: number): Date => new Date(at.getTime() + more)
const typedAt = (at: Date): MomentTyped => {
  const { day, month, year, hour, minute } = ukParts(at)
  return { day, month, year, clock: `${hour}:${minute}` }
}
const path = { fundSlug: 'test-fund', roundSlug: 'first' }

let all: RoundWithClock
const life = lastFirst({ after })
before(async () => {
  all = await roundWithClock(life, await freshDatabase(life), start)
})

async function extend(typed: Partial<ExtensionTyped> & { readonly to: Date }, at: Date, who: 'pam' | 'oli' = 'pam') {
  const { to, ...words } = typed
  return await extendDeadline(all.services, {
    actor: await all.round.actor(who),
    path,
    typed: {
      scope: 'everyone',
      reference: '',
      kind: 'service-fault',
      reason: 'The service was down from 4pm',
      notice: 'Everyone has more time.',
      deadline: typedAt(to),
      ...words,
    },
    at,
    origin: 'http://localhost:3000',
  })
}

const closedAt = async (reference: string, at: Date): Promise<readonly string[]> => {
  const result = await submitAt(all, reference, at)
  return result.ok ? ['submitted'] : result.problems.map(({ code }) => code)
}

const messages = async (kind: string) =>
  (
    await sql<{ recipient: string; body: string }>`
      select recipient, body from message where kind = ${kind} order by recipient`.execute(all.services.db)
  ).rows

describe('an extension', () => {
  it('is for the programme team of the fund to give', async () => {
    const { deadlineAt } = all.round
    await assert.rejects(extend({ to: ms(deadlineAt, 3_600_000) }, start, 'oli'), NotFound)
  })

  it('gives one application more time to the millisecond, and nobody else', async () => {
    const { deadlineAt } = all.round
    const [one, other] = [await all.round.draft(), await all.round.draft()]
    await fillWhole(all, one)
    await fillWhole(all, other)
    const to = ms(deadlineAt, 3_600_000)
    const given = await extend({ scope: 'one', reference: one.toLowerCase(), kind: 'other', notice: '', to }, start)
    assert.ok(given.ok, JSON.stringify(given))
    assert.deepEqual(await closedAt(other, ms(deadlineAt, 1)), ['round-closed'])
    assert.deepEqual(await closedAt(one, ms(to, 1)), ['round-closed'])
    assert.deepEqual(await closedAt(one, to), ['submitted'])
    assert.equal((await roundById(all.services.db, all.round.round.id))?.deadlineAt?.getTime(), deadlineAt.getTime())
    const refused = await extend({ scope: 'one', reference: one, kind: 'other', to: ms(to, 60_000) }, start)
    assert.deepEqual(refused.ok ? [] : refused.problems.map(({ code }) => code), ['extension-application-submitted'])
  })

  it('given to everyone after the deadline opens the round again, as news with its reason', async () => {
    const { deadlineAt } = all.round
    const reference = (
      await sql<{ reference: string }>`select reference from application where state = 'draft'`.execute(all.services.db)
    ).rows[0]?.reference
    assert.ok(reference)
    await sql`update application set state = 'withdrawn' where state = 'submitted'`.execute(all.services.db)
    const to = ms(deadlineAt, 24 * 3_600_000)
    const given = await extend({ to }, ms(deadlineAt, 3_600_000))
    assert.ok(given.ok, JSON.stringify(given))
    const round = await roundById(all.services.db, all.round.round.id)
    assert.deepEqual([round?.ownDeadlineAt, round?.deadlineAt], [deadlineAt, to])
    assert.deepEqual(await closedAt(reference, ms(to, 1)), ['round-closed'])
    assert.deepEqual(await closedAt(reference, to), ['submitted'])
    const visitor = all.server.visitor()
    for (const page of ['timetable', 'updates', 'updates.atom']) {
      const { body } = await visitor.get(`/funds/test-fund/first/${page}`)
      assert.match(body, /Deadline moved from 6:00pm BST on Wednesday 31 March 2027 to 6:00pm BST on Thursday 1 April/)
      assert.match(body, /The service was down from 4pm/)
      assert.match(body, /Deadline for Alder District Council moved from/)
    }
    assert.match((await visitor.get('/funds/test-fund/first/timetable')).body, /extended from 6:00pm BST on Wednesday/)
  })

  it('tells those who are writing once, however often the job is done', async () => {
    const draft = await all.round.draft()
    const { rows } = await sql<{ id: string }>`
      select id from deadline_extension where application_id is null`.execute(all.services.db)
    const news = { extensionId: rows[0]?.id ?? '', origin: 'http://localhost:3000' }
    await Promise.all([tellOfExtension(all.services, news), tellOfExtension(all.services, news)])
    await tellOfExtension(all.services, news)
    const told = (await messages('deadline-extended')).filter(({ body }) => body.includes(draft))
    assert.deepEqual(
      told.map(({ recipient }) => recipient),
      ['adam@example.gov.uk', 'ann@example.gov.uk'],
    )
    assert.match(told[0]?.body ?? '', /New deadline: 6:00pm BST on Thursday 1 April 2027\nIt was: 6:00pm BST on Wed/)
  })

  it('is never altered, and comes from one hand only: the database refuses', async () => {
    const change = sql`update deadline_extension set reason = 'another'`.execute(all.services.db)
    await assert.rejects(change, /never altered/)
    await assert.rejects(sql`delete from deadline_extension`.execute(all.services.db), /never altered/)
  })

  it('says everything that is wrong with it at once, beside its fields', async () => {
    const team = await all.server.signedIn(all.round.people.pam)
    const { status, body } = await team.post('/manage/funds/test-fund/first/extensions', {})
    assert.equal(status, 400)
    for (const text of [
      'Select whether everyone',
      'Select why more time',
      'Enter the new deadline',
      'Enter the reason',
    ]) {
      assert.ok(body.includes(text), text)
    }
    const early = { 'deadline-day': '1', 'deadline-month': '1', 'deadline-year': '2020', 'deadline-clock': '5pm' }
    const one = { scope: 'one', reference: 'DD-2026-NONE', ...early }
    const again = (await team.post('/manage/funds/test-fund/first/extensions', one)).body
    const wanted = ['has no application DD-2026-NONE', 'Select why more time', 'Enter the reason', 'takes no time away']
    for (const text of wanted) assert.ok(again.includes(text), text)
  })

  it('says whose deadline it moved', async () => {
    const team = await all.server.signedIn(all.round.people.pam)
    const reference = await all.round.draft()
    const address = '/manage/funds/test-fund/first/extensions'
    const late = { 'deadline-day': '5', 'deadline-month': '4', 'deadline-year': '2027', 'deadline-clock': '5pm' }
    const why = {
      kind: 'other',
      reason: 'Their officer was ill in the last week',
      notice: 'Everyone has until Monday.',
    }
    const one = { scope: 'one', reference: ` ${reference.toLowerCase()} `, ...late, ...why }
    assert.equal((await team.post(address, one)).status, 303)
    assert.match((await team.get(address)).body, new RegExp(`The deadline of ${reference} is now 5:00pm BST on Monday`))
    assert.equal((await team.post(address, { ...one, scope: 'everyone', reference: '' })).status, 303)
    assert.match((await team.get(address)).body, /The deadline is now 5:00pm BST on Monday/)
  })
})
