import type { AssignmentCase, IdPair, Pair, PairChance } from './case.ts'
import { applicationSets, assessorSets, drawPairs } from './draw-pairs.ts'
import { whole } from './draw-whole.ts'
import { keepsApart } from './keeps-apart.ts'
import { whoMayRead } from './leavers.ts'
import { mostChanceOf } from './most-chance.ts'
import { orderedCase } from './ordered-case.ts'

/**
 * What chances and the draw from them break, as a rule that they should have kept; undefined when they keep all. It is looked
 * at without the solver, in whole numbers, and the draw is made again.
 *
 * @param unordered without anchors
 * @param chances in the order of ids
 */
export function brokenChance(
  unordered: AssignmentCase,
  chances: readonly PairChance[],
  drawn: readonly IdPair[],
): string | undefined {
  const given = orderedCase(unordered)
  const [mayRead, mostOf] = [whoMayRead(given), mostChanceOf(given)]
  const pairs = pairsOf(given, chances)
  if (pairs.length < chances.length) return 'a chance of somebody who is not there'
  if (new Set(chances.map(keyOf)).size < chances.length) return 'a chance twice'
  for (const [application, assessor, percent] of chances) {
    if (!mayRead(application, assessor)) return 'a chance where there is a conflict'
    if (!Number.isInteger(percent) || percent < 1 || percent > mostOf(application, assessor))
      return 'the cap on a chance'
  }
  const percents = chances.map(([, , percent]) => percent)
  if (!sumsHold(given, { chances, pairs, percents })) return 'what chances come to'
  const chosen = drawPairs(given, pairs, percents)
  const keys = (those: readonly (IdPair | PairChance)[]) => those.map(keyOf).sort().join('\n')
  return keys(chances.filter((_, place) => chosen[place])) === keys(drawn) ? undefined : 'that chance alone draws'
}

const keyOf = ([application, assessor]: IdPair | PairChance): string => `${application}\0${assessor}`

/** Chances as pairs by their places; those of somebody who is not there are left out. */
function pairsOf({ applications, assessors, match }: AssignmentCase, chances: readonly PairChance[]): readonly Pair[] {
  const rows = new Map(applications.map((id, place) => [id, place]))
  const people = new Map(assessors.map(({ id }, place) => [id, place]))
  return chances.flatMap(([reference, person]) => {
    const [application, assessor] = [rows.get(reference), people.get(person)]
    if (application === undefined || assessor === undefined) return []
    return [{ application, assessor, match: match[application]?.[assessor] ?? 0 }]
  })
}

type Looked = {
  readonly chances: readonly PairChance[]
  readonly pairs: readonly Pair[]
  readonly percents: readonly number[]
}

/** Chances of an application come to what it needs, and those of an assessor to a load and caps that they keep to. */
function sumsHold(given: AssignmentCase, { chances, pairs, percents }: Looked): boolean {
  const { needs, assessors, caps = [], fixed = [] } = given
  const stays = keepsApart(fixed)
  const isKept = chances.map(([application, assessor]) => stays(application, assessor))
  const keptIn = (places: readonly number[]): number => places.filter((place) => isKept[place]).length
  const isWithin = (places: readonly number[], least: number, most: number): boolean => {
    const sum = places.reduce((all, place) => all + (percents[place] ?? 0), 0)
    return sum >= whole * least && sum <= whole * Math.max(most, keptIn(places))
  }
  const needed = applicationSets({ ...given, tiers: [] }, pairs).every((places) =>
    isWithin(places, Math.max(needs, keptIn(places)), needs),
  )
  const loaded = assessorSets({ ...given, caps: [] }, pairs).every((places, at) =>
    isWithin(places, assessors[at]?.min ?? 0, assessors[at]?.max ?? 0),
  )
  const capped = caps.every(({ assessor, applications, max }) => {
    const among = new Set(applications)
    const places = chances.flatMap(([application, person], place) =>
      person === assessor && among.has(application) ? [place] : [],
    )
    return isWithin(places, 0, max)
  })
  return needed && loaded && capped
}
