import type { Random } from '../random/random.ts'
import type { ScoreTable } from './scores.ts'

/** Where a chain is: a level for each application (the mean level and its own quality), a leniency for each assessor. */
export type ChainState = {
  mean: number
  readonly level: Float64Array
  readonly leniency: Float64Array
  /** Standard deviations of quality, leniency and what is left. */
  qualitySd: number
  leniencySd: number
  noiseSd: number
}

/** One chain of the Gibbs sampler: `step` moves it on by one draw, in place. */
export type Chain = { readonly state: ChainState; readonly step: () => void }

/**
 * A chain for the Gaussian crossed random-effects model: score = mean + quality + leniency + noise, each but the mean
 * normal around 0, standard deviations uniform from 0 to `mostSd`, the mean flat. The noise of a score has the variance
 * of all noise divided by the score's weight, so that all weights 1 are no weights, to the last digit.
 *
 * Besides the usual steps it moves along directions in which those alone would be slow: all levels against all
 * leniencies, and each standard deviation together with its effects (interweaving).
 *
 * @param mostSd half the length of the scale
 * @see MacKay, Kenna, Low and Parker 2017, Calibration with confidence (weights)
 * @see Yu and Meng 2011, To Center or Not to Center (interweaving); Gelman 2006 (uniform priors on standard deviations)
 */
export function startChain(table: ScoreTable, mostSd: number, random: Random): Chain {
  const state = startState(table, mostSd, random)
  const sums = {
    level: new Float64Array(table.applications.length),
    leniency: new Float64Array(table.assessors.length),
  }
  const counts = {
    level: weightsOf(table.application, table.weight, table.applications.length),
    leniency: weightsOf(table.assessor, table.weight, table.assessors.length),
  }
  const step = (): void => {
    drawLevels(table, state, sums.level, counts.level, random)
    drawLeniencies(table, state, sums.leniency, counts.leniency, random)
    shiftTogether(state, random)
    drawMean(state, random)
    drawSds(table, state, mostSd, random)
    rescale(table, state, mostSd, random)
  }
  return { state, step }
}

/** The weights of the scores at each place together: how many there are, where all are 1. */
const weightsOf = (places: Int32Array, weight: Float64Array, length: number): Float64Array => {
  const sums = new Float64Array(length)
  places.forEach((place, at) => {
    sums[place] = (sums[place] as number) + (weight[at] as number)
  })
  return sums
}

/** Chains begin far apart, so that they agree only when they have forgotten where they began. */
function startState(table: ScoreTable, mostSd: number, random: Random): ChainState {
  const average = table.score.reduce((sum, score) => sum + score, 0) / table.score.length
  const mean = average + (random.uniform() - 0.5) * mostSd
  return {
    mean,
    level: Float64Array.from(table.applications, () => mean + random.normal() * 0.5 * mostSd),
    leniency: Float64Array.from(table.assessors, () => random.normal() * 0.3 * mostSd),
    qualitySd: (0.1 + 0.8 * random.uniform()) * mostSd,
    leniencySd: (0.1 + 0.8 * random.uniform()) * mostSd,
    noiseSd: (0.1 + 0.8 * random.uniform()) * mostSd,
  }
}

function drawLevels(
  { application, assessor, score, weight }: ScoreTable,
  state: ChainState,
  sums: Float64Array,
  counts: Float64Array,
  random: Random,
): void {
  const { level, leniency, mean } = state
  sums.fill(0)
  for (let i = 0; i < score.length; i += 1) {
    const at = application[i] as number
    sums[at] =
      (sums[at] as number) +
      (weight[i] as number) * (score[i] as number) -
      (weight[i] as number) * (leniency[assessor[i] as number] as number)
  }
  const [noise, own] = [1 / state.noiseSd ** 2, 1 / state.qualitySd ** 2]
  for (let at = 0; at < level.length; at += 1) {
    const precision = (counts[at] as number) * noise + own
    level[at] = ((sums[at] as number) * noise + mean * own) / precision + random.normal() / Math.sqrt(precision)
  }
}

function drawLeniencies(
  { application, assessor, score, weight }: ScoreTable,
  state: ChainState,
  sums: Float64Array,
  counts: Float64Array,
  random: Random,
): void {
  const { level, leniency } = state
  sums.fill(0)
  for (let i = 0; i < score.length; i += 1) {
    const by = assessor[i] as number
    sums[by] =
      (sums[by] as number) +
      (weight[i] as number) * (score[i] as number) -
      (weight[i] as number) * (level[application[i] as number] as number)
  }
  const [noise, own] = [1 / state.noiseSd ** 2, 1 / state.leniencySd ** 2]
  for (let by = 0; by < leniency.length; by += 1) {
    const precision = (counts[by] as number) * noise + own
    leniency[by] = ((sums[by] as number) * noise) / precision + random.normal() / Math.sqrt(precision)
  }
}

