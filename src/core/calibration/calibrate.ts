import { randomFrom } from '../random/random.ts'
import { quantile } from '../statistics/quantile.ts'
import { type Chain, startChain } from './chain.ts'
import { comparableGroups } from './comparable-groups.ts'
import { followMoments, type Moments } from './moments.ts'
import { type Score, type ScoreTable, scoreTable } from './scores.ts'

/** What is calibrated, and how. */
export type CalibrationCase = {
  /** At least one. */
  readonly scores: readonly Score[]
  /** The least and the most that can be given. */
  readonly scale: readonly [least: number, most: number]
  /** How many are to be chosen, at least 1. */
  readonly places: number
  readonly seed: number
  /** Kept draws in each of four chains, at least 10. */
  readonly draws: number
}

type Interval = readonly [low: number, high: number]

/** What the scores of an application say of it once the leniency of its assessors is allowed for. */
export type CalibratedApplication = {
  readonly id: string
  /** The plain mean of its scores. */
  readonly mean: number
  /** On the scale, as by an assessor of average leniency. */
  readonly estimate: number
  readonly interval50: Interval
  readonly interval90: Interval
  /** 1 is best. */
  readonly expectedRank: number
  /** The share of draws in which it is among the places. */
  readonly probabilityIn: number
}

export type CalibratedAssessor = {
  readonly id: string
  /** By how much they score above their peers, in points of the scale. */
  readonly leniency: number
  readonly interval90: Interval
}

export type Calibration = {
  readonly applications: readonly CalibratedApplication[]
  readonly assessors: readonly CalibratedAssessor[]
  /** Whether all assessors can be compared with one another. */
  readonly connected: boolean
  readonly groups: readonly (readonly string[])[]
  /** The largest of all quantities; above 1.01 the chains had not met after the longest run. */
  readonly rHat: number
  /** Draws kept in each chain in the end. */
  readonly draws: number
}

const chains = 4
const warmUp = 1_000
const goodRHat = 1.01
/** How often the run is doubled when chains have not met. */
const mostDoublings = 3
/** Stored draws of all quantities; beyond it every second, third, … is stored, for the intervals alone. */
const mostStored = 12_000_000

/** What one study of the scores finds besides the calibration itself. */
export type ScoreStudy = {
  readonly calibration: Calibration
  /** Variances of quality, of leniency and of what is left, each the mean of its draws: of what is left, that of an average score. */
  readonly variances: { readonly quality: number; readonly leniency: number; readonly noise: number }
  /** The variance of the noise of each score, in their order. */
  readonly noiseEach: readonly number[]
  /** The part of the variance of one score that is quality; leniency counted in, and not. */
  readonly agreement: Share
  readonly consistency: Share
  /** For each assessor of the calibration, the share of draws in which they are further than `farFrom` from their peers. */
  readonly far: readonly number[]
}

/** A share with its 90% interval. */
export type Share = { readonly value: number; readonly interval90: Interval }

/** How a study is watched: `progress` is told how much of the shortest run is done, from 0 to 1. */
export type StudyOptions = {
  readonly farFrom?: number
  readonly progress?: (share: number) => void
  /** The first of the four streams of chance, so that studies with one seed do not share their chances. */
  readonly firstStream?: number
}

/**
 * Allows for assessors who score higher or lower than their peers: the Gaussian crossed random-effects model, sampled by
 * four chains. It shrinks towards the plain mean by as much as the scores do not tell assessors apart. The same case
 * gives the same numbers. It is advice: what ranks is what the rules of the round say.
 *
 * @throws {RangeError} if there is no score
 * @see docs/sources.md#calibration
 */
export const calibrate = (given: CalibrationCase): Calibration => studyScores(given).calibration

/**
 * The calibration with what its draws say of the assessors' agreement.
 *
 * @throws {RangeError} if there is no score
 * @see docs/sources.md#agreement-of-assessors
 */
