import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type FundWithSupport, fundWithSupport } from '../../../../tests/support/fund-with-support.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { isoDay } from '../../../core/time/day.ts'

const life = lastFirst({ after })
let world: FundWithSupport
const managed = '/manage/funds/a-fund/support'
const award = `${managed}/awards/AWARD-1`
let at = { team: '', council: '', supplier: '' }

const left = async (): Promise<string> =>
  /left<\/dt><dd[^>]*>([^<]*)</.exec((await world.team.get(award)).body)?.[1] ?? ''
const state = async (): Promise<string> =>
  /<h1[\s\S]*?govuk-tag[^>]*>\s*([^<]*?)\s*</.exec((await world.council.get(at.council)).body)?.[1] ?? ''
const close = (reason: string) => world.team.post(`${at.team}/close`, { 'close-reason': reason })
const deliver = (number: number) =>
  world.supplier.postFiles(`${at.supplier}/deliverables/${number}/deliveries`, { note: 'Here' }, [])
const say = async (number: number, answer: 'yes' | 'no'): Promise<void> => {
  const said = { delivery: '1', answer, 'answer-reason': 'As we see it' }
  await world.council.post(`${at.council}/deliverables/${number}/answers`, said)
  await world.team.post(`${at.team}/deliverables/${number}/answers`, said)
}

before(async () => {
  world = await fundWithSupport(life, { awards: 1, pounds: 20_000, budgetPounds: 40_000, vat: 'included' })
  const { supplierId, lotId } = world.fund
  const due = { 'due-day': '1', 'due-month': '3', 'due-year': '2099' }
  const typed = { work: 'tax', title: 'Tax', what: 'Advise', days: '10', rate: '1000', vat: '20', ...due }
  const made = await world.team.post(`${award}/orders/new`, { ...typed, offer: `${supplierId}/${lotId}` })
  const order = made.location?.split('/').at(-1) ?? ''
  at = {
    team: `${managed}/orders/${order}`,
    council: `/applications/AWARD-1/support/orders/${order}`,
    supplier: `/support/orders/${order}`,
  }
  const then = { 'deliverable-due-day': '1', 'deliverable-due-month': '2', 'deliverable-due-year': '2099' }
  for (const [deliverable, price] of [
    ['Draft', '4000'],
    ['Report', '5000'],
  ] as const)
    await world.team.post(`${at.team}/deliverables`, { deliverable, price, ...then })
})

describe('an order that is closed short', () => {
  it('has delivered something, of which nothing waits, and says why', async () => {
    assert.match((await close('Enough')).body, /Nothing was delivered: withdraw the order instead/)
    await deliver(1)
    assert.match((await close('Enough')).body, /“Draft” is delivered and waits/)
    await say(1, 'yes')
    await deliver(2)
    await say(2, 'no')
    assert.match((await world.team.get(at.team)).body, /then costs £4,000 without VAT[\s\S]*£6,000 comes back/)
    assert.match((await close('')).body, /Enter why the order is closed/)
    assert.equal((await world.council.post(`${at.team}/close`, { 'close-reason': 'Ours' })).status, 404)
    assert.equal(await left(), '£8,000')
  })

  it('costs what was accepted, with its tax, and gives back the rest', async () => {
    const terms = { days: '12', rate: '1000', expenses: '', vat: '20' }
    const until = { 'due-day': '1', 'due-month': '3', 'due-year': '2099' }
    const more = { ...terms, ...until, 'change-reason': 'There is more to do' }
    assert.equal((await world.supplier.post(`${at.supplier}/changes`, more)).status, 303)
    assert.match((await world.council.get('/home')).body, /Agree or refuse/)
    assert.equal((await close('The council chose without it')).status, 303)
    assert.equal(await state(), 'Closed early')
    assert.equal(await left(), '£15,200')
    const { rows } =
      await sql`select net_pence as net, vat_pence as vat, counted_pence as counted from support_order`.execute(
        world.services.db,
      )
    assert.deepEqual(rows, [{ net: 400_000, vat: 80_000, counted: 480_000 }])
    assert.match((await world.supplier.get(at.supplier)).body, /The council chose without it[\s\S]*Not delivered/)
    const { body } = await world.council.get(at.council)
    assert.match(body, /£4,000 of the £9,000 listed here, without VAT, was accepted before the order was closed/)
    assert.match(
      body,
      /Version 2[\s\S]*Not answered[\s\S]*Version 1[\s\S]*Closed early[\s\S]*Ordered for £12,000. £4,800 of it was accepted/,
    )
    assert.doesNotMatch((await world.council.get('/home')).body, /Agree or refuse/)
  })

  it('delivers nothing more, neither here nor in the database, and waits for nobody', async () => {
    assert.equal((await deliver(2)).status, 404)
    assert.equal((await close('Again')).status, 404)
    const { db } = world.services
    await assert.rejects(
      sql`insert into support_delivery (order_id, deliverable, number, note, delivered_at)
        select id, 2, 2, 'More', now() from support_order`.execute(db),
      /closed delivers nothing more/,
    )
    await assert.rejects(sql`update support_order set tenth_days = 200`.execute(db), /withdrawn or closed/)
    await assert.rejects(
      sql`update support_order set closed_at = null, closed_reason = ''`.execute(db),
      /withdrawn or closed/,
    )
    assert.doesNotMatch((await world.supplier.get('/home')).body, /Support for Council 1/)
  })

  it('is invoiced for what was accepted, and is paid then', async () => {
    const [year = '', month = '', day = ''] = isoDay(new Date()).split('-')
    const dated = { 'dated-day': day, 'dated-month': month, 'dated-year': year }
    const sent = await world.supplier.post(`${at.supplier}/invoices`, { invoice: 'A', deliverables: ['1'], ...dated })
    assert.equal(sent.status, 303)
    await world.team.post(`${at.team}/invoices/1/answers`, { answer: 'yes', 'answer-reason': 'It matches' })
    const paid = { 'paid-day': day, 'paid-month': month, 'paid-year': year }
    assert.equal((await world.team.post(`${at.team}/invoices/1/paid`, paid)).status, 303)
    assert.equal(await state(), 'Paid')
    assert.match((await world.team.get(award)).body, />\s*Paid\s*</)
  })
})
