import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bandFinding, certainFinding, deviationWords, meanFinding } from './index.ts'

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

describe('an option in which nothing is drawn', () => {
  const spread = (id: string, tornado: readonly { driver: string; low: number; high: number }[]) => ({
    id,
    mean: -100,
    sd: tornado.length > 0 ? 20 : 0,
    curve: [],
    first: 0,
    tornado,
  })
  const drawn = spread('b', [{ driver: 'Staff', low: -120, high: -80 }])

  it('is named with what to do about it', () => {
    assert.equal(
      certainFinding([spread('a', []), drawn], (id) => id.toUpperCase()),
      'Nothing is uncertain in “A”: none of its lines has a range and no risk can happen, so it comes to the same in every sample. Say how far its lines may turn out below or above.',
    )
    assert.match(
      certainFinding([spread('a', []), spread('c', [])], (id) => id) ?? '',
      /^Nothing is uncertain in “a” and “c”: none of their lines has a range and no risk can happen, so they come to/,
    )
    assert.equal(
      certainFinding([drawn], (id) => id),
      undefined,
    )
  })

  it('has no deviation of £0, which would look as if it were known to the pound', () => {
    assert.equal(deviationWords(spread('a', [])), 'no range')
    assert.equal(deviationWords(drawn), '£20')
  })
})
