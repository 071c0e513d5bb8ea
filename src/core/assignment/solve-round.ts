import type { Solve } from '../solver/linear-program.ts'
import { assign } from './assign.ts'
import type { AssignmentCase, Cause, Chances, IdPair, TierMissed } from './case.ts'
import { brokenRule } from './check-assignment.ts'
import { brokenChance } from './check-chances.ts'
import { findObstacle } from './check-possible.ts'
import { everyonePairs } from './everyone.ts'
import { tooFewFor } from './explain-impossible.ts'
import { roundCase } from './round-case.ts'
import { formats, isForEveryone, type RoundInput } from './round-input.ts'
import { findNextBest, type NextBest } from './swap-costs.ts'
import { leastWidening } from './widen-loads.ts'
import { withoutAnchors } from './without-anchors.ts'

/**
 * What came of it. `optimum`: the largest total, without fairness and without a cap on how likely a pair is. `everyone`:
 * nobody was chosen. `drawn`: what chances there were, where there is a cap; of anchors there are none.
 */
export type RoundResult =
  | {
      readonly status: 'optimal'
      readonly everyone: boolean
      readonly pairs: readonly IdPair[]
      readonly anchors: readonly string[]
      readonly total: number
      readonly worst: number
      readonly optimum: number
      readonly proven: boolean
      readonly missed: readonly TierMissed[]
      readonly next: readonly NextBest[]
      readonly loads: readonly {
        readonly id: string
        readonly min: number
        readonly max: number
        readonly load: number
      }[]
      /** By how much loads had to be widened at both ends beyond the rules, since something was scored already. */
      readonly width?: number
      readonly drawn?: Chances
    }
  | { readonly status: 'impossible'; readonly because: readonly Cause[] }

/**
 * Works out who reads what in a round, from first to last: what is plainly impossible is said without the solver.
 *
 * @param tell is told how far it is, of 100, and what is being done
 */
export function solveRound(
  input: RoundInput,
  solve: Solve,
  tell: (progress: number, doing: string) => void = () => {},
): RoundResult {
  if (isForEveryone(input)) return everyone(roundCase(input))
  const asAsked = solveCase(roundCase(input), solve, tell)
  if (asAsked.status === 'optimal' || !mayWiden(input)) return asAsked
  const caseAt = (width: number) => roundCase(input, width)
  tell(20, 'Looking for loads that go with what was scored')
  const width = leastWidening(caseAt, solve)
  const further = (progress: number, doing: string) => tell(Math.max(progress, 30), doing)
  const found = solveCase(caseAt(width ?? input.applications.length), solve, further)
  return found.status === 'optimal' && width !== undefined ? { ...found, width } : found
}

/** Loads are kept to as the rules ask until something was scored: then what is left is shared out as evenly as can be. */
const mayWiden = ({ format, fixed }: RoundInput): boolean => formats[format].stays && fixed.length > 0

function solveCase(
  given: ReturnType<typeof roundCase>,
  solve: Solve,
  tell: (progress: number, doing: string) => void,
): RoundResult {
  tell(5, 'Looking for what is impossible')
  const obstacle = findObstacle(given)
  if (obstacle !== undefined) return { status: 'impossible', because: [obstacle] }
  tell(15, 'Finding the best match in all')
  const { mostChancePercent, ...withoutCap } = given
  const best = assign({ ...withoutCap, objective: 'total' }, solve)
  if (best.status === 'impossible') return best
  const [fair, isDrawn] = [given.objective === 'fair', mostChancePercent !== undefined]
  if (fair || isDrawn) tell(40, isDrawn ? 'Finding chances and drawing' : 'Looking for the fairest')
  const chosen = fair || isDrawn ? assign(given, solve, undefined, best.pairs) : best
  if (chosen.status === 'impossible') {
    if (isDrawn) return chosen
    throw new Error('what was possible is not when it is to be fair')
  }
  tell(90, 'Finding what the next best would cost')
  return {
    ...chosen,
    everyone: false,
    anchors: given.anchors,
    optimum: best.total,
    missed: chosen.missed ?? [],
    // Of what is drawn, who else could have been is said by the chances.
    next: isDrawn ? [] : findNextBest(given, chosen.pairs),
    loads: loadsOf(given, chosen.pairs),
  }
}

function everyone(given: ReturnType<typeof roundCase>): RoundResult {
  const pairs = everyonePairs(given)
  const unread = given.applications.find((application) => !pairs.some((pair) => pair[0] === application))
  if (unread !== undefined) {
    const because = given.assessors.length === 0 ? findObstacle(given) : undefined
    return { status: 'impossible', because: [because ?? tooFewFor({ ...given, needs: 1 }, unread, (id) => id)] }
  }
  const total = 0
  const loads = loadsOf(given, pairs)
  const rest = { anchors: [], total, worst: 0, optimum: total, proven: true, missed: [], next: [] }
  return { status: 'optimal', everyone: true, pairs, ...rest, loads }
}

/** How many each reads, anchors among them. */
function loadsOf({ assessors }: AssignmentCase, pairs: readonly IdPair[]) {
  const counts = new Map<string, number>()
  for (const [, assessor] of pairs) counts.set(assessor, (counts.get(assessor) ?? 0) + 1)
  return assessors.map(({ id, min, max }) => ({ id, min, max, load: counts.get(id) ?? 0 }))
}

/**
 * What of its rules a result breaks, looked at anew without the solver; undefined when it keeps them all. That loads had to be
 * widened so far is taken from the result.
 */
export function brokenInRound(input: RoundInput, result: RoundResult): string | undefined {
  if (result.status === 'impossible') return undefined
  const given = roundCase(input, result.width)
  if (!result.everyone) return brokenRule(given, result.pairs) ?? brokenDraw(given, result)
  const key = (pairs: readonly IdPair[]) => JSON.stringify([...pairs].map((pair) => pair.join(' ')).sort())
  return key(result.pairs) === key(everyonePairs(given)) ? undefined : 'that everybody reads everything'
}

/** Of anchors nothing is drawn. */
function brokenDraw(
  given: ReturnType<typeof roundCase>,
  { pairs, drawn }: Extract<RoundResult, { status: 'optimal' }>,
): string | undefined {
  if (given.mostChancePercent === undefined) return drawn === undefined ? undefined : 'that nothing is drawn'
  if (drawn === undefined) return 'that who reads what is drawn'
  const isAnchor = new Set(given.anchors)
  const others = pairs.filter(([application]) => !isAnchor.has(application))
  return brokenChance(withoutAnchors(given), drawn.chances, others)
}
