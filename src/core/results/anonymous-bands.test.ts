import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { anonymousBands, fewestInBand } from './index.ts'

describe('the spread of scores', () => {
  it('holds every score once, in bands that lie apart, from the highest, none with few', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 60 }), (percents) => {
        const bands = anonymousBands(percents)
        assert.equal(bands.length === 0, percents.length < fewestInBand)
        for (const { from, to, count } of bands) {
          const inside = percents.filter((each) => each >= from && (each < to || (to === 100 && each === 100)))
          assert.equal(count, inside.length)
          assert.ok(count >= fewestInBand)
        }
        for (const [index, { to }] of bands.entries()) assert.ok(index === 0 || to <= (bands[index - 1]?.from ?? 0))
        if (bands.length > 0)
          assert.equal(
            bands.reduce((sum, { count }) => sum + count, 0),
            percents.length,
          )
      }),
    )
  })

  it('is not told where there are too few to hide among', () => {
    assert.deepEqual(anonymousBands([50, 90]), [])
    assert.deepEqual(anonymousBands([50, 51, 90]), [{ from: 50, to: 100, count: 3 }])
  })
})
