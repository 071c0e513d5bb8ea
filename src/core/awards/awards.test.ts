import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { DecidedApplication } from '../decisions/index.ts'
import { typedDay } from '../time/typed-day.ts'
import { firstTerms, learningAgreement, purseOf, purseProblems, readPounds, readTerms, reserveStand } from './index.ts'

const fund = { budgetPounds: 250_000, places: 3, capPounds: 100_000 }
const award = (id: string, committedPounds: number, state = 'offered') => ({ id, state, committedPounds })
const reason = 'The council found that the work takes longer than it had planned'
const none = typedDay(null)
const before = firstTerms({ title: 'Libraries', pounds: 80_000, startsOn: '2026-06-01' })
const typed = {
  title: 'Libraries',
  pounds: '£90,000',
  startsOn: { day: '1', month: 'jun', year: '2026' },
  endsOn: typedDay('2027-03-31'),
  conditions: [
    { text: ' Publish the business case ', dueOn: typedDay('2026-12-01') },
    { text: '', dueOn: none },
  ],
  reason,
}
const codes = (result: ReturnType<typeof readTerms>) => (result.ok ? [] : result.problems.map(({ code }) => code))

describe('what a fund has for an award', () => {
  it('is what the other awards that are live leave', () => {
    const awards = [award('a', 100_000), award('b', 90_000, 'declined'), award('c', 60_000, 'accepted')]
    assert.deepEqual(purseOf(fund, awards), { capPounds: 100_000, leftPounds: 90_000, leftPlaces: 1 })
    assert.deepEqual(purseOf(fund, awards, 'a'), { capPounds: 100_000, leftPounds: 190_000, leftPlaces: 2 })
  })

  it('is kept by every award that is taken one after another', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 120_000 }), { maxLength: 8 }), (sums) => {
        const taken: ReturnType<typeof award>[] = []
        for (const [index, pounds] of sums.entries()) {
          if (purseProblems(purseOf(fund, taken), pounds).length === 0) taken.push(award(String(index), pounds))
        }
        assert.ok(taken.length <= fund.places)
        assert.ok(taken.every(({ committedPounds }) => committedPounds <= fund.capPounds))
        assert.ok(taken.reduce((sum, { committedPounds }) => sum + committedPounds, 0) <= fund.budgetPounds)
      }),
    )
  })
})

describe('changed terms', () => {
  it('keep the learning agreement and take further conditions', () => {
    const result = readTerms(before, typed, purseOf(fund, []))
    assert.ok(result.ok)
    assert.deepEqual(result.value, {
      title: 'Libraries',
      pounds: 90_000,
      startsOn: '2026-06-01',
      endsOn: '2027-03-31',
      conditions: [...learningAgreement, { text: 'Publish the business case', dueOn: '2026-12-01', standing: false }],
    })
  })

  it('say everything that is wrong at once', () => {
    const wrong = {
      title: ' ',
      pounds: '100001',
      startsOn: { day: '31', month: '2', year: '2026' },
      endsOn: typedDay('2026-01-01'),
      conditions: [{ text: '', dueOn: typedDay('2026-12-01') }],
      reason: 'Because',
    }
    assert.deepEqual(codes(readTerms(before, wrong, { capPounds: 100_000, leftPounds: 90_000, leftPlaces: 1 })), [
      'title-missing',
      'over-cap',
      'over-budget',
      'starts-not-real',
      'condition-missing',
      'reason-too-thin',
    ])
    const backwards = { ...typed, endsOn: typedDay('2026-05-31') }
    assert.deepEqual(codes(readTerms(before, backwards, purseOf(fund, []))), ['ends-before-start'])
  })

  it('are not those that stand already', () => {
    const same = { ...typed, pounds: '80000', endsOn: none, conditions: [] }
    assert.deepEqual(codes(readTerms(before, same, purseOf(fund, []))), ['nothing-changed'])
  })

  it('are in whole pounds', () => {
    assert.deepEqual(['£1,000', '0', '10.50', '-5', 'ten', ''].map(readPounds), [
      1000,
      ...Array.from({ length: 5 }, () => undefined),
    ])
  })
})

describe('the reserve list', () => {
  const decided = (id: string, outcome: DecidedApplication['outcome'], reservePlace: number | null = null) => ({
    id,
    reference: id,
    outcome,
    pounds: null,
    reservePlace,
    departure: null,
    lead: id,
    leadId: id,
    region: '',
    salt: '',
  })
  const record = {
    applications: [
      decided('a', 'award'),
      decided('c', 'reserve', 2),
      decided('b', 'reserve', 1),
      decided('d', 'declined'),
    ],
    reserveExpiresOn: '2026-09-30',
  }
  const next = (offered: readonly string[], today: string) => {
    const stand = reserveStand(record, new Set(offered), today)
    return stand.code === 'next' ? stand.next.id : stand.code
  }

  it('is offered in its order, until its last day', () => {
    assert.equal(next(['a'], '2026-09-30'), 'b')
    assert.equal(next(['a', 'b'], '2026-09-30'), 'c')
    assert.equal(next(['a', 'b', 'c'], '2026-09-30'), 'nobody')
    assert.equal(next(['a'], '2026-10-01'), 'expired')
  })
})
