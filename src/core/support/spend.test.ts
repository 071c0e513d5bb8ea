import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readInvoice } from './read-invoice.ts'
import { spendBy, spendParts, totalSpend } from './spend.ts'

const spend = fc
  .array(fc.nat(1_000_000), { minLength: 4, maxLength: 4 })
  .map((pence) => [...pence].sort((one, other) => other - one))
  .map(([orderedPence = 0, acceptedPence = 0, invoicedPence = 0, paidPence = 0]) => ({
    orderedPence,
    acceptedPence,
    invoicedPence,
    paidPence,
  }))

describe('a spend', () => {
  it('is parts that add up to the whole', () => {
    fc.assert(
      fc.property(spend, fc.nat(1_000_000), (each, more) => {
        const whole = each.orderedPence + more
        const parts = Object.values(spendParts(each, whole))
        assert.equal(
          parts.reduce((sum, part) => sum + part, 0),
          whole,
        )
        assert.ok(parts.every((part) => part >= 0))
      }),
    )
  })

  it('adds up whichever way it is put together', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(spend, fc.constantFrom('a', 'b', 'c'))), (rows) => {
        const keyed = rows.map(([each, key]) => ({ ...each, key }))
        assert.deepEqual(totalSpend(spendBy(keyed, ({ key }) => key).map((by) => by.spend)), totalSpend(keyed))
      }),
    )
  })
})

describe('what is typed of an invoice', () => {
  it('is its name, a day that has come, and what it is for, each once', () => {
    const typed = { name: 'INV-7', dated: { day: '2', month: '3', year: '2027' }, deliverables: ['1', '2', '1'] }
    const between = { from: '2027-03-02', today: '2027-03-02' }
    const read = readInvoice(typed, between)
    assert.deepEqual(read.ok && read.value.deliverables, [1, 2])
    const wrong = readInvoice({ ...typed, name: '', deliverables: [] }, { ...between, today: '2027-03-01' })
    assert.deepEqual(!wrong.ok && wrong.problems.map(({ code }) => code), ['missing', 'missing', 'day-to-come'])
    const early = readInvoice(typed, { from: '2027-03-03', today: '2027-03-04' })
    assert.deepEqual(!early.ok && early.problems, [{ code: 'day-too-early', field: 'dated', from: '2027-03-03' }])
  })
})
