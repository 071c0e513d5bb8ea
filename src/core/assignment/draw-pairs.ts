import { randomFrom } from '../random/random.ts'
import type { AssignmentCase, Pair } from './case.ts'
import { drawWhole, type Family } from './draw-whole.ts'

/** The stream of chance of a draw: others of the same seed are for other work. */
const stream = 7

/**
 * Draws who reads what. Each application gets as many as it needs; loads, tiers and caps come to what is to be expected of
 * them, or to a whole number beside it.
 *
 * @param pairs in the order of their ids, so that the order of the case does not matter
 * @param percents how likely each is
 * @returns whether each is
 */
export function drawPairs(
  given: AssignmentCase,
  pairs: readonly Pair[],
  percents: readonly number[],
): readonly boolean[] {
  const random = randomFrom(given.seed, stream)
  return drawWhole(percents, [applicationSets(given, pairs), assessorSets(given, pairs)], random.uniform)
}

/** For each application those who match best, and so on down to all. */
export function applicationSets({ applications, tiers = [] }: AssignmentCase, pairs: readonly Pair[]): Family {
  const byApplication = placesBy(pairs, applications.length, ({ application }) => application)
  const levels = [...new Set(tiers.map(({ least }) => least))].sort((one, other) => other - one)
  return byApplication.flatMap((places) => [
    ...levels.map((least) => places.filter((place) => (pairs[place] as Pair).match >= least)),
    places,
  ])
}

/** For each assessor the caps, the smallest first, and then all that they read. */
export function assessorSets({ applications, assessors, caps = [] }: AssignmentCase, pairs: readonly Pair[]): Family {
  const byAssessor = placesBy(pairs, assessors.length, ({ assessor }) => assessor)
  return assessors.flatMap(({ id }, at) => {
    const places = byAssessor[at] as readonly number[]
    const among = caps
      .filter(({ assessor }) => assessor === id)
      .map((cap) => new Set(cap.applications))
      .map((those) => places.filter((place) => those.has(applications[(pairs[place] as Pair).application] as string)))
      .sort((one, other) => one.length - other.length)
    return [...among, places]
  })
}

function placesBy(pairs: readonly Pair[], count: number, of: (pair: Pair) => number): readonly (readonly number[])[] {
  const places = Array.from({ length: count }, (): number[] => [])
  for (const [place, pair] of pairs.entries()) places[of(pair)]?.push(place)
  return places
}
