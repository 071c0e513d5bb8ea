import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  type ClaimOf,
  claimStates,
  grantMoney,
  instalmentStand,
  openPence,
  paidInYear,
  unspentPence,
  yearsOver,
} from './grant-money.ts'

const claim = fc.record({
  instalment: fc.integer({ min: 1, max: 3 }),
  pence: fc.integer({ min: 1, max: 9_999 }),
  state: fc.constantFrom(...claimStates),
})
const of = (claims: readonly ClaimOf[]) =>
  grantMoney({ pounds: 900, instalments: [], claims, returns: [{ pence: 5 }, { pence: 7 }], spentPence: 3 })

describe('the money of a grant', () => {
  it('is claimed before it is approved and approved before it is paid', () => {
    fc.assert(
      fc.property(fc.array(claim), (claims) => {
        const { claimedPence, approvedPence, paidPence, awardedPence, returnedPence, spentPence } = of(claims)
        let [claimed, approved, paid] = [0, 0, 0]
        for (const { pence, state } of claims) {
          if (state !== 'refused') claimed += pence
          if (state === 'approved' || state === 'paid') approved += pence
          if (state === 'paid') paid += pence
        }
        assert.deepEqual([claimedPence, approvedPence, paidPence], [claimed, approved, paid])
        assert.ok(claimedPence >= approvedPence && approvedPence >= paidPence)
        assert.deepEqual([awardedPence, returnedPence, spentPence], [90_000, 12, 3])
      }),
    )
  })

  it('is open by instalment, and all that is open, claimed and refused adds up', () => {
    fc.assert(
      fc.property(fc.array(claim), (claims) => {
        const all = [1, 2, 3].map((number) => openPence({ number, pence: 50_000 }, claims))
        const open = all.reduce((sum, pence) => sum + pence, 0)
        assert.equal(open + of(claims).claimedPence, 150_000)
      }),
    )
  })

  it('that is not spent is what was paid without what was spent and came back, and never below nothing', () => {
    assert.equal(unspentPence({ paidPence: 900, spentPence: 700, returnedPence: 150 }), 50)
    assert.equal(unspentPence({ paidPence: 900, spentPence: 900, returnedPence: 1 }), 0)
  })
})

describe('an instalment', () => {
  const instalment = { number: 1, pence: 100, dueOn: '2026-06-01' }
  const stand = (states: readonly ClaimOf['state'][], today = '2026-05-31') =>
    instalmentStand(
      instalment,
      states.map((state) => ({ instalment: 1, pence: 50, state })),
      today,
    )
  it('is to come until its day, and due from then until all of it is claimed', () => {
    assert.deepEqual([stand([]), stand([], '2026-06-01')], ['to-come', 'due'])
    assert.deepEqual([stand(['paid', 'refused']), stand(['paid'], '2026-06-02')], ['to-come', 'due'])
  })

  it('is as far as the last of its claims', () => {
    assert.deepEqual(
      [stand(['sent', 'paid']), stand(['checked', 'approved']), stand(['approved', 'paid']), stand(['paid', 'paid'])],
      ['claimed', 'claimed', 'approved', 'paid'],
    )
  })
})

describe('a financial year of a grant', () => {
  it('begins on 1 April, and has every payment in one year', () => {
    const payments = ['2025-03-31', '2025-04-01', '2026-03-31', null].map((paidOn, index) => ({
      paidOn,
      pence: 10 ** index,
    }))
    assert.deepEqual(
      [2024, 2025, 2026].map((year) => paidInYear(payments, year)),
      [1, 110, 0],
    )
  })

  it('is over on the day after its last', () => {
    assert.deepEqual(yearsOver(undefined, '2026-04-01'), [])
    assert.deepEqual(yearsOver('2024-05-01', '2025-03-31'), [])
    assert.deepEqual(yearsOver('2024-03-31', '2025-04-01'), [2023, 2024])
  })
})
