import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exactRanks, type Sds } from '../../../tests/reference/exact-ranks.ts'
import { integratedLevels, predictions } from '../../../tests/reference/linear-prediction.ts'
import { randomFrom } from '../random/random.ts'
import { calibrate, comparableGroups, type Score, scoreTable } from './index.ts'

const panel: readonly Score[] =
  '11125 11226 12135 13215 12235 13145 12345 15225 13435 14255 23445 24355 25446 23466 25546'
    .split(' ')
    .flatMap((row, at) => [...row].map((grade, by): Score => [`P${at + 1}`, `A${by + 1}`, 7 - Number(grade)]))

/** Its expected ranks as the Swiss National Science Foundation published them. */
const published = [2.44, 4.06, 4.09, 4.12, 5.08, 6.19, 7.34, 7.26, 8.43, 9.42, 10.4, 11.4, 13.0, 13.0, 13.7]

/** All of three quantities between nothing and the most, in so many steps each. */
const midpoints = (
  most: number,
  steps: number,
  as: (one: number, two: number, three: number) => Sds,
): readonly Sds[] => {
  const grid = Array.from({ length: steps }, (_, step) => ((step + 0.5) / steps) * most)
  return grid.flatMap((one) => grid.flatMap((two) => grid.map((three) => as(one, two, three))))
}

/** Applications worth 10, 20 and 30; assessors who give 2 more, 1 less and 1 less. */
const block: readonly Score[] = [
  ['1', 'A', 12],
  ['1', 'B', 9],
  ['2', 'B', 19],
  ['2', 'C', 19],
  ['3', 'C', 29],
  ['3', 'A', 32],
]

/** A made-up round: so many scores for each application, by assessors drawn for it. */
function madeUp(seed: number, size: { applications: number; assessors: number; each: number; leniencySd: number }) {
  const random = randomFrom(seed, 9)
  const truth = Array.from({ length: size.applications }, () => 3.5 + 0.8 * random.normal())
  const leniency = Array.from({ length: size.assessors }, () => size.leniencySd * random.normal())
  const scores = truth.flatMap((level, at) => {
    const by = new Set<number>()
    while (by.size < size.each) by.add(Math.floor(random.uniform() * size.assessors))
    return [...by].map((one): Score => [`E${at}`, `A${one}`, level + (leniency[one] ?? 0) + 0.7 * random.normal()])
  })
  return { scores, truth }
}

const wide = { scale: [-5, 12], seed: 1 } as const

