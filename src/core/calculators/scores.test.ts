import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { calculateAgreement } from './agreement.ts'
import { calculateAssignment } from './assign.ts'
import { calculateCalibration } from './calibrate.ts'
import type { Calculation } from './index.ts'

const solve = await openHighs()

const refusedAt = (result: Calculation) => (result.ok ? [] : result.problems.map(({ at }) => at))
const outputOf = (result: Calculation) => {
  assert.ok(result.ok, JSON.stringify(result))
  return result.output as Record<string, unknown>
}

describe('the calculator agreement', () => {
  it('gives every coefficient of complete scores, and null where one is not defined', () => {
    const output = outputOf(
      calculateAgreement({
        ratings: [
          [1, 2],
          [2, 3],
          [3, 4],
        ],
      }),
    )
    assert.deepEqual(Object.keys(output.icc as object), ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'])
    assert.equal((output.kendallW as { w: number }).w, 1)
    const flat = outputOf(
      calculateAgreement({
        ratings: [
          [2, 2],
          [2, 2],
        ],
      }),
    )
    assert.equal(flat.kendallW, null)
    assert.deepEqual(flat.krippendorff, { nominal: null, ordinal: null, interval: null, ratio: null })
  })

  it('leaves out what needs complete scores when one is missing', () => {
    const output = outputOf(
      calculateAgreement({
        ratings: [
          [1, 2, null],
          [2, 2, 3],
        ],
      }),
    )
    assert.equal(output.icc, null)
    assert.equal(output.kendallW, null)
  })

  it('refuses what does not fit, and says where', () => {
    assert.deepEqual(refusedAt(calculateAgreement({})), ['/ratings'])
    assert.deepEqual(refusedAt(calculateAgreement({ ratings: [] })), ['/ratings'])
    assert.deepEqual(refusedAt(calculateAgreement({ ratings: [[1, 2], [1]], more: 1 })), ['/more'])
    assert.deepEqual(refusedAt(calculateAgreement({ ratings: [[1, 2], [1]] })), ['/ratings/1'])
    assert.deepEqual(refusedAt(calculateAgreement({ ratings: [[1, 'x']] })), ['/ratings/0/1'])
  })
})

describe('the calculator calibrate', () => {
  const scores = [
    ['1', 'A', 3],
    ['1', 'B', 5],
    ['2', 'A', 2],
  ]

  it('gives every application and assessor', () => {
    const output = outputOf(calculateCalibration({ scores, scale: [1, 6], places: 1, draws: 200 }))
    assert.deepEqual(
      (output.applications as { id: string }[]).map(({ id }) => id),
      ['1', '2'],
    )
    assert.deepEqual(output.groups, [['A', 'B']])
  })

  it('refuses a score off the scale, one given twice, and a scale without length', () => {
    assert.deepEqual(
      refusedAt(calculateCalibration({ scores: [...scores, ['2', 'A', 7]], scale: [1, 6], places: 1 })),
      ['/scores/3/2', '/scores/3'],
    )
    assert.deepEqual(refusedAt(calculateCalibration({ scores: [['1', 'A', 3]], scale: [3, 3], places: 1 })), ['/scale'])
    assert.deepEqual(refusedAt(calculateCalibration({ scores: [], scale: [1, 6], places: 0 })), ['/scores', '/places'])
    assert.deepEqual(refusedAt(calculateCalibration({ scores, scale: [1, 6], places: 1, draws: 1e9 })), ['/draws'])
  })
})

describe('the calculator assign', () => {
  const given = { needs: 1, applications: ['E1'], assessors: [{ id: 'A1', max: 1 }], match: [[0.5]] }

  it('gives the pairs, or why there are none', () => {
    assert.deepEqual(outputOf(calculateAssignment(given, solve)), {
      status: 'optimal',
      total: 0.5,
      worst: 0.5,
      pairs: [['E1', 'A1']],
      proven: true,
    })
    const { status } = outputOf(calculateAssignment({ ...given, conflicts: [['E1', 'A1']] }, solve))
    assert.equal(status, 'impossible')
  })

  it('draws below a cap, with what each pair had as its chance', () => {
    const two = {
      ...given,
      assessors: [
        { id: 'A1', max: 1 },
        { id: 'A2', max: 1 },
      ],
      match: [[1, 0.5]],
    }
    const { chances, expected, pairs } = outputOf(calculateAssignment({ ...two, mostChance: 0.7 }, solve))
    assert.deepEqual(chances, [
      ['E1', 'A1', 0.7],
      ['E1', 'A2', 0.3],
    ])
    assert.equal(expected, 0.85)
    assert.equal((pairs as unknown[]).length, 1)
    assert.equal(outputOf(calculateAssignment({ ...two, mostChance: 0.29 }, solve)).status, 'impossible')
  })

  it('refuses what does not fit, and says where', () => {
    const at = (more: object) => refusedAt(calculateAssignment({ ...given, ...more }, solve))
    assert.deepEqual(at({ match: [[1.5]] }), ['/match/0/0'])
    assert.deepEqual(at({ match: [[1], [1]] }), ['/match'])
    assert.deepEqual(at({ match: [[1, 1]] }), ['/match/0'])
    assert.deepEqual(at({ applications: ['E1', 'E1'], match: [[1], [1]] }), ['/applications/1'])
    assert.deepEqual(at({ conflicts: [['E2', 'A2']] }), ['/conflicts/0/0', '/conflicts/0/1'])
    assert.deepEqual(at({ assessors: [{ id: 'A1', min: 2, max: 1 }] }), ['/assessors/0/min'])
    assert.deepEqual(at({ needs: 0, objective: 'best' }), ['/needs', '/objective'])
    for (const mostChance of [0, 1.01, 0.755, '1']) assert.deepEqual(at({ mostChance }), ['/mostChance'])
    assert.deepEqual(at({ mostChance: 0.8, objective: 'fair' }), ['/mostChance'])
  })
})
