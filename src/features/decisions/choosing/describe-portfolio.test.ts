import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleCase } from '../../../../tests/support/decided-record.ts'
import { workOutPortfolio } from '../../../core/decisions/index.ts'
import { openHighs } from '../../../platform/solver/highs-solver.ts'
import { drawsWords } from './describe-portfolio.messages.ts'

const solve = await openHighs()

const wordsOf = (more: Parameters<typeof exampleCase>[1]): string => {
  const given = exampleCase(6, { draws: 20, ...more })
  const result = workOutPortfolio(given, solve)
  assert.ok(result.status === 'optimal')
  return drawsWords(given, result)
}

describe('what a portfolio says of its draws', () => {
  it('is how far interviews may be off, and whether the panel says it or it is assumed', () => {
    const panelNoise = { chance: 7.94, leniency: 3.1, members: 9, scores: 96, from: 'panel' } as const
    assert.match(
      wordsOf({ panelNoise }),
      /96 scores by 9 members say that .* off by 7\.9 points of 100 by chance, and .* 3\.1 points apart/,
    )
    const even = wordsOf({ panelNoise: { ...panelNoise, leniency: 0.04 } })
    assert.match(even, /may be off by 7\.9 points/)
    assert.doesNotMatch(even, /lenient/)
    const nothing = wordsOf({ panelNoise: { ...panelNoise, chance: 0, leniency: 0 } })
    assert.match(nothing, /so they are not moved\./)
    assert.doesNotMatch(nothing, /0\.0/)
    const assumed = { chance: 12.5, leniency: 0, members: 2, scores: 4, from: 'default' } as const
    assert.match(wordsOf({ panelNoise: assumed }), /too few scores to tell\. It is assumed that .* 12\.5 points/)
  })

  it('is of written scores alone without interviews, and nothing where nothing was drawn', () => {
    assert.doesNotMatch(wordsOf({}), /interview/)
    assert.match(wordsOf({}), /^In each of 20 draws/)
    assert.equal(wordsOf({ draws: 0 }), '')
  })
})