export function studyScores(
  { scores, scale, places, seed, draws }: CalibrationCase,
  { farFrom = Number.POSITIVE_INFINITY, progress = () => {}, firstStream = 0 }: StudyOptions = {},
): ScoreStudy {
  if (scores.length === 0) throw new RangeError('there are no scores to calibrate')
  const table = scoreTable(scores)
  const mostSd = (scale[1] - scale[0]) / 2
  const running = Array.from({ length: chains }, (_, stream) =>
    startChain(table, mostSd, randomFrom(seed, firstStream + stream)),
  )
  for (const chain of running) for (let step = 0; step < warmUp; step += 1) chain.step()
  let kept = draws
  let run = drawFrom(running, table, { places, draws: kept, progress })
  for (let doubling = 0; doubling < mostDoublings && run.rHat > goodRHat; doubling += 1) {
    // What there was so far becomes more of the warm-up.
    kept *= 2
    run = drawFrom(running, table, { places, draws: kept, progress })
  }
  const groups = comparableGroups(table)
  const e = table.applications.length
  const noisier = table.weight.reduce((sum, weight) => sum + 1 / weight, 0) / table.weight.length
  return {
    calibration: { ...summaryOf(run, table), connected: groups.length === 1, groups, rHat: run.rHat, draws: kept },
    variances: {
      quality: meanSquare(run.sds[0]),
      leniency: meanSquare(run.sds[1]),
      noise: meanSquare(run.sds[2]) * noisier,
    },
    noiseEach: Array.from(table.weight, (weight) => meanSquare(run.sds[2]) / weight),
    agreement: shareOf(run.sds, noisier, true),
    consistency: shareOf(run.sds, noisier, false),
    far: run.stored.slice(e).map((values) => partOf(values, (value) => Math.abs(value) > farFrom)),
  }
}

const meanSquare = (values: Float32Array): number =>
  values.reduce((sum, value) => sum + value * value, 0) / values.length

const partOf = (values: Float32Array, is: (value: number) => boolean): number =>
  values.filter(is).length / values.length

/** @param noisier how much larger the variance of the noise of an average score is than that of the surest */
function shareOf([quality, leniency, noise]: Run['sds'], noisier: number, withLeniency: boolean): Share {
  const shares = quality.map((sd, at) => {
    const rest = (noise[at] as number) ** 2 * noisier + (withLeniency ? (leniency[at] as number) ** 2 : 0)
    return sd ** 2 / (sd ** 2 + rest)
  })
  const sorted = shares.toSorted()
  return {
    value: shares.reduce((sum, value) => sum + value, 0) / shares.length,
    interval90: [quantile(sorted, 0.05), quantile(sorted, 0.95)],
  }
}

type Run = {
  readonly rHat: number
  readonly means: Float64Array
  /** For each application, then each assessor, its stored draws. */
  readonly stored: readonly Float32Array[]
  /** Stored draws of the standard deviations of quality, leniency and noise. */
  readonly sds: readonly [Float32Array, Float32Array, Float32Array]
  readonly expectedRank: Float64Array
  readonly probabilityIn: Float64Array
}

type Draw = { readonly places: number; readonly draws: number; readonly progress: (share: number) => void }

/** Progress is told every so many draws. */
const tellEvery = 256

