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
  const rows = pairable(ratings)
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

const pairable = (ratings: Ratings): readonly (readonly number[])[] =>
  ratings.map((row) => row.filter((score) => score !== null)).filter((row) => row.length > 1)

/**
 * Alpha where the difference of two values is that of two numbers, squared: by sums alone, however many values there are.
 *
 * @param numberOf what each value counts as
 */
function alphaOfNumbers(rows: readonly (readonly number[])[], numberOf: (score: number) => number): number | null {
  const numbers = rows.map((row) => row.map(numberOf))
  const all = numbers.flat()
  // Counted from one of them, so that values that are all equal are exactly so.
  const origin = all[0] ?? 0
  const mean = all.reduce((sum, value) => sum + (value - origin), 0) / all.length
  let observed = 0
  for (const row of numbers)
    for (let one = 0; one < row.length; one += 1)
      for (let other = one + 1; other < row.length; other += 1)
        observed += ((row[one] ?? 0) - (row[other] ?? 0)) ** 2 / (row.length - 1)
  const expected = all.length * all.reduce((sum, value) => sum + (value - origin - mean) ** 2, 0)
  const chance = ratio((all.length - 1) * observed, expected)
  return chance === null ? null : 1 - chance
}

/** The place of each value among all, those that are equal in the middle of theirs. */
function placesOf(rows: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const score of rows.flat()) counts.set(score, (counts.get(score) ?? 0) + 1)
  const places = new Map<number, number>()
  let before = 0
  for (const [value, count] of [...counts].sort(([one], [other]) => one - other)) {
    places.set(value, before + count / 2)
    before += count
  }
  return places
}

/** How different two values are, squared, by their places in the list of values. */
type Difference = (one: number, other: number) => number

function differenceOf(level: 'nominal' | 'ratio', { values }: Coincidences): Difference {
  const value = (at: number): number => values[at] ?? 0
  if (level === 'nominal') return (one, other) => (one === other ? 0 : 1)
  return (one, other) => (one === other ? 0 : ((value(one) - value(other)) / (value(one) + value(other))) ** 2)
}

/**
 * Agreement beyond chance, 1 whole and 0 none, whatever is missing: scores that stand alone in their row do not count.
 *
 * @returns null when it is not defined: nothing to pair, or all values equal
 * @see Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011
 */
export function krippendorffAlpha(ratings: Ratings, level: Level): number | null {
  if (level === 'interval') return alphaOfNumbers(pairable(ratings), (score) => score)
  if (level === 'ordinal') {
    const rows = pairable(ratings)
    const places = placesOf(rows)
    return alphaOfNumbers(rows, (score) => places.get(score) ?? 0)
  }
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
