import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isOpenOrder, orderStand } from './order-stand.ts'

const on = new Date(0)
const open = { withdrawnAt: null, closedAt: null, netPence: 500, paidPence: 0 }

describe('where an order stands', () => {
  it('is paid by the last penny of what it costs, whether or not it was closed short', () => {
    assert.deepEqual(
      [0, 499, 500].map((paidPence) => orderStand({ ...open, paidPence })),
      ['ordered', 'ordered', 'paid'],
    )
    assert.deepEqual(
      [0, 499, 500].map((paidPence) => orderStand({ ...open, closedAt: on, paidPence })),
      ['closed', 'closed', 'paid'],
    )
  })

  it('is not paid while it costs nothing, and withdrawn whatever it costs', () => {
    assert.equal(orderStand({ ...open, netPence: 0 }), 'ordered')
    assert.equal(orderStand({ ...open, netPence: 0, closedAt: on }), 'closed')
    assert.equal(orderStand({ ...open, withdrawnAt: on, paidPence: 500 }), 'withdrawn')
  })

  it('is open until it is withdrawn or closed', () => {
    assert.deepEqual([open, { ...open, closedAt: on }, { ...open, withdrawnAt: on }].map(isOpenOrder), [
      true,
      false,
      false,
    ])
  })
})
