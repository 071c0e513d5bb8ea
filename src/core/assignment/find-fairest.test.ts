import assert from 'node:assert/strict'
import { it } from 'node:test'
import { hardToBeFairTo } from '../../../tests/reference/hard-to-be-fair-to.ts'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { assign } from './index.ts'

const solve = await openHighs()

it('is as fair as can be in the third example of PeerReview4All, 14.00, where that finds 6.51', () => {
  const match = hardToBeFairTo()
  const found = assign(
    {
      needs: 4,
      applications: match.map((_, at) => `E${at}`),
      assessors: match.map((_, by) => ({ id: `A${by}`, min: 0, max: 4 })),
      match,
      conflicts: [],
      objective: 'fair',
      seed: 1,
    },
    solve,
  )
  assert.ok(found.status === 'optimal')
  assert.deepEqual([found.worst.toFixed(2), found.proven], ['14.00', true])
})
