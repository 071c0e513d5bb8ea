import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { markWithdrawn } from '../../src/features/experts/asking/requests.store.ts'
import {
  deleteBooking,
  deleteHour,
  hoursOf,
  insertBooking,
  insertHours,
  markCancelled,
  takeHours,
} from '../../src/features/experts/hours/hours.store.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { type AwardedFund, awardedFund } from '../support/awarded-fund.ts'
import { onBothEngines } from '../support/both-engines.ts'

const hour = (number: number): Date => new Date(Date.UTC(2030, 0, 7, 9 + number))
const start = hour(0)

type Asked = {
  readonly fund: AwardedFund
  readonly expert: { readonly id: string; readonly personId: string }
  readonly request: string
}

/** An expert who offers three hours, and a question that they were asked. */
async function asked(db: Database): Promise<Asked> {
  const fund = await awardedFund(db, { awards: 1, pounds: 1000, budgetPounds: 1000, vat: 'included' })
  const [expert, request] = [{ id: randomUUID(), personId: fund.personId }, randomUUID()]
  await sql`insert into expert (id, fund_id, person_id, invited_at)
    values (${expert.id}::uuid, ${fund.fundId}::uuid, ${expert.personId}::uuid, now())`.execute(db)
  await sql`insert into expert_request (id, fund_id, number, application_id, organisation_id, title, words, service_areas,
      delivery_models, disciplines, asked_at, asked_by)
    select ${request}::uuid, ${fund.fundId}::uuid, 1, id, lead_id, 'VAT', 'Can we?', '{}', '{}', '{}', now(), ${fund.personId}::uuid
    from application limit 1`.execute(db)
  await db.transaction().execute((tx) => insertHours(tx, expert, [hour(0), hour(1), hour(2)]))
  return { fund, expert, request }
}

/** Books as the service does: all hours, or none. @returns the booking; undefined where an hour was taken */
const book = (db: Database, { fund, expert, request }: Asked, hours: readonly Date[]): Promise<string | undefined> =>
  db.transaction().execute(async (tx) => {
    const id = randomUUID()
    const startsAt = hours[0] ?? start
    const by = fund.personId
    await insertBooking(tx, {
      id,
      startsAt,
      hours: hours.length,
      place: 'Room 1',
      requestId: request,
      expertId: expert.id,
      at: start,
      by,
    })
    if ((await takeHours(tx, expert, id, hours)) === hours.length) return id
    await deleteBooking(tx, id)
    return undefined
  })

const booked = async (db: Database, { expert }: Asked): Promise<readonly boolean[]> =>
  (await hoursOf(db, expert, start)).map((each) => each.booked)

onBothEngines('of two who book hours that overlap at once, one has them all and the other none', async ({ db }) => {
  const world = await asked(db)
  const both = await Promise.all([book(db, world, [hour(0), hour(1)]), book(db, world, [hour(1), hour(2)])])
  assert.equal(both.filter((id) => id !== undefined).length, 1)
  assert.equal((await booked(db, world)).filter((each) => each).length, 2)
})

onBothEngines(
  'hours that are cancelled can be booked again, and one that is booked is not taken back',
  async ({ db }) => {
    const world = await asked(db)
    const id = (await book(db, world, [hour(0)])) ?? ''
    const takeBack = (which: Date) => db.transaction().execute((tx) => deleteHour(tx, world.expert, which))
    assert.equal(await takeBack(hour(0)), false)
    assert.equal(await book(db, world, [hour(0), hour(1)]), undefined)
    await db.transaction().execute((tx) => markCancelled(tx, id, start, world.fund.personId))
    assert.deepEqual(await booked(db, world), [false, false, false])
    assert.notEqual(await book(db, world, [hour(0), hour(1)]), undefined)
    assert.equal(await takeBack(hour(2)), true)
  },
)

onBothEngines('no hour is booked that is not offered, or is not whole', async ({ db }) => {
  const world = await asked(db)
  assert.equal(await book(db, world, [hour(2), hour(3)]), undefined)
  const half = new Date(hour(0).getTime() + 1_800_000)
  await assert.rejects(
    db.transaction().execute((tx) => insertHours(tx, world.expert, [half])),
    { constraint: 'expert_hour_is_whole' },
  )
})

onBothEngines('a question is withdrawn with its time and its reason, or not at all', async ({ db }) => {
  const { fund, request } = await asked(db)
  const wrong = { constraint: 'expert_request_withdrawn_is_said' }
  await assert.rejects(sql`update expert_request set state = 'withdrawn'`.execute(db), wrong)
  const withdraw = (reason: string) =>
    db.transaction().execute((tx) => markWithdrawn(tx, request, { reason, at: start, by: fund.personId }))
  await assert.rejects(withdraw(''), wrong)
  await withdraw('Not needed')
  await assert.rejects(sql`update expert_request set state = 'asked'`.execute(db), wrong)
})
