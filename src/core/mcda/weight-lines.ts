/** What an option comes to when a weight is nothing, and when it is everything; straight between. */
export type WeightLine = readonly [atNothing: number, atEverything: number]

export const weighted = (values: readonly number[], weights: readonly number[]): number =>
  values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)

/**
 * The totals of options as lines over the weight of one criterion, the other weights kept in proportion.
 *
 * @param values a row for each option, a column for each criterion
 * @param weights together 1
 * @param criterion its column
 */
export function weightLines(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  criterion: number,
): readonly WeightLine[] {
  const rest = restOf(weights, criterion)
  return values.map((row) => [weighted(row, rest), row[criterion] ?? 0])
}

/** What an option comes to at a weight. @example totalAt([0.2, 0.6], 0.5) // => 0.4 */
export const totalAt = ([atNothing, atEverything]: WeightLine, weight: number): number =>
  atNothing + (atEverything - atNothing) * weight

/** The other weights as they are when this one is nothing. When this one is everything they are taken as equal. */
function restOf(weights: readonly number[], criterion: number): readonly number[] {
  const others = 1 - (weights[criterion] ?? 0)
  const rest = weights.map((weight, at) => (at === criterion ? 0 : weight))
  const sum = rest.reduce((total, weight) => total + weight, 0)
  if (others > 0 && sum > 0) return rest.map((weight) => weight / sum)
  return rest.map((_, at) => (at === criterion ? 0 : 1 / Math.max(1, weights.length - 1)))
}

/** What an option comes to, and its place among all, from 1; those of one total share it. */
export type Placed = { readonly total: number; readonly place: number }

/** Rounding of sums must not part what is level. */
const alike = 1e-9

/**
 * Where every option stands when one weight is changed and the others keep their proportions.
 *
 * @example placesAt([[0.2, 0.6], [0.5, 0.4]], 1) // => [{ total: 0.6, place: 1 }, { total: 0.4, place: 2 }]
 */
export function placesAt(lines: readonly WeightLine[], weight: number): readonly Placed[] {
  const totals = lines.map((line) => totalAt(line, weight))
  return totals.map((total) => ({ total, place: 1 + totals.filter((other) => other > total + alike).length }))
}
