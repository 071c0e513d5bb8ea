import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import type { Calculation } from './index.ts'
import { calculatePortfolio } from './portfolio.ts'
import { calculateTimetable } from './timetable.ts'

const solve = await openHighs()

const refusedAt = (result: Calculation) => (result.ok ? [] : result.problems.map(({ at }) => at))

const candidate = (id: string, value: number, region = 'North') => ({
  id,
  value,
  use: { pounds: 100 },
  groups: { region },
})
const plain = { places: 2, candidates: [candidate('A', 3), candidate('B', 2), candidate('C', 2, 'South')], limits: {} }

describe('the calculator portfolio', () => {
  it('chooses, says what it takes, what a rule costs and what comes next', () => {
    const result = calculatePortfolio({ ...plain, rules: [{ group: 'region', max: 1 }], alternatives: 1 }, solve)
    assert.deepEqual(result, {
      ok: true,
      output: {
        status: 'optimal',
        value: 5,
        chosen: ['A', 'C'],
        used: { pounds: 200 },
        rulePrices: [{ rule: 0, price: 0 }],
        next: [{ value: 4, chosen: ['B', 'C'] }],
      },
    })
  })

  it('chooses nothing from nobody, and nobody whose value is below nothing', () => {
    for (const candidates of [[], [candidate('A', -1)]]) {
      const result = calculatePortfolio({ ...plain, candidates }, solve)
      assert.ok(result.ok)
      assert.deepEqual((result.output as { chosen: unknown }).chosen, [])
    }
  })

  it('says in a sentence what cannot hold together', () => {
    const result = calculatePortfolio({ ...plain, limits: { pounds: 50 }, mustInclude: ['B'] }, solve)
    assert.ok(result.ok)
    assert.deepEqual(result.output, {
      status: 'impossible',
      because: [
        {
          places: false,
          limits: ['pounds'],
          rules: [],
          mustInclude: ['B'],
          mustExclude: [],
          text: 'These cannot hold together: at most 50 of pounds and B must be chosen. Change one of them.',
        },
      ],
    })
  })

  it('refuses what does not fit, and says where', () => {
    const refused = (more: object) => refusedAt(calculatePortfolio({ ...plain, ...more }, solve))
    assert.deepEqual(refused({ places: -1, more: 1 }), ['/more', '/places'])
    assert.deepEqual(refused({ candidates: [candidate('A', 1), candidate('A', 2)] }), ['/candidates/1/id'])
    assert.deepEqual(refused({ candidates: [{ ...candidate('A', 1), use: { pounds: -1 } }] }), [
      '/candidates/0/use/pounds',
    ])
    assert.deepEqual(refused({ rules: [{ group: 'region' }] }), ['/rules/0'])
    assert.deepEqual(refused({ rules: [{ group: 'region', min: 2, max: 1 }] }), ['/rules/0/min'])
    assert.deepEqual(refused({ rules: [{ group: 'region', atLeastDifferent: 1, max: 1 }] }), ['/rules/0/max'])
    assert.deepEqual(refused({ mustInclude: ['A', 'X'], mustExclude: ['A'] }), ['/mustInclude/1', '/mustExclude/0'])
    assert.deepEqual(refused({ alternatives: 101 }), ['/alternatives'])
  })
})

describe('the calculator timetable', () => {
  const given = {
    interviews: [{ id: 'A' }],
    members: [
      { id: 'Ann', chair: true, available: ['S1'] },
      { id: 'Ben', available: ['S1'] },
    ],
    sessions: [{ id: 'S1', halfDay: 'Monday morning', room: 'One', slots: 2 }],
    quorum: 2,
  }

  it('places interviews', () => {
    assert.deepEqual(calculateTimetable(given, solve), {
      ok: true,
      output: {
        status: 'optimal',
        unplaced: [],
        placed: [
          { interview: 'A', session: 'S1', slot: 1, members: ['Ann', 'Ben'], recused: [], missingExpertise: [] },
        ],
        gap: 0,
        because: [],
      },
    })
  })

  it('refuses what does not fit, and says where', () => {
    const refused = (more: object) => refusedAt(calculateTimetable({ ...given, ...more }, solve))
    assert.deepEqual(refused({ quorum: 0 }), ['/quorum'])
    assert.deepEqual(refused({ interviews: [{ id: 'A', conflicts: ['X'], sessions: ['S9'] }, { id: 'A' }] }), [
      '/interviews/1/id',
      '/interviews/0/conflicts/0',
      '/interviews/0/sessions/0',
    ])
    assert.deepEqual(refused({ members: [{ id: 'Ann', available: ['S9'] }] }), ['/members/0/available/0'])
  })
})
