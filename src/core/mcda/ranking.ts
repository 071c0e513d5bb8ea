/** Rounding of sums must not part what is level. */
const alike = 1e-9

/**
 * Options by what they come to, the best first; those within 1e-9 of one another stand together, in their own order.
 *
 * @param totals of each option, the more the better
 * @example rankingOf(['A', 'B', 'C'], [1, 2, 1]) // => [['B'], ['A', 'C']]
 */
export function rankingOf(options: readonly string[], totals: readonly number[]): readonly (readonly string[])[] {
  const order = options
    .map((_, at) => at)
    .sort((one, other) => (totals[other] ?? 0) - (totals[one] ?? 0) || one - other)
  const groups: number[][] = []
  for (const at of order) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group !== undefined && last !== undefined && (totals[last] ?? 0) - (totals[at] ?? 0) <= alike) group.push(at)
    else groups.push([at])
  }
  return groups.map((group) => group.sort((one, other) => one - other).map((at) => options[at] ?? ''))
}
