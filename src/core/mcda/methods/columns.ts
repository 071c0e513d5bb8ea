/** Values of one criterion over all options. */
export type Column = readonly number[]

/** Values with a row for each option as columns for each criterion. */
export const columnsOf = (values: readonly (readonly number[])[], criteria: number): readonly Column[] =>
  Array.from({ length: criteria }, (_, at) => values.map((row) => row[at] ?? Number.NaN))

/**
 * How each criterion is brought to one scale.
 * - `range`: 0 for the worst of the options at hand, 1 for the best; 0 for all where they are alike
 * - `vector`: over the length of the column, the root of the sum of its squares
 */
export const scalings = ['range', 'vector'] as const
export type Scaling = (typeof scalings)[number]

/** A range this small beside its values is of rounding: it must not be made as long as a real one. */
const rounding = 1e-12

/** A column on the scale of others. A column of which nothing can be told stays nothing: it decides nothing. */
export function scaled(column: Column, by: Scaling): Column {
  const least = Math.min(...column)
  const length = Math.hypot(...column)
  const size = by === 'range' ? Math.max(...column) - least : length
  return column.map((value) => (size <= rounding * length ? 0 : (by === 'range' ? value - least : value) / size))
}

/**
 * Refuses what no method can work with.
 *
 * @throws {RangeError} if a value is not finite or a weight is below nothing: a fault of ours, since people's input was checked
 */
export function checkNumbers(values: readonly (readonly number[])[], weights: readonly number[]): void {
  const whole = values.every((row) => row.length === weights.length && row.every(Number.isFinite))
  if (!whole || !weights.every((weight) => Number.isFinite(weight) && weight >= 0))
    throw new RangeError('values must be finite, one for each criterion, and weights not below nothing')
}
