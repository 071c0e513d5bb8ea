import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type ExpertToMatch, matchExperts } from './match-experts.ts'

const expert = (expertId: string, more: Partial<ExpertToMatch> = {}): ExpertToMatch => ({
  expertId,
  serviceAreas: [],
  deliveryModels: [],
  disciplines: [],
  openRequests: 0,
  hoursAMonth: 10,
  hoursTaken: 0,
  away: false,
  conflicts: [],
  ...more,
})
const youth = { serviceAreas: ['children'], deliveryModels: ['mutual'], disciplines: ['legal', 'finance'] }
const own = { kind: 'own-authority', hard: true } as const
const beside = { kind: 'neighbour', hard: false } as const

const someExpert = fc.record({
  expertId: fc.uuid(),
  serviceAreas: fc.subarray(['children', 'health', 'housing']),
  deliveryModels: fc.subarray(['mutual', 'charity']),
  disciplines: fc.subarray(['legal', 'finance']),
  openRequests: fc.nat(5),
  hoursAMonth: fc.nat(20),
  hoursTaken: fc.nat(20),
  away: fc.boolean(),
  conflicts: fc.subarray([own, beside]),
})
const experts = fc.uniqueArray(someExpert, { selector: ({ expertId }) => expertId, maxLength: 8 })

describe('the match of experts', () => {
  it('is as worked out by hand', () => {
    const [best, next] = matchExperts(youth, [
      expert('a', { serviceAreas: ['children'], disciplines: ['legal'], openRequests: 1 }),
      expert('b', { serviceAreas: ['children'], deliveryModels: ['mutual'], disciplines: ['legal', 'finance'] }),
    ])
    // b: 0.4 + 0.2 + 0.2 + 0.2; a: 0.4 + 0 + 0.2 / 2 + 0.2 / 2
    assert.deepEqual([best?.expertId, best?.match, next?.expertId, next?.match], ['b', 1000, 'a', 600])
  })

  it('never offers an expert with a hard conflict, however well they fit', () => {
    const fits = expert('a', { ...youth, conflicts: [own] })
    const [first, last] = matchExperts(youth, [fits, expert('b', { away: true })])
    assert.deepEqual([first?.expertId, last?.stands], ['b', 'never'])
    fc.assert(
      fc.property(experts, (all) => {
        for (const { expertId, stands } of matchExperts(youth, all)) {
          const hard = all.find((each) => each.expertId === expertId)?.conflicts.some((each) => each.hard)
          assert.equal(stands === 'never', hard)
        }
      }),
    )
  })

  it('does not depend on the order in which experts come', () => {
    fc.assert(
      fc.property(experts, fc.nat(7), (all, turn) => {
        const turned = [...all.slice(turn), ...all.slice(0, turn)]
        assert.deepEqual(matchExperts(youth, turned), matchExperts(youth, all))
      }),
    )
  })

  it('puts whoever has less to do first among those who know as much', () => {
    fc.assert(
      fc.property(someExpert, fc.nat(5), (one, more) => {
        const other = { ...one, expertId: '0', openRequests: one.openRequests + 1 + more }
        const [first] = matchExperts(youth, [other, one])
        assert.equal(first?.expertId, one.expertId)
      }),
    )
  })

  it('asks for a reason for an expert who is away, has no hours left or is beside the council', () => {
    const all = [
      expert('a', { away: true }),
      expert('b', { hoursTaken: 10 }),
      expert('c', { conflicts: [beside] }),
      expert('d', { openRequests: 9 }),
    ]
    assert.deepEqual(
      matchExperts(youth, all).map(({ expertId, stands, cautions }) => [expertId, stands, ...cautions]),
      [
        ['d', 'free'],
        ['a', 'with-reason', 'away'],
        ['c', 'with-reason', 'soft-conflict'],
        ['b', 'with-reason', 'no-hours-left'],
      ],
    )
  })
})
