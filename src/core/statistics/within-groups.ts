/** How far values lie from the mean of their own group: the sum of squares over all groups, and its degrees of freedom. */
export type WithinGroups = { readonly squares: number; readonly freedom: number }

/**
 * The part of variation that is inside groups; their quotient is the pooled variance. A group of nobody adds nothing.
 *
 * @example withinGroups([[1, 3], [10]]) // => { squares: 2, freedom: 1 }
 */
export function withinGroups(groups: readonly (readonly number[])[]): WithinGroups {
  let [squares, freedom] = [0, 0]
  for (const values of groups) {
    if (values.length === 0) continue
    const centre = values.reduce((sum, value) => sum + value, 0) / values.length
    squares += values.reduce((sum, value) => sum + (value - centre) ** 2, 0)
    freedom += values.length - 1
  }
  return { squares, freedom }
}
