import { quantile } from '../statistics/quantile.ts'
import { samplerOf } from './distribution.ts'
import { blockSize, shareDrawer } from './draw-shares.ts'
import { driversOf, type OptionsCase, type UncertainWorth } from './uncertain-options.ts'

/** A line with the pounds that are paid or got each year as it stands, index 0 the first year; costs below nothing. */
export type UncertainCash = UncertainWorth & { readonly pounds: readonly number[] }

/** What an option has cost up to the end of each year: in the middle, and what 10 and 90 in a hundred samples stay below. */
export type CashBand = {
  readonly low: readonly number[]
  readonly middle: readonly number[]
  readonly high: readonly number[]
}

export type CashCase = Omit<OptionsCase, 'options'> & {
  readonly options: readonly { readonly id: string; readonly lines: readonly UncertainCash[] }[]
}

/**
 * The money of an option, added up year by year, as it may turn out. Drawn with the same numbers as what options come to.
 *
 * @returns undefined when the correlations cannot all be
 */
export function cashBand(given: CashCase, option: string): CashBand | undefined {
  const { options, correlations, samples, seed } = given
  const drivers = driversOf(options)
  const drawer = shareDrawer(drivers, correlations, seed)
  if (drawer === undefined) return undefined
  const lines = (options.find(({ id }) => id === option)?.lines ?? []).map((line) => ({
    place: drivers.indexOf(line.driver),
    sample: samplerOf(line.factor),
    sums: addedUp(line.pounds),
  }))
  const years = lines.reduce((most, { sums }) => Math.max(most, sums.length), 0)
  const totals = Array.from({ length: years }, () => new Float64Array(samples))
  for (let from = 0; from < samples; from += blockSize) {
    const length = Math.min(blockSize, samples - from)
    drawer.draw(from, length)
    for (const { place, sample, sums } of lines) {
      const shares = drawer.block[place] ?? new Float64Array()
      for (let at = 0; at < length; at += 1) {
        const factor = sample(shares[at] ?? 0)
        for (let year = 0; year < years; year += 1) {
          const row = totals[year]
          if (row !== undefined)
            row[from + at] = (row[from + at] ?? 0) + factor * (sums[Math.min(year, sums.length - 1)] ?? 0)
        }
      }
    }
  }
  const sorted = totals.map((row) => row.sort())
  const at = (share: number): readonly number[] => sorted.map((row) => quantile(row, share))
  return { low: at(0.1), middle: at(0.5), high: at(0.9) }
}

function addedUp(pounds: readonly number[]): readonly number[] {
  let sum = 0
  return pounds.map((each) => {
    sum += each
    return sum
  })
}
