/** From here on an application is clearly in, and up to one less this clearly out. */
export const clearShare = 0.9

const mostOut = 1 - clearShare + Number.EPSILON

/**
 * A chance of being among the best in whole hundredths, never rounded to where it would be clearly in or out while it is
 * not.
 *
 * @example chanceInHundred(0.897) // => 89
 */
export function chanceInHundred(probability: number): number {
  const [nearest, clear] = [Math.round(probability * 100), Math.round(clearShare * 100)]
  if (nearest >= clear && probability < clearShare) return clear - 1
  return nearest <= 100 - clear && probability > mostOut ? 101 - clear : nearest
}

/**
 * The band of an application: clearly in or out only where its rank and its probability of being among the best agree.
 *
 * @param place `best` and `worst`: of the places that those of its value share. A probability that nothing says (null) is
 *   left aside
 */
export function bandBy(
  { best, worst, size }: { readonly best: number; readonly worst: number; readonly size: number },
  probabilityIn: number | null,
): 'clear-in' | 'near-tie' | 'clear-out' {
  if (worst <= size && (probabilityIn ?? 1) >= clearShare) return 'clear-in'
  return best > size && (probabilityIn ?? 0) <= mostOut ? 'clear-out' : 'near-tie'
}
