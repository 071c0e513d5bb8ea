import { type DiscountSchedule, discountFactors } from '../appraisal/index.ts'
import { quantile } from '../statistics/quantile.ts'
import { type Correlation, triangleOf } from './correlation.ts'
import { type Distribution, meanOf, quantileOf, samplerOf } from './distribution.ts'
import { normalQuantile, normalShare } from './normal-quantile.ts'
import { evenNumbers } from './sobol.ts'

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

/** Numbers that are worked out together. Sums are of blocks, in their order, so that they do not depend on who adds them. */
const blockSize = 1024

/**
 * What the lines come to together, by scrambled Sobol numbers and a Gaussian copula: the same for the same seed.
 *
 * @returns undefined when the correlations cannot all be
 */
export function simulate(given: SimulationCase): Simulation | undefined {
  const { lines, correlations, schedule, samples, seed } = given
  const triangle = triangleOf(
    lines.map(({ id }) => id),
    correlations,
  )
  if (triangle === undefined) return undefined
  const years = lines.reduce((most, line) => Math.max(most, line.years.length), 1)
  const factors = discountFactors(schedule, years)
  const worth = lines.map((line) => line.years.reduce((sum, share, year) => sum + share * (factors[year] ?? 0), 0))
  const samplers = lines.map(({ distribution }) => samplerOf(distribution))
  const streams = lines.map((_, place) => evenNumbers(seed, place))
  const coupled = new Set(correlations.flatMap((pair) => pair.slice(0, 2)))
  const alone = lines.map(({ id }) => !coupled.has(id))

  const totals = new Float64Array(samples)
  const shares = lines.map(() => new Float64Array(blockSize))
  const normals = lines.map(() => new Float64Array(blockSize))
  for (let from = 0; from < samples; from += blockSize) {
    const length = Math.min(blockSize, samples - from)
    lines.forEach((_, line) => {
      streams[line]?.(from, shares[line] ?? new Float64Array())
    })
    couple(length)
    for (let line = 0; line < lines.length; line += 1) {
      const [sample, share, factor] = [samplers[line], shares[line], worth[line] ?? 0]
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

  /** Turns the shares of lines that go together into shares that do. */
  function couple(length: number): void {
    if (coupled.size === 0) return
    lines.forEach((_, line) => {
      if (alone[line]) return
      const [into, from] = [normals[line], shares[line]]
      if (into !== undefined && from !== undefined)
        for (let at = 0; at < length; at += 1) into[at] = normalQuantile(from[at] ?? 0.5)
    })
    lines.forEach((_, line) => {
      const [row, into] = [triangle?.[line], shares[line]]
      if (alone[line] || row === undefined || into === undefined) return
      for (let at = 0; at < length; at += 1) {
        let sum = 0
        for (let other = 0; other <= line; other += 1) sum += (row[other] ?? 0) * (normals[other]?.[at] ?? 0)
        into[at] = normalShare(sum)
      }
    })
  }
}

/** Mean and standard deviation, added block by block. */
function momentsOf(values: Float64Array): { readonly mean: number; readonly sd: number } {
  const mean = blockSum(values, (value) => value) / values.length
  const squares = blockSum(values, (value) => (value - mean) ** 2)
  return { mean, sd: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 }
}

function blockSum(values: Float64Array, of: (value: number) => number): number {
  let total = 0
  for (let from = 0; from < values.length; from += blockSize) {
    let sum = 0
    for (const value of values.subarray(from, from + blockSize)) sum += of(value)
    total += sum
  }
  return total
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
