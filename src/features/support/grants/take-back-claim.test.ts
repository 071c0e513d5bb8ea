import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type FundWithSupport, fundWithSupport } from '../../../../tests/support/fund-with-support.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { insertSchedule } from './schedules.store.ts'

const life = lastFirst({ after })
let world: FundWithSupport
const managed = '/manage/funds/a-fund/support/awards/AWARD-1'
const own = '/applications/AWARD-1/support'

before(async () => {
  const size = { awards: 1, pounds: 1000, budgetPounds: 1000, vat: 'included', type: 'grant' } as const
  world = await fundWithSupport(life, size)
  const instalments = [
    { number: 1, title: 'Start', upon: 'milestone' as const, dueOn: '2026-01-01', pence: 100_000, condition: '' },
  ]
  await world.services.db
    .transaction()
    .execute((tx) =>
      insertSchedule(tx, world.fund.awards[0] ?? '', { number: 1, reason: '', instalments, at: new Date(), by: null }),
    )
})

const claim = () =>
  world.council.postFiles(`${own}/instalments/1/claims`, { claim: '1000', 'claim-what': 'The review' }, [
    { field: 'files', name: 'invoice.txt', body: 'Work' },
  ])
const takeBack = (number: number, reason: string) =>
  world.council.post(`${own}/claims/${number}/take-back`, { 'take-back-reason': reason })
const answer = (number: number) =>
  world.team.post(`${managed}/claims/${number}/answers`, { answer: 'yes', 'answer-reason': 'Right' })

describe('a claim that a council takes back', () => {
  it('is taken back with a reason while nobody has decided it, and can be made again', async () => {
    assert.equal((await claim()).status, 303)
    const none = await takeBack(1, ' ')
    assert.equal(none.status, 400)
    assert.match(none.body, /Enter why you take it back/)
    assert.match((await claim()).body, /Nothing is left of this instalment/)
    assert.equal((await takeBack(1, 'It has the wrong invoice')).status, 303)
    assert.equal((await claim()).status, 303, 'the instalment is free again')
    const { body } = await world.team.get(managed)
    assert.match(body, /Claim 1, on instalment 1: £1,000[\s\S]*Taken back[\s\S]*It has the wrong invoice/)
    assert.match((await answer(1)).body, /already been dealt with/)
  })

  it('may be checked already, and may not be decided', async () => {
    assert.equal((await answer(2)).status, 303)
    assert.equal((await takeBack(2, 'We claim less')).status, 303)
    const again = await takeBack(2, 'We claim less')
    assert.equal(again.status, 400)
    assert.match(again.body, /The claim is decided, so it cannot be taken back/)
    assert.doesNotMatch((await world.council.get(own)).body, /Why do you take it back/)
  })

  it('is theirs alone, and its number one of theirs', async () => {
    assert.equal((await claim()).status, 303)
    const reason = { 'take-back-reason': 'Not ours' }
    assert.equal((await world.team.post(`${own}/claims/3/take-back`, reason)).status, 404)
    assert.equal((await world.supplier.post(`${own}/claims/3/take-back`, reason)).status, 404)
    assert.equal((await takeBack(9, 'There is none')).status, 404)
  })

  it('is told to the programme team, and recorded', async () => {
    const { db } = world.services
    const { rows } = await sql<{ recipient: string; body: string }>`
      select recipient, body from message where kind = 'support.grant-taken-back' order by body`.execute(db)
    assert.deepEqual(
      rows.map(({ recipient }) => recipient),
      ['team@fund.example', 'team@fund.example'],
    )
    assert.match(rows[0]?.body ?? '', /has taken claim 1 of award AWARD-1 back[\s\S]*It has the wrong invoice/)
    const { rows: events } = await sql`select 1 from audit_event where action = 'grant.claim-taken-back'`.execute(db)
    assert.equal(events.length, 2)
  })
})
