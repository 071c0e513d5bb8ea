import { type DiscountSchedule, discountFactors } from '../appraisal/index.ts'
import { quantile } from '../statistics/quantile.ts'
import type { Correlation } from './correlation.ts'
import { type Distribution, meanOf, quantileOf, samplerOf } from './distribution.ts'
import { blockSize, shareDrawer } from './draw-shares.ts'
import { momentsOf } from './moments.ts'

/** A line of costs or benefits: an amount that is not known, and which share of it falls in each year from 0 on. */
export type UncertainLine = {
  readonly id: string
  readonly distribution: Distribution
  readonly years: readonly number[]
}

export type SimulationCase = {
  readonly lines: readonly UncertainLine[]
  readonly correlations: readonly Correlation[]
  readonly schedule: DiscountSchedule
  readonly samples: number
  readonly seed: number
}

/** Present values of all lines together. */
export type Simulation = {
  readonly mean: number
  readonly sd: number
  readonly percentiles: Readonly<Record<(typeof percents)[number], number>>
  /** The total with one line at its own 10th and 90th percentile and the others at their means; the widest first. */
  readonly tornado: readonly { readonly line: string; readonly low: number; readonly high: number }[]
}

const percents = ['5', '10', '50', '80', '90', '95'] as const

/**
 * What the lines come to together, by scrambled Sobol numbers and a Gaussian copula: the same for the same seed.
 *
 * @returns undefined when the correlations cannot all be
 */
export function simulate(given: SimulationCase): Simulation | undefined {
  const { lines, correlations, schedule, samples, seed } = given
  const drawer = shareDrawer(
    lines.map(({ id }) => id),
    correlations,
    seed,
  )
  if (drawer === undefined) return undefined
  const years = lines.reduce((most, line) => Math.max(most, line.years.length), 1)
  const factors = discountFactors(schedule, years)
  const worth = lines.map((line) => line.years.reduce((sum, share, year) => sum + share * (factors[year] ?? 0), 0))
  const samplers = lines.map(({ distribution }) => samplerOf(distribution))
  const totals = new Float64Array(samples)
  for (let from = 0; from < samples; from += blockSize) {
    const length = Math.min(blockSize, samples - from)
    drawer.draw(from, length)
    for (let line = 0; line < lines.length; line += 1) {
      const [sample, share, factor] = [samplers[line], drawer.block[line], worth[line] ?? 0]
      if (sample === undefined || share === undefined) continue
      for (let at = 0; at < length; at += 1)
        totals[from + at] = (totals[from + at] ?? 0) + sample(share[at] ?? 0) * factor
    }
  }
  const { mean, sd } = momentsOf(totals)
  const sorted = totals.slice().sort()
  return {
    mean,
    sd,
    percentiles: Object.fromEntries(
      percents.map((percent) => [percent, quantile(sorted, Number(percent) / 100)]),
    ) as Simulation['percentiles'],
    tornado: tornadoOf(lines, worth),
  }
}

function tornadoOf(lines: readonly UncertainLine[], worth: readonly number[]): Simulation['tornado'] {
  const means = lines.map(({ distribution }, place) => meanOf(distribution) * (worth[place] ?? 0))
  const middle = means.reduce((sum, value) => sum + value, 0)
  const at = (place: number, share: number): number => {
    const line = lines[place]
    return line === undefined
      ? middle
      : middle - (means[place] ?? 0) + quantileOf(line.distribution, share) * (worth[place] ?? 0)
  }
  return lines
    .map(({ id }, place) => ({ line: id, low: at(place, 0.1), high: at(place, 0.9) }))
    .sort((one, other) => Math.abs(other.high - other.low) - Math.abs(one.high - one.low))
}
