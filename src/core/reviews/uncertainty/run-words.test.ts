import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bandFinding, meanFinding } from './index.ts'

const shift = (...causes: readonly (readonly [driver: string, amount: number])[]) => ({
  middle: -100_000,
  mean: causes.reduce((sum, [, amount]) => sum + amount, -100_000),
  causes: causes.map(([driver, amount]) => ({ driver, amount })),
})

describe('why the mean of a simulation is not what stands in the tables', () => {
  it('is said in one sentence, with the figures', () => {
    assert.equal(
      meanFinding(-112_000.4, shift(['Staff', -15_000], ['Risk: Strike', 3000])),
      'The mean, -£112,000, is £12,000 below the -£100,000 of the tables, because a range that reaches further to one side has its mean on that side: “Staff” lowers it by £15k and “Risk: Strike” raises it by £3k.',
    )
  })

  it('names three causes, and says the others together', () => {
    const many = shift(['A', -500], ['B', 400], ['C', 300], ['D', 20], ['E', -30])
    assert.match(
      meanFinding(-99_810, many) ?? '',
      /“A” lowers it by £500, “B” raises it by £400, “C” raises it by £300 and what is left lowers it by £10\.$/,
    )
  })

  it('is not said where nothing moves it', () => {
    assert.equal(meanFinding(-100_001, shift()), undefined)
    assert.equal(meanFinding(-100_000, shift(['A', 0.4])), undefined)
  })
})

it('what will have been paid is a range only where something is drawn', () => {
  const band = (low: number, high: number) => ({ low: [0, low], middle: [0, -405_000], high: [0, high] })
  assert.equal(bandFinding(band(-405_000, -405_000)), 'By the end, -£405k: nothing that was drawn changes it.')
  assert.equal(
    bandFinding(band(-500_000, -300_000)),
    'By the end, -£405k in the middle; eight times in ten between -£500k and -£300k.',
  )
})
