import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type FundWithSupport, fundWithSupport } from '../../../../tests/support/fund-with-support.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { addDays, dayInWords, isoDay } from '../../../core/time/day.ts'

const life = lastFirst({ after })
let world: FundWithSupport
let order = ''
const managed = '/manage/funds/a-fund/support'
const at = () => ({
  team: `${managed}/orders/${order}`,
  council: `/applications/AWARD-1/support/orders/${order}`,
  supplier: `/support/orders/${order}`,
})

/** Delivers what there is by this number, and has both accept it. */
async function accepted(number: number): Promise<void> {
  const { team, council, supplier } = at()
  await world.supplier.postFiles(`${supplier}/deliverables/${number}/deliveries`, { note: 'Here' }, [])
  const yes = { delivery: '1', answer: 'yes', 'answer-reason': 'Good' }
  await world.council.post(`${council}/deliverables/${number}/answers`, yes)
  assert.equal((await world.team.post(`${team}/deliverables/${number}/answers`, yes)).status, 303)
}

before(async () => {
  world = await fundWithSupport(life, { awards: 2, pounds: 20_000, budgetPounds: 40_000, vat: 'included' })
  const { supplierId, lotId } = world.fund
  const due = { 'due-day': '1', 'due-month': '3', 'due-year': '2099' }
  const typed = {
    offer: `${supplierId}/${lotId}`,
    work: 'tax',
    title: 'Tax',
    what: 'Advise',
    days: '10',
    rate: '1000',
    vat: '20',
  }
  const made = await world.team.post(`${managed}/awards/AWARD-1/orders/new`, { ...typed, ...due })
  order = made.location?.split('/').at(-1) ?? ''
  const then = { 'deliverable-due-day': '1', 'deliverable-due-month': '2', 'deliverable-due-year': '2099' }
  for (const [deliverable, price] of [
    ['Draft', '4000'],
    ['Report', '6000'],
  ] as const)
    assert.equal((await world.team.post(`${at().team}/deliverables`, { deliverable, price, ...then })).status, 303)
})

/** A day in the three fields of a form. */
const typedOn = (field: string, on: string) => {
  const [year = '', month = '', day = ''] = on.split('-')
  return { [`${field}-day`]: day, [`${field}-month`]: month, [`${field}-year`]: year }
}
const today = isoDay(new Date())
const typed = { invoice: 'INV-1', ...typedOn('dated', today) }
const send = (fields: Readonly<Record<string, string | readonly string[]>>) =>
  world.supplier.post(`${at().supplier}/invoices`, { ...typed, ...fields })

describe('an invoice', () => {
  it('is for what was accepted, once, and is approved and paid', async () => {
    assert.match(
      (await send({ deliverables: ['1'] })).body,
      /only invoice for work that is accepted and not yet invoiced/,
    )
    await accepted(1)
    assert.match((await send({ deliverables: ['1'], invoice: '' })).body, /Enter your invoice number/)
    assert.match((await send({ deliverables: ['1'], 'dated-year': '2100' })).body, /must be today or earlier/)
    const before = await send({ deliverables: ['1'], ...typedOn('dated', addDays(today, -1)) })
    assert.match(before.body, new RegExp(`must be ${dayInWords(today)}, when this was ordered, or later`))
    assert.match(before.body, /value="INV-1"/)
    assert.equal((await send({ deliverables: ['1'] })).status, 303)
    assert.match(
      (await send({ deliverables: ['1'] })).body,
      /only invoice for work that is accepted and not yet invoiced/,
    )
    const { team } = at()
    const said = { answer: 'no', 'answer-reason': 'It names the wrong order' }
    assert.equal((await world.team.post(`${team}/invoices/1/answers`, said)).status, 303)
    assert.equal((await send({ deliverables: ['1'] })).status, 303)
    const paid = typedOn('paid', today)
    assert.match((await world.team.post(`${team}/invoices/2/paid`, paid)).body, /already been dealt with/)
    assert.equal((await world.team.post(`${team}/invoices/2/answers`, { ...said, answer: 'yes' })).status, 303)
    assert.match((await world.team.post(`${team}/invoices/2/answers`, said)).body, /already been dealt with/)
    assert.match(
      (await world.team.post(`${team}/invoices/2/paid`, typedOn('paid', addDays(today, -1)))).body,
      new RegExp(`must be ${dayInWords(today)}, when it was asked for, or later`),
    )
    assert.equal((await world.team.post(`${team}/invoices/2/paid`, paid)).status, 303)
    assert.match(
      (await world.council.get(at().council)).body,
      new RegExp(`Invoice INV-1: £4,800[\\s\\S]*Paid on ${dayInWords(today)}`),
    )
  })

  it('is part of the spend picture, with what is accepted and not invoiced', async () => {
    await accepted(2)
    const { body } = await world.team.get(managed)
    const row = /AWARD-1<[\s\S]*?<\/tr>/.exec(body)?.[0] ?? ''
    const cells = [...row.matchAll(/numeric"[^>]*>([^<]*)</g)].map(([, text]) => text)
    assert.deepEqual(cells, ['£20,000', '£12,000', '£12,000', '£4,800', '£4,800', '£8,000'])
    const csv = (await world.team.get(`${managed}/spend.csv`)).body
    assert.match(csv, new RegExp(`${order},AWARD-1,Council 1,All,A supplier,Tax,12000,12000,4800,4800`))
  })

  it('of a deliverable is one, whoever invoices at the same moment', async () => {
    const both = await Promise.all([
      send({ deliverables: ['2'], invoice: 'A' }),
      send({ deliverables: ['2'], invoice: 'B' }),
    ])
    assert.deepEqual(both.map(({ status }) => status).sort(), [303, 400])
    const { db } = world.services
    await assert.rejects(
      sql`with i as (insert into support_invoice (order_id, number, name, dated_on, net_pence, vat_pence, sent_at)
          select id, 9, 'C', '2026-11-01', 1, 0, now() from support_order returning order_id)
        insert into support_invoice_line (order_id, number, deliverable, net_pence) select order_id, 9, 2, 1 from i`.execute(
        db,
      ),
      { constraint: 'support_invoice_line_is_once' },
    )
    await assert.rejects(
      sql`update support_invoice set net_pence = 1 where number = 2`.execute(db),
      /stays as it was sent/,
    )
  })
})