/** Raises every level and the mean by as much as it lowers every leniency: no score is less likely for it. */
function shiftTogether(state: ChainState, random: Random): void {
  const { level, leniency } = state
  const average = leniency.reduce((sum, value) => sum + value, 0) / leniency.length
  const shift = average + (random.normal() * state.leniencySd) / Math.sqrt(leniency.length)
  for (let by = 0; by < leniency.length; by += 1) leniency[by] = (leniency[by] as number) - shift
  for (let at = 0; at < level.length; at += 1) level[at] = (level[at] as number) + shift
  state.mean += shift
}

function drawMean(state: ChainState, random: Random): void {
  const { level } = state
  const average = level.reduce((sum, value) => sum + value, 0) / level.length
  state.mean = average + (random.normal() * state.qualitySd) / Math.sqrt(level.length)
}

function drawSds(table: ScoreTable, state: ChainState, mostSd: number, random: Random): void {
  const { level, leniency, mean } = state
  const { application, assessor, score, weight } = table
  let [quality, lenience, noise] = [0, 0, 0]
  for (const value of level) quality += (value - mean) ** 2
  for (const value of leniency) lenience += value ** 2
  for (let i = 0; i < score.length; i += 1)
    noise +=
      (weight[i] as number) *
      ((score[i] as number) -
        (level[application[i] as number] as number) -
        (leniency[assessor[i] as number] as number)) **
        2
  state.qualitySd = drawSd(state.qualitySd, level.length, quality, mostSd, random)
  state.leniencySd = drawSd(state.leniencySd, leniency.length, lenience, mostSd, random)
  state.noiseSd = drawSd(state.noiseSd, score.length, noise, mostSd, random)
}

/** The least standard deviation, as a share of the largest: nothing is divided by less. */
const leastShare = 1e-6

/**
 * A standard deviation given the sum of `count` squares: density ∝ s^-count exp(-squares / 2s²) between 0 and the most,
 * by slice sampling of its logarithm with stepping out and shrinking.
 *
 * @see Neal 2003, Slice sampling
 */
function drawSd(now: number, count: number, squares: number, most: number, random: Random): number {
  const [floor, ceiling] = [Math.log(most * leastShare), Math.log(most)]
  const density = (log: number): number => (1 - count) * log - 0.5 * squares * Math.exp(-2 * log)
  const at = Math.min(ceiling, Math.max(floor, Math.log(now)))
  const height = density(at) + Math.log(random.uniform())
  const width = 1
  let low = Math.max(floor, at - width * random.uniform())
  let high = Math.min(ceiling, low + width)
  while (low > floor && density(low) > height) low = Math.max(floor, low - width)
  while (high < ceiling && density(high) > height) high = Math.min(ceiling, high + width)
  for (;;) {
    const tried = low + (high - low) * random.uniform()
    if (density(tried) >= height || high - low < 1e-12) return Math.exp(tried)
    if (tried < at) low = tried
    else high = tried
  }
}

/** Draws each standard deviation again with its effects held in proportion to it, and scales them along. */
function rescale(table: ScoreTable, state: ChainState, mostSd: number, random: Random): void {
  const { application, assessor, score, weight } = table
  const { level, leniency } = state
  let [cross, square] = [0, 0]
  for (let i = 0; i < score.length; i += 1) {
    const own = (leniency[assessor[i] as number] as number) / state.leniencySd
    cross += (weight[i] as number) * own * ((score[i] as number) - (level[application[i] as number] as number))
    square += (weight[i] as number) * own * own
  }
  const lenience = drawTruncated(cross, square, state.noiseSd, state.leniencySd, mostSd, random)
  for (let by = 0; by < leniency.length; by += 1)
    leniency[by] = ((leniency[by] as number) / state.leniencySd) * lenience
  state.leniencySd = lenience
  ;[cross, square] = [0, 0]
  for (let i = 0; i < score.length; i += 1) {
    const own = ((level[application[i] as number] as number) - state.mean) / state.qualitySd
    cross +=
      (weight[i] as number) * own * ((score[i] as number) - state.mean - (leniency[assessor[i] as number] as number))
    square += (weight[i] as number) * own * own
  }
  const quality = drawTruncated(cross, square, state.noiseSd, state.qualitySd, mostSd, random)
  for (let at = 0; at < level.length; at += 1)
    level[at] = state.mean + (((level[at] as number) - state.mean) / state.qualitySd) * quality
  state.qualitySd = quality
}

/** Tries before a draw is given up and what was is kept: a step that is left out does no harm. */
const mostTries = 20

/** A normal of mean cross/square and variance noise²/square, between the least and the most. */
function drawTruncated(
  cross: number,
  square: number,
  noiseSd: number,
  now: number,
  most: number,
  random: Random,
): number {
  if (square === 0) return now
  const [mean, sd] = [cross / square, noiseSd / Math.sqrt(square)]
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const tried = mean + sd * random.normal()
    if (tried > most * leastShare && tried < most) return tried
  }
  return now
}