function drawFrom(running: readonly Chain[], table: ScoreTable, { places, draws, progress }: Draw): Run {
  const [e, a] = [table.applications.length, table.assessors.length]
  const thin = Math.max(1, Math.ceil(((e + a) * chains * draws) / mostStored))
  const perChain = Math.ceil(draws / thin)
  const stored = Array.from({ length: e + a }, () => new Float32Array(perChain * chains))
  const [qualities, leniencies, noises] = [0, 1, 2].map(() => new Float32Array(perChain * chains)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  const moments = followMoments(e + a + 4, chains * 2)
  const ranks = countRanks(e, places)
  const half = Math.floor(draws / 2)
  running.forEach(({ state, step }, number) => {
    for (let draw = 0; draw < draws; draw += 1) {
      step()
      if (draw % tellEvery === 0) progress((number + draw / draws) / chains)
      const { level, leniency, mean, qualitySd, leniencySd, noiseSd } = state
      ranks.count(level)
      if (draw < half * 2)
        follow(moments, number * 2 + (draw < half ? 0 : 1), [level, leniency, [mean, qualitySd, leniencySd, noiseSd]])
      if (draw % thin !== 0) continue
      const place = number * perChain + draw / thin
      qualities[place] = qualitySd
      leniencies[place] = leniencySd
      noises[place] = noiseSd
      for (let at = 0; at < e; at += 1) (stored[at] as Float32Array)[place] = level[at] as number
      for (let by = 0; by < a; by += 1) (stored[e + by] as Float32Array)[place] = leniency[by] as number
    }
  })
  const total = draws * chains
  return {
    rHat: moments.rHats(half).reduce((most, value) => Math.max(most, value), 0),
    means: moments.means(half),
    stored,
    sds: [qualities, leniencies, noises],
    expectedRank: ranks.sum.map((sum) => sum / total),
    probabilityIn: ranks.among.map((count) => count / total),
  }
}

function follow(moments: Moments, half: number, parts: readonly ArrayLike<number>[]): void {
  let from = 0
  for (const part of parts) {
    moments.add(half, part, from)
    from += part.length
  }
}

/** Counts, draw by draw, the rank of each application: 1 for the highest level. */
function countRanks(applications: number, places: number) {
  const sum = new Float64Array(applications)
  const among = new Float64Array(applications)
  const sorted = new Float64Array(applications)
  // Each level carries its place in its last bits, so that sorting levels sorts places: no difference that counts is lost.
  const bits = new Uint32Array(sorted.buffer)
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, applications))) - 1
  const count = (level: Float64Array): void => {
    sorted.set(level)
    for (let at = 0; at < applications; at += 1) bits[at * 2] = (((bits[at * 2] as number) & ~mask) | at) >>> 0
    sorted.sort()
    for (let from = 0; from < applications; from += 1) {
      const at = (bits[from * 2] as number) & mask
      const rank = applications - from
      sum[at] = (sum[at] as number) + rank
      if (rank <= places) among[at] = (among[at] as number) + 1
    }
  }
  return { sum, among, count }
}

function summaryOf(run: Run, table: ScoreTable): Pick<Calibration, 'applications' | 'assessors'> {
  const e = table.applications.length
  const means = plainMeans(table)
  const sortedOf = (at: number): Float32Array => (run.stored[at] as Float32Array).toSorted()
  const between = (sorted: Float32Array, share: number): Interval => [
    quantile(sorted, (1 - share) / 2),
    quantile(sorted, (1 + share) / 2),
  ]
  return {
    applications: table.applications.map((id, at) => {
      const sorted = sortedOf(at)
      return {
        id,
        mean: means[at] as number,
        estimate: run.means[at] as number,
        interval50: between(sorted, 0.5),
        interval90: between(sorted, 0.9),
        expectedRank: run.expectedRank[at] as number,
        probabilityIn: run.probabilityIn[at] as number,
      }
    }),
    assessors: table.assessors.map((id, by) => ({
      id,
      leniency: run.means[e + by] as number,
      interval90: between(sortedOf(e + by), 0.9),
    })),
  }
}

function plainMeans({ applications, application, score }: ScoreTable): Float64Array {
  const [sums, counts] = [new Float64Array(applications.length), new Float64Array(applications.length)]
  application.forEach((at, index) => {
    sums[at] = (sums[at] as number) + (score[index] as number)
    counts[at] = (counts[at] as number) + 1
  })
  return sums.map((sum, at) => sum / (counts[at] as number))
}