describe('calibration', () => {
  it('gives the expected ranks that the Swiss National Science Foundation published for its mock panel', () => {
    const { applications, rHat, connected } = calibrate({
      scores: panel,
      scale: [1, 6],
      places: 5,
      seed: 1,
      draws: 4_000,
    })
    applications.forEach(({ expectedRank }, at) => {
      assert.ok(Math.abs(expectedRank - (published[at] ?? 0)) <= 0.25, `P${at + 1}: ${expectedRank}`)
    })
    // Two, three and four have the same scores in total.
    const [two = 0, three = 0, four = 0] = applications.slice(1, 4).map(({ expectedRank }) => expectedRank)
    assert.ok(Math.max(two, three, four) - Math.min(two, three, four) < 0.1)
    assert.ok(rHat <= 1.01)
    assert.ok(connected)
  })

  it('gives the expected ranks that follow from its own assumptions without a draw', () => {
    const exact = exactRanks(
      panel,
      midpoints(2.5, 14, (quality, leniency, noise) => ({ quality, leniency, noise })),
    )
    const { applications } = calibrate({ scores: panel, scale: [1, 6], places: 5, seed: 2, draws: 20_000 })
    applications.forEach(({ id, expectedRank }, at) => {
      assert.ok(Math.abs(expectedRank - (exact[at] ?? 0)) < 0.05, `${id}: ${expectedRank} is not ${exact[at]}`)
    })
  })

  it('is checked by a reference that has the exact ranks of the model of the Swiss National Science Foundation', () => {
    // There leniency varies by 0.5, and each score by its own leniency and by chance, each up to 2.
    const sds = midpoints(2, 14, (quality, own, chance) => ({ quality, leniency: 0.5, noise: Math.hypot(own, chance) }))
    const exact = exactRanks(panel, sds)
    const sampled = [2.46, 4.09, 4.09, 4.1, 5.1, 6.18, 7.28, 7.28, 8.38, 9.46, 10.47, 11.41, 13.02, 13.02, 13.66]
    exact.forEach((rank, at) => {
      assert.ok(Math.abs(rank - (published[at] ?? 0)) <= 0.15, `P${at + 1}: ${rank}`)
      assert.ok(Math.abs(rank - (sampled[at] ?? 0)) <= 0.05, `P${at + 1}: ${rank}`)
    })
  })

  it('agrees with the best linear prediction by the published numbers, its second method here', () => {
    const { mean, quality, leniency } = predictions(block, { quality: 100, leniency: 4, noise: 1 })
    const close = (actual: readonly number[], expected: readonly number[]) =>
      expected.forEach((value, at) => {
        assert.ok(Math.abs((actual[at] ?? 0) - value) < 1e-6)
      })
    close([mean], [20])
    close(quality, [-9.865153, -0.141945, 10.007097])
    close(leniency, [1.714691, -0.885735, -0.828957])
  })

  it('is what adding up over all standard deviations gives', () => {
    const noisy = [12, 5, 23, 15, 27, 37, 29, 14].map(
      (score, at): Score => [`${1 + (at % 4)}`, ['A', 'B', 'C'][(at * 2 + Math.floor(at / 4)) % 3] ?? '', score],
    )
    const levels = integratedLevels(noisy, 20, 32)
    const { applications } = calibrate({ scores: noisy, scale: [0, 40], places: 1, seed: 3, draws: 20_000 })
    applications.forEach(({ estimate }, at) => {
      assert.ok(Math.abs(estimate - (levels[at] ?? 0)) < 0.15, `${estimate} is not ${levels[at]}`)
    })
  })

  it('has intervals that hold the truth as often as they say', () => {
    let [held, half, all] = [0, 0, 0]
    for (let round = 0; round < 200; round += 1) {
      const { scores, truth } = madeUp(round, { applications: 30, assessors: 6, each: 3, leniencySd: 0.4 })
      const { applications } = calibrate({ scale: [1, 6], seed: 1, scores, places: 10, draws: 400 })
      applications.forEach(({ id, interval90, interval50 }) => {
        const level = truth[Number(id.slice(1))] ?? 0
        all += 1
        if (interval90[0] <= level && level <= interval90[1]) held += 1
        if (interval50[0] <= level && level <= interval50[1]) half += 1
      })
    }
    assert.ok(held / all > 0.87 && held / all < 0.93, `${held / all}`)
    assert.ok(half / all > 0.44 && half / all < 0.56, `${half / all}`)
  })

  it('leaves the order of plain means where assessors do not differ', () => {
    const { scores } = madeUp(5, { applications: 120, assessors: 8, each: 4, leniencySd: 0 })
    const { applications } = calibrate({ ...wide, scores, places: 10, draws: 2_000 })
    const order = (value: (of: (typeof applications)[number]) => number) => {
      const sorted = applications.map(value).sort((one, other) => one - other)
      return applications.map((of) => sorted.indexOf(value(of)))
    }
    const [byMean, byEstimate] = [order(({ mean }) => mean), order(({ estimate }) => estimate)]
    const apart = byMean.reduce((sum, place, at) => sum + (place - (byEstimate[at] ?? 0)) ** 2, 0)
    const n = applications.length
    const correlation = 1 - (6 * apart) / (n * (n * n - 1))
    assert.ok(correlation >= 0.99, `${correlation}`)
  })

  it('does not move an estimate when one assessor gives everything more, once all score all', () => {
    const plus = panel.map(([id, by, score]): Score => [id, by, by === 'A2' ? score + 3 : score])
    const ranks = (scores: readonly Score[]) =>
      calibrate({ scores, scale: [1, 9], places: 5, seed: 1, draws: 4_000 }).applications.map((of) => of.expectedRank)
    const after = ranks(plus)
    ranks(panel).forEach((rank, at) => {
      assert.ok(Math.abs(rank - (after[at] ?? 0)) < 0.2)
    })
  })

  it('is the same for the same seed to the last digit, and not for another', () => {
    const run = (seed: number) =>
      JSON.stringify(calibrate({ scores: panel, scale: [1, 6], places: 5, seed, draws: 300 }))
    assert.equal(run(4), run(4))
    assert.notEqual(run(4), run(5))
  })

  it('says which assessors nothing links', () => {
    const split = [...block, ['9', 'X', 5] as const, ['9', 'Y', 6] as const]
    assert.deepEqual(comparableGroups(scoreTable(split)), [
      ['A', 'B', 'C'],
      ['X', 'Y'],
    ])
    const { connected, groups } = calibrate({ scores: split, scale: [0, 40], places: 1, seed: 1, draws: 200 })
    assert.equal(connected, false)
    assert.equal(groups.length, 2)
  })

  it('stands one score, one assessor, and scores that are all equal', () => {
    for (const scores of [
      [['1', 'A', 3]],
      [
        ['1', 'A', 3],
        ['2', 'A', 5],
      ],
      panel.map(([id, by]) => [id, by, 3]),
    ] as unknown as readonly (readonly Score[])[]) {
      const { applications, rHat } = calibrate({ scores, scale: [1, 6], places: 1, seed: 1, draws: 500 })
      assert.ok(Number.isFinite(rHat))
      for (const { estimate, interval90, probabilityIn } of applications) {
        assert.ok(Number.isFinite(estimate) && interval90[0] <= interval90[1])
        assert.ok(probabilityIn >= 0 && probabilityIn <= 1)
      }
    }
    assert.throws(() => calibrate({ scores: [], scale: [1, 6], places: 1, seed: 1, draws: 100 }), RangeError)
  })
})
