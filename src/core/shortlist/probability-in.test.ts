import assert from 'node:assert/strict'
import { it } from 'node:test'
import { normalBelow, pooledSd, probabilityAbove } from './probability-in.ts'

const totals = (...rows: readonly (readonly number[])[]) =>
  rows.map((row, at) => ({ id: String(at), totals: new Map(row.map((total, by) => [`p${by}`, total])) }))
const near = (actual: number | null, expected: number) =>
  assert.ok(actual !== null && Math.abs(actual - expected) < 1e-6, `${actual} is not ${expected}`)

it('knows the published points of the normal distribution', () => {
  near(normalBelow(0), 0.5)
  near(normalBelow(1.2815515655446004), 0.9)
  near(normalBelow(-1.959963984540054), 0.025)
})

it('pools what lies within applications where people scored different ones', () => {
  // Squares of 50 and 50 about the means, two degrees of freedom.
  const apart = totals([50, 60], [70, 80])
  const other = new Map([...(apart[1]?.totals ?? [])].map(([id, total]) => [`${id}b`, total]))
  near(pooledSd([...apart.slice(0, 1), { id: 'x', totals: other }]), Math.sqrt(50))
})

it('takes out what makes one person stricter where everybody scored everything', () => {
  near(pooledSd(totals([50, 60, 55], [70, 80, 75], [20, 30, 25])), 0)
  // The mean square for error of the six by four table of Shrout and Fleiss 1979 is 1.0194.
  const shroutFleiss = totals([9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7])
  assert.equal((pooledSd(shroutFleiss) ?? 0) ** 2 > 1.0193 && (pooledSd(shroutFleiss) ?? 0) ** 2 < 1.0195, true)
})

it('is silent where each has one score', () => assert.equal(pooledSd(totals([50], [60])), null))

it('gives the chance to be above a line by the standard error', () => {
  near(probabilityAbove(60, 60, 5, 3), 0.5)
  near(probabilityAbove(60 + 1.2815515655446004 * 2, 60, 4, 4), 0.9)
  assert.deepEqual(
    [61, 60, 59].map((value) => probabilityAbove(value, 60, 0, 3)),
    [1, 0.5, 0],
  )
})
