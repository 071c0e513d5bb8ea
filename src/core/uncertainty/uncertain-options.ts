import { quantile } from '../statistics/quantile.ts'
import type { Correlation } from './correlation.ts'
import { type Distribution, endsOf, samplerOf } from './distribution.ts'
import { blockSize, shareDrawer } from './draw-shares.ts'
import { momentsOf } from './moments.ts'

/** A line of an option: what it is worth as it stands, and by what that may have to be multiplied. */
export type UncertainWorth = {
  /** What moves it: lines of one driver move together, in whichever options they are. */
  readonly driver: string
  /** Its present value as it stands in the table, with its sign. */
  readonly worth: number
  /** Of the factor on it, about 1. */
  readonly factor: Distribution
}

export type UncertainOption = { readonly id: string; readonly lines: readonly UncertainWorth[] }

export type OptionsCase = {
  readonly options: readonly UncertainOption[]
  /** Between drivers. */
  readonly correlations: readonly Correlation[]
  readonly samples: number
  readonly seed: number
}

/** What an option may come to. */
export type OptionSpread = {
  readonly id: string
  readonly mean: number
  readonly sd: number
  /** The value below which so many in a hundred samples are: 0, 1, 2, … 100. */
  readonly curve: readonly number[]
  /** In which share of samples no other option comes to more; those that come to the same share it. */
  readonly first: number
  /**
   * What it comes to with one driver at its 10th and 90th percentile, or with an event that does not happen and one that does,
   * and all else as it stands; the widest first.
   */
  readonly tornado: readonly { readonly driver: string; readonly low: number; readonly high: number }[]
}

/** Which samples are drawn: from a multiple of {@link blockSize} on, up to but without `to`. */
export type SampleRange = { readonly from: number; readonly to: number }

/** Samples in ranges of whole blocks, as alike as can be, for so many workers. */
export function splitSamples(samples: number, workers: number): readonly SampleRange[] {
  const blocks = Math.ceil(samples / blockSize)
  const parts = Math.max(1, Math.min(workers, blocks))
  const edge = (part: number): number => Math.min(samples, Math.floor((blocks * part) / parts) * blockSize)
  return Array.from({ length: parts }, (_, part) => ({
    from: edge(part),
    to: part === parts - 1 ? samples : edge(part + 1),
  }))
}

/** Every driver once, those first whose lines can move what an option comes to the most: their numbers are the most even. */
export function driversOf(options: readonly UncertainOption[]): readonly string[] {
  const widths = new Map<string, number>()
  for (const { driver, worth, factor } of options.flatMap(({ lines }) => lines)) {
    const [low, high] = endsOf(factor)
    const width = Math.abs(worth * (high - low))
    widths.set(driver, Math.max(width, widths.get(driver) ?? 0))
  }
  return [...widths].sort(([a, wide], [b, wider]) => wider - wide || (a < b ? -1 : 1)).map(([driver]) => driver)
}

/**
 * What every option comes to in samples of a range. All options are drawn with the same numbers, so that they differ by what
 * they are and not by chance.
 *
 * @returns a row for each option; undefined when the correlations cannot all be
 */
export function drawOptions(given: OptionsCase, { from, to }: SampleRange): readonly Float64Array[] | undefined {
  const { options, correlations, seed } = given
  const drivers = driversOf(options)
  const drawer = shareDrawer(drivers, correlations, seed)
  if (drawer === undefined) return undefined
  const totals = options.map(() => new Float64Array(to - from))
  const places = new Map(drivers.map((driver, place) => [driver, place]))
  const samplers = options.map(({ lines }) =>
    lines.map(({ driver, worth, factor }) => ({ place: places.get(driver) ?? 0, worth, sample: samplerOf(factor) })),
  )
  for (let start = from; start < to; start += blockSize) {
    const length = Math.min(blockSize, to - start)
    drawer.draw(start, length)
    for (const [option, lines] of samplers.entries()) {
      const into = totals[option] ?? none
      for (const { place, worth, sample } of lines)
        addLine(into, start - from, length, drawer.block[place] ?? none, worth, sample)
    }
  }
  return totals
}

const none = new Float64Array()

function addLine(
  into: Float64Array,
  offset: number,
  length: number,
  shares: Float64Array,
  worth: number,
  sample: (share: number) => number,
): void {
  for (let at = 0; at < length; at += 1) into[offset + at] = (into[offset + at] ?? 0) + worth * sample(shares[at] ?? 0)
}

/**
 * What was drawn, put together. It is the same into however many ranges the samples were split.
 *
 * @param parts what {@link drawOptions} drew of each range, in their order
 */
export function spreadsOf(
  { options, samples }: OptionsCase,
  parts: readonly (readonly Float64Array[])[],
): readonly OptionSpread[] {
  const totals = options.map((_, option) =>
    joined(
      parts.map((part) => part[option] ?? none),
      samples,
    ),
  )
  const first = timesFirst(totals, samples)
  return options.map((option, place) => {
    const own = totals[place] ?? none
    const { mean, sd } = momentsOf(own)
    const sorted = own.slice().sort()
    return {
      id: option.id,
      mean,
      sd,
      curve: Array.from({ length: 101 }, (_, percent) => quantile(sorted, percent / 100)),
      first: (first[place] ?? 0) / samples,
      tornado: tornadoOf(option),
    }
  })
}

function joined(parts: readonly Float64Array[], samples: number): Float64Array {
  const all = new Float64Array(samples)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function timesFirst(totals: readonly Float64Array[], samples: number): readonly number[] {
  const times = totals.map(() => 0)
  for (let at = 0; at < samples; at += 1) {
    const here = totals.map((row) => row[at] ?? 0)
    const most = Math.max(...here)
    const sharing = here.filter((value) => value === most).length
    for (const [option, value] of here.entries()) if (value === most) times[option] = (times[option] ?? 0) + 1 / sharing
  }
  return times
}

function tornadoOf({ lines }: UncertainOption): OptionSpread['tornado'] {
  const middle = lines.reduce((sum, { worth }) => sum + worth, 0)
  const drivers = [...new Set(lines.map(({ driver }) => driver))]
  const at = (driver: string, end: 0 | 1): number =>
    lines
      .filter((line) => line.driver === driver)
      .reduce((sum, { worth, factor }) => sum + worth * (endsOf(factor)[end] - 1), middle)
  return drivers
    .map((driver) => ({ driver, low: at(driver, 0), high: at(driver, 1) }))
    .filter(({ low, high }) => low !== high)
    .sort((one, other) => Math.abs(other.high - other.low) - Math.abs(one.high - one.low))
}
