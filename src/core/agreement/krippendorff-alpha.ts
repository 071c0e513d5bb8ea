import { type Ratings, ratio } from './ratings.ts'

/** What scores are: names, an order, equal steps, or amounts with a true zero. */
export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/** Values that were given, ascending, and how often each stands in a pair with another of the same row. */
type Coincidences = {
  readonly values: readonly number[]
  /** A row and a column for each value. */
  readonly pairs: readonly Float64Array[]
  /** How many scores of each value can be paired. */
  readonly counts: readonly number[]
}

function coincidencesOf(ratings: Ratings): Coincidences {
  const rows = ratings.map((row) => row.filter((score) => score !== null)).filter((row) => row.length > 1)
  const values = [...new Set(rows.flat())].sort((one, other) => one - other)
  const place = new Map(values.map((value, index) => [value, index]))
  const pairs = values.map(() => new Float64Array(values.length))
  for (const row of rows) {
    const places = row.map((score) => place.get(score) ?? 0)
    places.forEach((one, i) => {
      const line = pairs[one]
      places.forEach((other, j) => {
        if (i !== j && line !== undefined) line[other] = (line[other] ?? 0) + 1 / (row.length - 1)
      })
    })
  }
  const counts = values.map(() => 0)
  for (const score of rows.flat()) {
    const at = place.get(score) ?? 0
    counts[at] = (counts[at] ?? 0) + 1
  }
  return { values, pairs, counts }
}

/** How different two values are, squared, by their places in the list of values. */
type Difference = (one: number, other: number) => number

function differenceOf(level: Level, { values, counts }: Coincidences): Difference {
  const value = (at: number): number => values[at] ?? 0
  const count = (at: number): number => counts[at] ?? 0
  if (level === 'nominal') return (one, other) => (one === other ? 0 : 1)
  if (level === 'interval') return (one, other) => (value(one) - value(other)) ** 2
  if (level === 'ratio')
    return (one, other) => (one === other ? 0 : ((value(one) - value(other)) / (value(one) + value(other))) ** 2)
  const before = [0]
  for (const each of counts) before.push((before.at(-1) ?? 0) + each)
  return (one, other) => {
    const [low, high] = one < other ? [one, other] : [other, one]
    return ((before[high + 1] ?? 0) - (before[low] ?? 0) - (count(low) + count(high)) / 2) ** 2
  }
}

/**
 * Agreement beyond chance, 1 whole and 0 none, whatever is missing: scores that stand alone in their row do not count.
 *
 * @returns null when it is not defined: nothing to pair, or all values equal
 * @see Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011
 */
export function krippendorffAlpha(ratings: Ratings, level: Level): number | null {
  const coincidences = coincidencesOf(ratings)
  const { pairs, counts } = coincidences
  const difference = differenceOf(level, coincidences)
  const total = counts.reduce((sum, count) => sum + count, 0)
  let [observed, expected] = [0, 0]
  for (let one = 0; one < counts.length; one += 1)
    for (let other = one + 1; other < counts.length; other += 1) {
      const between = difference(one, other)
      observed += 2 * (pairs[one]?.[other] ?? 0) * between
      expected += 2 * (counts[one] ?? 0) * (counts[other] ?? 0) * between
    }
  const chance = ratio((total - 1) * observed, expected)
  return chance === null ? null : 1 - chance
}
