import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { changedBy, switchesAt, type WhatIfOption } from './index.ts'

const options: readonly WhatIfOption[] = [
  { id: 'usual', npsv: -100, drivers: { Staff: -150, Rent: -50 } },
  { id: 'mutual', npsv: 40, drivers: { Staff: -120, Advice: -40 } },
  { id: 'contract', npsv: 10, drivers: { Price: -200, Staff: -60 } },
]

describe('what a change does', () => {
  it('moves what each option has of it, and puts them in order', () => {
    assert.deepEqual(changedBy(options, 'Staff', 100), [
      { id: 'usual', npsv: -250, place: 3 },
      { id: 'mutual', npsv: -80, place: 2 },
      { id: 'contract', npsv: -50, place: 1 },
    ])
    assert.deepEqual(
      changedBy(options, 'Nothing', 50).map(({ place }) => place),
      [3, 1, 2],
    )
  })

  it('says at which change the leader is caught up with', () => {
    // The mutual is 30 ahead of the contract and has 60 more of staff.
    assert.deepEqual(switchesAt(options, 'Staff'), { up: 50, down: null })
    assert.deepEqual(switchesAt(options, 'Price'), { up: null, down: -15 })
    assert.deepEqual(switchesAt(options, 'Rent'), { up: null, down: null })
    assert.deepEqual(switchesAt([], 'Staff'), { up: null, down: null })
  })

  it('is caught up with there and not before', () => {
    const amount = fc.integer({ min: -1000, max: 1000 })
    const option = fc.record({ npsv: amount, drivers: fc.record({ Staff: amount }) })
    fc.assert(
      fc.property(fc.array(option, { minLength: 2, maxLength: 6 }), (list) => {
        const given = list.map((each, at) => ({ id: String(at), ...each }))
        const leader = given.reduce((best, each) => (each.npsv > best.npsv ? each : best))
        if (given.some((each) => each !== leader && each.npsv === leader.npsv)) return
        const leads = (percent: number) =>
          changedBy(given, 'Staff', percent).find(({ id }) => id === leader.id)?.place === 1
        const { up, down } = switchesAt(given, 'Staff')
        if (up !== null) assert.ok(leads(up * 0.999) && !leads(up * 1.001 + 1e-6))
        else assert.ok(leads(1e6))
        if (down !== null) assert.ok(leads(down * 0.999) && !leads(Math.min(down * 1.001, down - 1e-6)))
        else assert.ok(leads(-99.999))
      }),
    )
  })
})
