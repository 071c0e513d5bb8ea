import { sharedStep } from '../solver/shared-step.ts'
import type { AssignmentCase, Pair } from './case.ts'
import { penaltyOf, worstOf } from './check-assignment.ts'
import { keepsApart } from './keeps-apart.ts'
import { asSteps, stepsInOne } from './program.ts'

/** The best assignment in which no application has less than the floor; or why there is none. */
export type BestAbove = (floor: number) => readonly Pair[] | 'impossible' | 'stopped'

/**
 * Raises the floor until it cannot be raised: first to what the worst-off could have alone, which is most often what it
 * can have, then halfway between what was reached and what cannot be, each time the best total above it. What is reached
 * is always at a whole number of the step that all matches share. Nobody gains who would cost somebody else an expert. A
 * question that was not answered within its nodes counts as a no, and nothing is proven. Where a case is to be as fair as
 * what was before, the floor is not raised beyond that: what is fairer would cost changes.
 */
export function findFairest(
  given: AssignmentCase,
  pairs: readonly Pair[],
  bestAbove: BestAbove,
  start: readonly Pair[],
): { readonly pairs: readonly Pair[]; readonly proven: boolean } {
  const step = sharedStep(pairs.map(({ match }) => asSteps(match))) / stepsInOne
  const penalty = penaltyOf(given, start)
  let best = start
  let reached = worstOf(given, best)
  let ceiling = Math.min(highestWorst(given, pairs), worstBefore(given, pairs))
  let proven = true
  const halvings = given.effort?.halvings ?? Number.POSITIVE_INFINITY
  for (let asked = 0; ceiling - reached > step / 2; asked += 1) {
    if (asked >= halvings) {
      proven = false
      break
    }
    const halfway = reached + Math.max(step, Math.floor((ceiling - reached) / 2 / step) * step)
    const floor = asked === 0 ? ceiling : Math.min(halfway, ceiling)
    // A hair below, so that what is just as high is not lost to rounding.
    const found = bestAbove(floor - step / 1_000)
    if (found === 'stopped') proven = false
    if (typeof found === 'string' || worstOf(given, found) < floor - step / 2 || penaltyOf(given, found) > penalty)
      ceiling = floor - step
    else {
      best = found
      reached = worstOf(given, found)
    }
  }
  // The best above a floor is also the best above what it reached: there is less to choose from, and it is among that.
  return { pairs: best, proven }
}

/** What the worst-off could have at most, if nobody else were there. */
function highestWorst({ needs, applications }: AssignmentCase, pairs: readonly Pair[]): number {
  const matches: number[][] = applications.map(() => [])
  for (const { application, match } of pairs) matches[application]?.push(match)
  const best = matches.map((those) =>
    those
      .sort((one, other) => other - one)
      .slice(0, needs)
      .reduce((sum, match) => sum + match, 0),
  )
  return best.reduce((least, sum) => Math.min(least, sum), Number.POSITIVE_INFINITY)
}

/** What the worst-off had before of those who had all that they need, and could keep it. */
function worstBefore({ needs, applications, assessors, before }: AssignmentCase, pairs: readonly Pair[]): number {
  if (before?.asFair !== true) return Number.POSITIVE_INFINITY
  const was = keepsApart(before.pairs)
  const kept = pairs.filter(({ application, assessor }) =>
    was(applications[application] ?? '', assessors[assessor]?.id ?? ''),
  )
  const had = applications.map((_, place) => kept.filter(({ application }) => application === place))
  return had.reduce(
    (least, those) => (those.length < needs ? least : Math.min(least, sumOf(those))),
    Number.POSITIVE_INFINITY,
  )
}

const sumOf = (pairs: readonly Pair[]): number => pairs.reduce((sum, { match }) => sum + match, 0)
