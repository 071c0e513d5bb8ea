/** How many scores lie in a band; `from` counts, `to` does not unless it is 100. */
export type ScoreBand = { readonly from: number; readonly to: number; readonly count: number }

/** Fewer than this in a band could tell whose score it is. */
export const fewestInBand = 3

const [width, most] = [10, 100]

/**
 * How scores are spread, so that nobody's can be told: in bands of ten points, and wider where one would hold fewer than
 * {@link fewestInBand}.
 *
 * @param percents of 100
 * @returns from the highest to the lowest; empty when there are too few altogether
 * @example anonymousBands([55, 56, 57, 71]) // => [{ from: 50, to: 80, count: 4 }]
 */
export function anonymousBands(percents: readonly number[]): readonly ScoreBand[] {
  const bands = Array.from({ length: most / width }, (_, index) => ({
    from: index * width,
    to: (index + 1) * width,
    count: percents.filter((percent) => Math.min(Math.floor(percent / width), most / width - 1) === index).length,
  })).filter(({ count }) => count > 0)
  const wide: ScoreBand[] = []
  for (const band of bands) {
    const last = wide.at(-1)
    if (last !== undefined && last.count < fewestInBand) wide.splice(-1, 1, joined(last, band))
    else wide.push(band)
  }
  const [end, before] = [wide.at(-1), wide.at(-2)]
  if (end !== undefined && before !== undefined && end.count < fewestInBand) wide.splice(-2, 2, joined(before, end))
  return wide.some(({ count }) => count < fewestInBand) ? [] : wide.reverse()
}

/** Whether a score lies in a band. @example inBand(100, { from: 90, to: 100 }) // => true */
export const inBand = (percent: number, { from, to }: Pick<ScoreBand, 'from' | 'to'>): boolean =>
  percent >= from && (percent < to || to === most)

const joined = (low: ScoreBand, high: ScoreBand): ScoreBand => ({
  from: low.from,
  to: high.to,
  count: low.count + high.count,
})
