import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { drawSample, largePopulationSize, type Member, sampleSize, sharesOf } from './index.ts'

const population = (count: number, stratumOf: (n: number) => string = () => ''): readonly Member[] =>
  Array.from({ length: count }, (_, n) => ({ id: `id-${String(n).padStart(3, '0')}`, stratum: stratumOf(n) }))

/** All ways to choose so many of the first so many numbers. */
function* choices(from: number, count: number, first = 0): Generator<readonly number[]> {
  if (count === 0) yield []
  else for (let n = first; n < from; n += 1) for (const rest of choices(from, count - 1, n + 1)) yield [n, ...rest]
}

/** The chance that none of the first `wrong` is among so many of a population: by counting every sample there is. */
function chanceOfNone(of: number, wrong: number, size: number): number {
  let [none, all] = [0, 0]
  for (const sample of choices(of, size)) {
    all += 1
    if (sample.every((n) => n >= wrong)) none += 1
  }
  return none / all
}

describe('the size of a sample in which nothing may be wrong', () => {
  it('is that of the published tables for large populations', () => {
    for (const [confidencePercent, tolerablePercent, size] of [
      [90, 10, 22],
      [95, 10, 29],
      [90, 5, 45],
      [95, 5, 59],
      [99, 5, 90],
      [95, 1, 299],
      [99, 1, 459],
    ] as const)
      assert.equal(largePopulationSize({ confidencePercent, tolerablePercent }), size)
  })

  it('is the least for which few enough of all possible samples find nothing', () => {
    for (let of = 1; of <= 11; of += 1)
      for (const tolerablePercent of [5, 10, 20, 50])
        for (const confidencePercent of [50, 80, 90, 95]) {
          const wrong = Math.max(1, Math.ceil((of * tolerablePercent) / 100))
          const sizes = Array.from({ length: of + 1 }, (_, size) => size)
          const least = sizes.find((size) => chanceOfNone(of, wrong, size) <= 1 - confidencePercent / 100 + 1e-9)
          assert.equal(sampleSize(of, { confidencePercent, tolerablePercent }), least, `${of} ${tolerablePercent}`)
        }
  })

  it('comes to that of large populations, and is never above it', () => {
    const aim = { confidencePercent: 95, tolerablePercent: 5 }
    assert.equal(sampleSize(1_000_000, aim), largePopulationSize(aim))
    fc.assert(
      fc.property(fc.nat(3000), fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), (of, sure, rate) => {
        const given = { confidencePercent: sure, tolerablePercent: rate }
        const size = sampleSize(of, given)
        assert.ok(size <= of && size <= largePopulationSize(given))
        assert.ok(sampleSize(of, { ...given, confidencePercent: Math.min(99, sure + 1) }) >= size)
      }),
      { seed: 3, numRuns: 200 },
    )
  })

  it('is of percentages that can be', () => {
    for (const percent of [0, 100, -1, Number.NaN]) {
      assert.throws(() => sampleSize(10, { confidencePercent: percent, tolerablePercent: 5 }), RangeError)
      assert.throws(() => largePopulationSize({ confidencePercent: 95, tolerablePercent: percent }), RangeError)
    }
    assert.throws(() => sampleSize(1.5, { confidencePercent: 95, tolerablePercent: 5 }), RangeError)
  })
})

describe('a sample', () => {
  it('is the same for the same seed, in whatever order the items come, and another for another seed', () => {
    const items = population(60, (n) => (n % 3 === 0 ? 'North' : 'South'))
    const drawn = drawSample(items, { size: 12, seed: 41 })
    assert.deepEqual(drawSample([...items].reverse(), { size: 12, seed: 41 }), drawn)
    assert.notDeepEqual(drawSample(items, { size: 12, seed: 42 }), drawn)
  })

  it('takes each item as often as another, over many seeds', () => {
    const [of, size, seeds] = [20, 5, 8000]
    const items = population(of)
    const counts = new Map(items.map(({ id }) => [id, 0]))
    const pairs = new Map<string, number>()
    for (let seed = 0; seed < seeds; seed += 1) {
      const drawn = drawSample(items, { size, seed })
      for (const id of drawn) counts.set(id, (counts.get(id) ?? 0) + 1)
      const pair = [...drawn].sort().slice(0, 2).join()
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
    const expected = (seeds * size) / of
    // Items of one sample keep others out: with that factor the sum is chi-squared of 19 degrees, above 44 in one of 1,000.
    const squared = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    assert.ok(squared * ((of - 1) / (of - size)) < 43.82, String(squared))
    assert.ok(pairs.size > 90)
  })

  it('is shared among groups in proportion: never an item off, and all of them taken', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 80 }),
        fc.nat(90),
        fc.integer(),
        (strata, size, seed) => {
          const items = strata.map((stratum, n) => ({ id: `${n}`, stratum }))
          const shares = sharesOf(items, size)
          const wanted = Math.min(size, items.length)
          assert.equal(
            shares.reduce((sum, { drawn }) => sum + drawn, 0),
            wanted,
          )
          for (const { members, drawn } of shares)
            assert.ok(Math.abs(drawn - (wanted * members) / items.length) < 1 && drawn <= members)
          const drawn = drawSample(items, { size, seed })
          assert.equal(new Set(drawn).size, wanted)
          const of = new Map(items.map(({ id, stratum }) => [id, stratum]))
          for (const share of shares)
            assert.equal(drawn.filter((id) => of.get(id) === share.stratum).length, share.drawn)
        },
      ),
      { seed: 5 },
    )
  })

  it('cannot be drawn of what has one id twice', () => {
    assert.throws(() => drawSample([...population(2), ...population(1)], { size: 1, seed: 1 }), RangeError)
  })
})
