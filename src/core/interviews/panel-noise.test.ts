import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Score } from '../calibration/index.ts'
import { randomFrom } from '../random/random.ts'
import { defaultChance, errorOfMean, errorOfTotal, type PanelNoise, panelNoise } from './panel-noise.ts'

const near = (one: number, other: number, by = 1e-9): void => assert.ok(Math.abs(one - other) <= by, `${one} ${other}`)

/** Interviews, each heard by some of the panel, with leniency and chance of these standard deviations. */
function scoresOf(seed: number, { chance, leniency, interviews = 40, panel = 9, room = 4 }: Record<string, number>) {
  const { uniform, normal } = randomFrom(seed)
  const lenient = Array.from({ length: panel }, () => (leniency ?? 0) * normal())
  return Array.from({ length: interviews }, (_, interview) => {
    const level = 60 + 15 * normal()
    const there = new Set<number>()
    while (there.size < room) there.add(Math.floor(uniform() * panel))
    return [...there].map(
      (by): Score => [`I${interview}`, `M${by}`, level + (lenient[by] ?? 0) + (chance ?? 0) * normal()],
    )
  }).flat()
}

describe('the noise of a panel', () => {
  it('is what a table in which everybody heard everything says by analysis of variance', () => {
    // Shrout and Fleiss 1979: six targets, four judges; mean squares 32.4861 of judges and 1.0194 of what is left.
    const table = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ]
    const scores = table.flatMap((row, at) => row.map((score, by): Score => [`T${at}`, `J${by}`, score]))
    const found = panelNoise(scores)
    assert.deepEqual([found.from, found.members, found.scores], ['panel', 4, 24])
    near(found.chance ** 2, 1.0194, 1e-4)
    near(found.leniency ** 2, (32.4861 - 1.0194) / 6, 1e-4)
    // All heard it: what remains is chance alone.
    near(errorOfMean(found, 4), found.chance / 2)
  })

  it('finds what scores were made with, where each was heard by some of the panel', () => {
    const rounds = Array.from({ length: 60 }, (_, seed) => panelNoise(scoresOf(seed, { chance: 8, leniency: 5 })))
    const mean = (of: (found: PanelNoise) => number) => rounds.reduce((sum, each) => sum + of(each), 0) / rounds.length
    near(
      mean(({ chance }) => chance ** 2),
      64,
      3,
    )
    near(
      mean(({ leniency }) => leniency ** 2),
      25,
      6,
    )
  })

  it('is none where all agree, but for how lenient each is', () => {
    const found = panelNoise(scoresOf(3, { chance: 0, leniency: 6 }))
    near(found.chance, 0, 1e-6)
    assert.ok(found.leniency > 2)
    const same = panelNoise(scoresOf(3, { chance: 0, leniency: 0 }))
    near(errorOfMean(same, 1), 0, 1e-6)
  })

  it('is not changed by a level of an interview, nor by who comes first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: -30, max: 30 }), (seed, by) => {
        const scores = scoresOf(seed, { chance: 6, leniency: 4, interviews: 15 })
        const one = panelNoise(scores)
        const moved = scores.map(([of, member, score]): Score => [of, member, score + (of === 'I3' ? by : 0)])
        for (const other of [panelNoise(moved), panelNoise(scores.toReversed())]) {
          near(other.chance, one.chance, 1e-6)
          near(other.leniency ** 2, one.leniency ** 2, 1e-6)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('is the default where too few scores say it', () => {
    for (const scores of [
      [],
      scoresOf(1, { chance: 5, interviews: 30, room: 1 }),
      scoresOf(1, { interviews: 3, chance: 5 }),
    ])
      assert.deepEqual([panelNoise(scores).from, panelNoise(scores).chance], ['default', defaultChance])
  })

  it('says of apart panels what each says, though nothing compares them', () => {
    const halves = [1, 2].flatMap((half) =>
      scoresOf(half, { chance: 7, leniency: 0, panel: 4, room: 3 }).map(
        ([of, by, score]): Score => [`${half}${of}`, `${half}${by}`, score],
      ),
    )
    near(panelNoise(halves).chance, 7, 0.8)
  })
})

describe('the error of a final score', () => {
  const noise: PanelNoise = { chance: 8, leniency: 5, members: 9, scores: 100, from: 'panel' }

  it('is that of the written score, by its weight, where the panel makes no error or has no weight', () => {
    near(errorOfTotal({ written: 5, interview: 0 }, 60), 3)
    near(errorOfTotal({ written: 5, interview: 99 }, 100), 5)
    near(errorOfTotal({ written: 5, interview: 5 }, 60), 3.6055, 1e-4)
  })

  it('never falls when either makes more, and falls with every member who heard it', () => {
    const size = fc.double({ min: 0, max: 40, noNaN: true })
    fc.assert(
      fc.property(size, size, size, fc.integer({ min: 0, max: 100 }), (written, interview, more, part) => {
        const error = errorOfTotal({ written, interview }, part)
        assert.ok(errorOfTotal({ written: written + more, interview }, part) >= error)
        assert.ok(errorOfTotal({ written, interview: interview + more }, part) >= error)
      }),
    )
    for (let count = 1; count < 9; count += 1) assert.ok(errorOfMean(noise, count + 1) < errorOfMean(noise, count))
    near(errorOfMean(noise, 9), 8 / 3)
  })
})
