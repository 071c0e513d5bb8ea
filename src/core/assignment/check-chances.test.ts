import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { brokenChance } from './check-chances.ts'
import { type AssignmentCase, assign } from './index.ts'

const solve = await openHighs()

describe('chances that are looked at anew', () => {
  const given: AssignmentCase = {
    needs: 2,
    applications: ['E0', 'E1'],
    assessors: ['A0', 'A1', 'A2'].map((id) => ({ id, min: 1, max: 2 })),
    match: [
      [1, 0.5, 0.5],
      [1, 0.5, 0.5],
    ],
    conflicts: [],
    objective: 'total',
    seed: 1,
    mostChancePercent: 75,
  }
  const found = assign(given, solve)
  assert.ok(found.status === 'optimal' && found.drawn !== undefined)
  const { drawn, pairs } = found
  const change = (at: number, percent: number) =>
    drawn.chances.map((chance, place) => (place === at ? ([chance[0], chance[1], percent] as const) : chance))

  it('keep every rule as they come', () => {
    assert.equal(brokenChance(given, drawn.chances, pairs), undefined)
  })

  for (const [what, chances, read, rule] of [
    ['above the cap', change(0, 76), pairs, 'the cap on a chance'],
    ['not whole', change(0, 50.5), pairs, 'the cap on a chance'],
    ['that do not come to what is needed', change(0, 60), pairs, 'what chances come to'],
    ['of nobody', [['E0', 'A9', 50] as const], pairs, 'a chance of somebody who is not there'],
    ['twice', [...drawn.chances, ...drawn.chances], pairs, 'a chance twice'],
    ['with another draw', drawn.chances, pairs.slice(1), 'that chance alone draws'],
  ] as const)
    it(`break a rule: ${what}`, () => assert.equal(brokenChance(given, chances, read), rule))

  it('break a rule where there is a conflict', () => {
    const [application = '', assessor = ''] = drawn.chances[0] ?? []
    const held = { ...given, conflicts: [[application, assessor] as const] }
    assert.equal(brokenChance(held, drawn.chances, pairs), 'a chance where there is a conflict')
  })
})
