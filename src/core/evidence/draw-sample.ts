import { randomFrom } from '../random/random.ts'

/** Something that can be looked at. `stratum`: the group that it is drawn within; '' where there are none. */
export type Member = { readonly id: string; readonly stratum: string }

/** How many are drawn of each group: in proportion, the largest remainders first, ties by name. */
export type Share = { readonly stratum: string; readonly members: number; readonly drawn: number }

/**
 * How a sample is shared among the groups of a population: as near to proportion as whole items can be.
 *
 * @param size a whole number, 0 or more; more than there are is all
 * @returns one for each group, by name
 */
export function sharesOf(population: readonly Member[], size: number): readonly Share[] {
  const groups = [...Map.groupBy(population, ({ stratum }) => stratum)]
    .map(([stratum, members]) => ({ stratum, members: members.length }))
    .sort((one, other) => (one.stratum < other.stratum ? -1 : 1))
  const wanted = Math.min(size, population.length)
  const quota = (members: number): number => (population.length === 0 ? 0 : (wanted * members) / population.length)
  const remainder = (members: number): number => (wanted * members) % population.length
  const whole = groups.reduce((sum, { members }) => sum + Math.floor(quota(members)), 0)
  // A stable sort: what has equal remainders stays in the order of names.
  const more = new Set(
    [...groups]
      .sort((one, other) => remainder(other.members) - remainder(one.members))
      .slice(0, wanted - whole)
      .map(({ stratum }) => stratum),
  )
  return groups.map(({ stratum, members }) => ({
    stratum,
    members,
    drawn: Math.floor(quota(members)) + (more.has(stratum) ? 1 : 0),
  }))
}

/**
 * Draws a sample without putting back, each item of a group as likely as another. The same items and the same seed give
 * the same sample, in whatever order the items come.
 *
 * @returns the ids in the order in which they were drawn, group by group
 * @throws {RangeError} if an id is there twice
 */
export function drawSample(
  population: readonly Member[],
  { size, seed }: { readonly size: number; readonly seed: number },
): readonly string[] {
  if (new Set(population.map(({ id }) => id)).size < population.length) throw new RangeError('an id is there twice')
  const groups = Map.groupBy(population, ({ stratum }) => stratum)
  const { uniform } = randomFrom(seed)
  return sharesOf(population, size).flatMap(({ stratum, drawn }) => {
    const ids = (groups.get(stratum) ?? []).map(({ id }) => id).sort()
    return Array.from({ length: drawn }, () => ids.splice(Math.floor(uniform() * ids.length), 1)[0] ?? '')
  })
}
