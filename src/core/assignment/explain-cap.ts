import type { Solve } from '../solver/linear-program.ts'
import type { AssessorLoad, AssignmentCase, Cause } from './case.ts'
import { whole } from './draw-whole.ts'
import { count, listOf, type NameOf } from './explain-impossible.ts'
import { stuckByRows } from './find-causes.ts'
import { mostChanceOf } from './most-chance.ts'
import { orderedCase } from './ordered-case.ts'
import { allowedPairs } from './program.ts'
import { stillToGive } from './still-to-give.ts'
import { hasAssignment } from './widen-loads.ts'

/**
 * Why there are no chances within the cap of a case that is possible without one: applications and people whose chances do
 * not come to what they need, and the least cap that is enough.
 *
 * @param unordered without anchors
 */
export function causeOfCap(unordered: AssignmentCase, solve: Solve, nameOf: NameOf): Cause {
  const given = orderedCase(unordered)
  const { mostChancePercent: cap = whole } = given
  const raise = `raise the cap to ${leastCap(given, solve)}%`
  const [mostChance, { needOf, loadOf, mayRead, scoresInWords }] = [mostChanceOf(given), stillToGive(given)]
  /** How much of so many applications somebody can be expected to read at most. */
  const roomOf = (id: string, applications: readonly string[]): number =>
    applications.reduce((sum, each) => sum + (mayRead(each, id) ? mostChance(each, id) / whole : 0), 0)
  const alone = given.applications.find((each) => sum(given.assessors, ({ id }) => roomOf(id, [each])) < needOf(each))
  return alone === undefined ? ofSeveral() : ofOne(alone)

  function ofOne(application: string): Cause {
    const free = given.assessors.filter(({ id }) => mayRead(application, id)).map(({ id }) => id)
    const [needed, most] = [needOf(application), sum(free, (id) => roomOf(id, [application]))]
    const more = Math.ceil(((needed - most) * whole) / cap - 1e-9)
    return {
      applications: [application],
      assessors: free,
      text: `${nameOf(application)} needs ${count(needed, 'assessor', 'assessors')}, and with a cap of ${cap}% on how likely a pair is the chances of ${listOf(free, nameOf)}, who are free of a conflict with it, come to ${hundredths(most)} at most: ${raise}, add ${count(more, 'assessor', 'assessors')} without a conflict, or ask for fewer assessors for each application.`,
    }
  }

  function ofSeveral(): Cause {
    const stuck = stuckByRows(given, allowedPairs(given), solve)
    const those = stuck.applications.map((place) => given.applications[place] as string)
    const people = stuck.assessors.map((place) => given.assessors[place] as AssessorLoad)
    const ids = people.map(({ id }) => id)
    const needed = sum(those, needOf)
    const room = sum(given.assessors, (load) =>
      Math.min(roomOf(load.id, those), people.includes(load) ? loadOf(load).max : Number.POSITIVE_INFINITY),
    )
    if (those.length > 0 && room < needed - 1e-9) {
      const who =
        ids.length === 0 ? 'those without a conflict' : `${listOf(ids, nameOf)}, with whoever else has no conflict,`
      return {
        applications: those,
        assessors: ids,
        text: `${listOf(those, nameOf)} ${those.length === 1 ? 'needs' : 'need'} ${scoresInWords(needed)}, and with a cap of ${cap}% on how likely a pair is ${who} can be expected to give ${hundredths(room)} at most: ${raise}, raise a load, release a conflict, or add an assessor.`,
      }
    }
    const least = sum(people, (load) => loadOf(load).min)
    return {
      applications: those,
      assessors: ids,
      text: `${listOf(ids, nameOf)} must take at least ${count(least, 'application', 'applications')}, which chances do not come to with a cap of ${cap}% on how likely a pair is: ${raise}, lower the least load, or release a conflict.`,
    }
  }
}

/** The least whole per cent at which the case is possible, as it is at 100. */
function leastCap(given: AssignmentCase, solve: Solve): number {
  let [tooLow, enough] = [given.mostChancePercent ?? 0, whole]
  while (enough - tooLow > 1) {
    const halfway = Math.floor((tooLow + enough) / 2)
    if (hasAssignment({ ...given, mostChancePercent: halfway }, solve)) enough = halfway
    else tooLow = halfway
  }
  return enough
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0)

/** @example hundredths(2.4000000000000004) // => '2.4' */
const hundredths = (value: number): string => String(Math.round(value * whole) / whole)
