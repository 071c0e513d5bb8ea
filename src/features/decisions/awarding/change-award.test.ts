import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { hiddenIn } from '../../../../tests/support/hidden-in.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { awardsAddress as awards, offeredAwards, sign, signingOn } from '../../../../tests/support/offered-awards.ts'
import { awardByReference } from './awards.store.ts'
import { remindOfConditions } from './remind-of-conditions.ts'

const life = lastFirst({ after })
const { round, team, clock, of, tell, somebodyOf, acceptFor } = await offeredAwards(life)
const because = 'The council found that the work takes longer than planned'

before(tell)

/** Orders days of £1,000 for an award from a supplier of its own. @returns the id of the order */
async function orderFor(reference: string, days: number): Promise<string> {
  const { db, newId } = round.services
  const [lot, supplier, order] = [newId(), newId(), newId()]
  const { rows } = await sql<{ id: string; fundId: string; by: string }>`
    select w.id, r.fund_id as "fundId", a.created_by as by from award w join application a on a.id = w.application_id
      join round r on r.id = w.round_id where a.reference = ${reference}`.execute(db)
  const [{ id, fundId, by } = { id: '', fundId: '', by: '' }] = rows
  await sql`insert into support_lot (id, fund_id, name, added_at) values (${lot}::uuid, ${fundId}::uuid, ${lot}, ${clock.now})`.execute(
    db,
  )
  await sql`insert into support_supplier (id, fund_id, name, terms, added_at)
    values (${supplier}::uuid, ${fundId}::uuid, ${supplier}, '', ${clock.now})`.execute(db)
  await sql`insert into support_interest (supplier_id, award_id, number, interested, what, declared_at, declared_by)
    values (${supplier}::uuid, ${id}::uuid, 1, false, '', ${clock.now}, ${by}::uuid)`.execute(db)
  await sql`insert into support_supplier_lot (supplier_id, lot_id) values (${supplier}::uuid, ${lot}::uuid)`.execute(db)
  await sql`insert into support_order (id, reference, award_id, supplier_id, lot_id, work, title, what, terms, tenth_days,
      rate_pence, expenses_pence, vat_percent, due_on, ordered_at)
    values (${order}::uuid, ${order}, ${id}::uuid, ${supplier}::uuid, ${lot}::uuid, 'legal', 'Advice', '', 1, ${days * 10},
      100000, 0, 0, '2099-01-01', ${clock.now})`.execute(db)
  return order
}

