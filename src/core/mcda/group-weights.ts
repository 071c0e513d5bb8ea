/** The swing points that one person gave: 100 for the criterion whose swing matters most to them, less for others. */
export type PersonalSwings = { readonly person: string; readonly swings: readonly number[] }

/** The weight of one criterion over people. */
export type GroupWeight = {
  /** Mean of people's weights; of all criteria together 1. */
  readonly mean: number
  readonly lowest: number
  readonly highest: number
  /** Whose weight it is that is furthest from the mean, where people differ. */
  readonly furthest: string | null
}

/**
 * What people's swings come to together. Each person counts the same: their points are made into weights first, so that
 * nobody counts more for having given more points.
 *
 * @param people at least one; of each as many swings as criteria, none below nothing, together above nothing
 * @returns of each criterion, in the order of the swings
 * @throws {RangeError} if somebody's swings come to nothing or are not numbers
 */
export function groupWeights(people: readonly PersonalSwings[]): readonly GroupWeight[] {
  const weights = people.map(({ person, swings }) => {
    const all = swings.reduce((sum, swing) => sum + swing, 0)
    if (!(all > 0) || swings.some((swing) => swing < 0)) throw new RangeError(`the swings of ${person} are no weights`)
    return { person, weights: swings.map((swing) => swing / all) }
  })
  const criteria = weights[0]?.weights ?? []
  return criteria.map((_, criterion) => {
    const each = weights.map(({ person, weights: own }) => ({ person, weight: own[criterion] ?? 0 }))
    const mean = each.reduce((sum, { weight }) => sum + weight, 0) / each.length
    const far = ({ weight }: { readonly weight: number }): number => Math.abs(weight - mean)
    const furthest = each.reduce((one, other) => (far(other) > far(one) ? other : one))
    const all = each.map(({ weight }) => weight)
    return {
      mean,
      lowest: Math.min(...all),
      highest: Math.max(...all),
      furthest: far(furthest) > 1e-9 ? furthest.person : null,
    }
  })
}
