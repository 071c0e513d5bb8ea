import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { stickBreaker } from './break-stick.ts'
import { weightDrawer } from './draw-weights.ts'

const near = (value: number, wanted: number, within: number): void =>
  assert.ok(Math.abs(value - wanted) <= within, `${value} is not within ${within} of ${wanted}`)

describe('breaking a stick', () => {
  it('leaves a root of the point, within a hundred-thousandth, at both ends too', () => {
    const points = Int32Array.from([0, 1, 5_000_000, 16_777_215, 16_777_216, 2 ** 28, 2 ** 30 + 12_345, 2 ** 31 - 1])
    for (const others of [1, 2, 3, 11, 40]) {
      const [rest, piece] = [new Float64Array(points.length).fill(0.5), new Float64Array(points.length)]
      stickBreaker(others)(points, rest, piece)
      points.forEach((point, at) => {
        near(rest[at] ?? 0, 0.5 * ((point + 0.5) / 2 ** 31) ** (1 / others), 0.5e-5)
        near((rest[at] ?? 0) + (piece[at] ?? 0), 0.5, 1e-15)
      })
    }
  })

  it('makes weights of the means, the variance and the covariance that are known of a simplex', () => {
    const count = 12
    const criteria = Array.from({ length: count }, (_, at) => `c${at}`)
    const drawer = weightDrawer({ options: [], values: [], criteria, weights: 'free', samples: 0, seed: 1 })
    const blocks = 256
    let [sums, squares, products] = [new Float64Array(count), 0, 0]
    for (let block = 0; block < blocks; block += 1) {
      drawer.draw(block * 1024)
      for (const [at, column] of drawer.block.entries())
        for (const weight of column) sums[at] = (sums[at] ?? 0) + weight
      const [first, last] = [drawer.block[0], drawer.block[count - 1]]
      for (let at = 0; at < 1024; at += 1) {
        squares += (last?.[at] ?? 0) ** 2
        products += (first?.[at] ?? 0) * (last?.[at] ?? 0)
      }
    }
    const drawn = blocks * 1024
    for (const sum of sums) near(sum / drawn, 1 / count, 1e-4)
    near(squares / drawn - 1 / count ** 2, 0.0058760684, 5e-5)
    near(products / drawn - 1 / count ** 2, -0.000534188, 2e-5)
  })
})