describe('awards that are accepted', () => {
  it('keep what was agreed in force until both have signed the change', async () => {
    const { senior, money, address } = await acceptFor(of(3))
    const managed = `${awards}/${of(3).reference}`
    const { body } = await team.get(managed)
    const change = {
      shown: hiddenIn(body, 'shown'),
      title: 'Libraries',
      pounds: '£70,000',
      'starts-day': '',
      'starts-month': '',
      'starts-year': '',
      'ends-day': '31',
      'ends-month': 'March',
      'ends-year': '2099',
      'condition-0': 'Publish the business case',
      'condition-0-due-day': '1',
      'condition-0-due-month': '2',
      'condition-0-due-year': '2099',
      reason: because,
    }
    assert.match((await team.post(managed, { ...change, pounds: '100001' })).body, /worth £100,000 at most/)
    assert.equal((await team.post(managed, change)).status, 303)
    assert.match((await team.post(managed, change)).body, /somebody changed it while you read the page/)
    const waiting = await awardByReference(round.services.db, of(3).reference)
    assert.deepEqual([waiting?.pounds, waiting?.committedPounds, waiting?.version], [60_000, 70_000, 1])
    for (const { browser } of [senior, money]) await sign(browser, address)
    const changed = await awardByReference(round.services.db, of(3).reference)
    assert.deepEqual(
      [changed?.pounds, changed?.committedPounds, changed?.version, changed?.title, changed?.endsOn],
      [70_000, 70_000, 2, 'Libraries', '2099-03-31'],
    )
    const { body: agreed } = await senior.browser.get(address)
    const again = { ...change, title: 'Smaller libraries', pounds: '80000' }
    const shown = hiddenIn((await team.get(managed)).body, 'shown')
    assert.equal((await team.post(managed, { ...again, shown })).status, 303)
    const { body: offered } = await senior.browser.get(address)
    assert.match(offered, /Version 3 changes what was agreed. Version 2 stays in force until both have signed it/)
    assert.match(offered, /Agreement, version 3[\s\S]*£80,000/)
    const terms = { shown: hiddenIn(offered, 'shown'), 'terms-reason': ' ' }
    assert.match((await senior.browser.post(`${address}/decline-terms`, terms)).body, /Enter the reason/)
    const saying = { ...terms, 'terms-reason': 'The library closes' }
    assert.equal((await senior.browser.post(`${address}/decline-terms`, saying)).status, 303)
    assert.equal((await senior.browser.post(`${address}/decline-terms`, saying)).status, 400)
    const kept = await awardByReference(round.services.db, of(3).reference)
    assert.deepEqual(
      [kept?.state, kept?.version, kept?.pounds, kept?.committedPounds, kept?.title],
      ['accepted', 2, 70_000, 70_000, 'Libraries'],
    )
    const { body: declined } = await senior.browser.get(address)
    assert.doesNotMatch(declined, /Decline the change|id="sign"|£80,000/)
    for (const { body: page } of [{ body: declined }, await team.get(managed)]) {
      assert.match(page, /The council declined version 3. Version 2 is in force, and is shown here/)
      assert.match(page, /£70,000[\s\S]*Signed at/)
    }
    for (const words of ['Publish the business case', 'In force', 'Replaced', because])
      assert.ok(agreed.includes(words), words)
  })

  it('remind the council and its signers of a condition once each: a month and a week before, and on the day', async () => {
    const before = clock.now
    const people = [
      await somebodyOf(of(3), 'Lea Dwyer', true),
      await somebodyOf(of(3), 'Sen Iorby', false),
      await somebodyOf(of(3), 'Mon Eyre', false),
    ].map(({ email }) => email)
    const sentTo = async (): Promise<number> => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from message
        where kind = 'conditions-due' and recipient = any(${people}::text[])`.execute(round.services.db)
      return rows[0]?.count ?? 0
    }
    const remindedOn = async (day: string): Promise<number> => {
      clock.now = new Date(`${day}T08:12:00Z`)
      const sent = await sentTo()
      await remindOfConditions(round.services)
      return (await sentTo()) - sent
    }
    try {
      assert.equal(await remindedOn('2099-01-01'), 0)
      assert.equal(await remindedOn('2099-01-02'), 3)
      assert.equal(await remindedOn('2099-01-24'), 0)
      assert.equal(await remindedOn('2099-01-26'), 3)
      assert.equal(await remindedOn('2099-02-01'), 3)
      assert.equal(await remindedOn('2099-02-01'), 0)
      assert.equal(await remindedOn('2099-02-02'), 0)
    } finally {
      clock.now = before
    }
    const { rows } = await sql<{ body: string }>`
      select body from message where kind = 'conditions-due' limit 1`.execute(round.services.db)
    assert.match(rows[0]?.body ?? '', /By 1 February 2099: Publish the business case/)
  })

  it('are neither lowered below what is ordered for them nor withdrawn while anything is', async () => {
    const { senior, money, address } = await acceptFor(of(5))
    const managed = `${awards}/${of(5).reference}`
    const change = async (pounds: string, fields: Readonly<Record<string, string>> = {}) => {
      const shown = hiddenIn((await team.get(managed)).body, 'shown')
      return await team.post(managed, { shown, title: 'Parks', pounds, reason: because, ...fields })
    }
    const order = await orderFor(of(5).reference, 45)
    const lowered = await change('44999', { 'condition-0': 'Publish the plan' })
    assert.match(lowered.body, /£45,000 is ordered or claimed for this award already\. Enter as much or more/)
    assert.match(lowered.body, /value="44999"[\s\S]*Publish the plan/)
    assert.match(
      (await team.post(`${managed}/withdraw`, { ending: because })).body,
      /£45,000 is ordered or claimed for this award already, so it cannot be withdrawn/,
    )
    assert.equal((await change('45000')).status, 303)
    await orderFor(of(5).reference, 1)
    const signed = await senior.browser.post(`${address}/sign`, await signingOn(senior.browser, address))
    assert.match(
      signed.body,
      /£46,000 is ordered or claimed for this award already, which is more than this version has/,
    )
    await sql`update support_order set withdrawn_at = ${clock.now}, reason = 'Too much' where id = ${order}::uuid`.execute(
      round.services.db,
    )
    for (const { browser } of [senior, money]) await sign(browser, address)
    assert.equal((await awardByReference(round.services.db, of(5).reference))?.pounds, 45_000)
  })
})
