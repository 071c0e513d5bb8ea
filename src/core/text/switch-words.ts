/**
 * When the leader is caught up with, as a change of one line goes up or down.
 *
 * @param changes percent; null where no change that way does it
 * @example switchWords({ up: 12, down: null }) // => 'Another option comes out ahead once this line rises by 12.0%.'
 */
export function switchWords({ up, down }: { readonly up: number | null; readonly down: number | null }): string {
  const ends = [
    ...(up === null ? [] : [`rises by ${up.toFixed(1)}%`]),
    ...(down === null ? [] : [`falls by ${Math.abs(down).toFixed(1)}%`]),
  ]
  return ends.length === 0
    ? 'No change of this line alone puts another option ahead.'
    : `Another option comes out ahead once this line ${ends.join(', or ')}.`
}
