import type { Expertise } from '../assessment/subjects.ts'
import type { Solve } from '../solver/linear-program.ts'
import { assign } from './assign.ts'
import { type AssignmentCase, type IdPair, type TierMissed, usualTiers } from './case.ts'
import { brokenRule } from './check-assignment.ts'
import { findObstacle } from './check-possible.ts'
import { chooseAnchors } from './choose-anchors.ts'
import { everyonePairs } from './everyone.ts'
import { type Cause, tooFewFor } from './explain-impossible.ts'
import { findLoads } from './find-loads.ts'
import { scoresToGive, staysOfLeavers, whoMayRead } from './leavers.ts'
import { type Bidding, matchOf, type Subject } from './match.ts'
import { findNextBest, type NextBest } from './swap-costs.ts'

/** All that an assignment of a round depends on, as it is kept and hashed: applications by reference, people by id. */
export type RoundInput = {
  /** What it means: `formats`. */
  readonly format: keyof typeof formats
  /** Assessors for each application. */
  readonly needs: number
  readonly seed: number
  readonly everyoneUpTo: number
  readonly loadBelowAverage: number
  readonly loadAboveAverage: number
  readonly anchors: number
  /** Applications prepared for practice: anchors before others. */
  readonly prepared: readonly string[]
  readonly fairness: boolean
  readonly applications: readonly (Subject & { readonly reference: string })[]
  readonly assessors: readonly {
    readonly id: string
    readonly expertise: Expertise
    /** 0 of those who have left. */
    readonly wanted: number | null
    readonly bids: Readonly<Record<string, Bidding>>
  }[]
  readonly excluded: readonly {
    readonly application: string
    readonly assessor: string
    readonly kinds: readonly string[]
  }[]
  /** Who reads what now, and which of that was scored already. */
  readonly before: readonly IdPair[]
  readonly fixed: readonly IdPair[]
}

/** What came of it. `optimum`: the largest total, without fairness. `everyone`: nobody was chosen. */
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
    }
  | { readonly status: 'impossible'; readonly because: readonly Cause[] }

/** What it costs in match to end a pair that is. */
const costOfChange = 0.05

/**
 * What is worked out for an input of each format: new ones are of the last, and earlier ones are replayed as they were.
 * `fairestUpTo`: pairs beyond which the fairest is not looked for. `leavers`: those who have left read what stays and
 * nothing else, and nobody who is there has to give those scores again.
 */
const formats = {
  1: { fairestUpTo: 20_000, leavers: false },
  2: { fairestUpTo: Number.POSITIVE_INFINITY, leavers: false },
  3: { fairestUpTo: Number.POSITIVE_INFINITY, leavers: true },
}

/** Pairs beyond which each question takes a minute. */
const manyPairs = 100_000
const effortFor = (pairs: number) => ({ halvings: pairs > manyPairs ? 2 : 7, nodes: 200 })

/** The case that an input makes. */
export function roundCase(input: RoundInput): AssignmentCase & { readonly anchors: readonly string[] } {
  const { needs, seed, before, fixed } = input
  const applications = input.applications.map(({ reference }) => reference)
  const conflicts = conflictsIn(input)
  const anchors = isForEveryone(input) ? [] : anchorsIn(input, input.anchors)
  const left = leaversIn(input)
  const mayRead = whoMayRead({ conflicts, fixed, left })
  const others = applications.filter((reference) => !anchors.includes(reference))
  const there = input.assessors.filter(({ id }) => !left.includes(id))
  const readers = there.map(({ id, wanted }) => ({
    id,
    wanted: wanted === null ? null : Math.max(0, wanted - anchors.length),
    free: others.filter((reference) => mayRead(reference, id)).length,
  }))
  const around = { below: input.loadBelowAverage, above: input.loadAboveAverage }
  const loads = new Map(
    findLoads(scoresToGive({ needs, fixed, left }, others), readers, around).map((load) => [load.id, load]),
  )
  const kept = staysOfLeavers({ fixed, left }, others)
  const keptBy = (id: string) => kept.filter((pair) => pair[1] === id).length
  return {
    needs,
    applications,
    assessors: input.assessors.map(({ id }) => loads.get(id) ?? { id, min: keptBy(id), max: keptBy(id) }),
    match: input.applications.map((subject) =>
      input.assessors.map(({ expertise, bids }) => matchOf(subject, expertise, bids[subject.reference] ?? null).match),
    ),
    conflicts,
    objective: seeksFairness(input) ? 'fair' : 'total',
    seed,
    tiers: usualTiers,
    anchors,
    fixed,
    left,
    effort: effortFor(applications.length * input.assessors.length),
    ...(before.length > 0 && { before: { pairs: before, costOfChange } }),
  }
}

const conflictsIn = ({ excluded }: RoundInput) =>
  excluded.map(({ application, assessor }): IdPair => [application, assessor])

const leaversIn = ({ format, assessors }: RoundInput): readonly string[] =>
  formats[format].leavers ? assessors.filter(({ wanted }) => wanted === 0).map(({ id }) => id) : []

const anchorsIn = (input: RoundInput, count: number): readonly string[] =>
  chooseAnchors(
    {
      applications: input.applications.map(({ reference }) => reference),
      assessors: input.assessors.map(({ id }) => ({ id, min: 0, max: 0 })),
      conflicts: conflictsIn(input),
      seed: input.seed,
    },
    { count, prepared: input.prepared },
  )

/** Whether the fairest is looked for. */
export const seeksFairness = ({ format, fairness, applications, assessors }: RoundInput): boolean =>
  fairness && applications.length * assessors.length <= formats[format].fairestUpTo

/** Whether a round is so small that everybody reads everything. */
export const isForEveryone = ({ applications, everyoneUpTo }: RoundInput): boolean =>
  applications.length <= everyoneUpTo

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
  const given = roundCase(input)
  if (isForEveryone(input)) return everyone(given)
  tell(5, 'Looking for what is impossible')
  const obstacle = findObstacle(given)
  if (obstacle !== undefined) return { status: 'impossible', because: [obstacle] }
  tell(15, 'Finding the best match in all')
  const best = assign({ ...given, objective: 'total' }, solve)
  if (best.status === 'impossible') return best
  const fair = given.objective === 'fair'
  if (fair) tell(40, 'Looking for the fairest')
  const chosen = fair ? assign(given, solve, undefined, best.pairs) : best
  if (chosen.status === 'impossible') throw new Error('what was possible is not when it is to be fair')
  tell(90, 'Finding what the next best would cost')
  return {
    ...chosen,
    everyone: false,
    anchors: given.anchors,
    optimum: best.total,
    missed: chosen.missed ?? [],
    next: findNextBest(given, chosen.pairs),
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
 * The pairs with one more anchor than the rules ask for: the application that would be the next, read by everybody who
 * may.
 *
 * @returns undefined where there is none left
 */
export function withAnotherAnchor(
  input: RoundInput,
  pairs: readonly IdPair[],
): { readonly anchor: string; readonly pairs: readonly IdPair[] } | undefined {
  const anchor = anchorsIn(input, input.anchors + 1)[input.anchors]
  if (anchor === undefined) return undefined
  const assessors = input.assessors.map(({ id }) => ({ id, min: 0, max: 0 }))
  const read = everyonePairs({
    applications: [anchor],
    assessors,
    conflicts: conflictsIn(input),
    fixed: input.fixed,
    left: leaversIn(input),
  })
  return { anchor, pairs: [...pairs.filter(([application]) => application !== anchor), ...read] }
}

/** What of its rules a result breaks, looked at anew without the solver; undefined when it keeps them all. */
export function brokenInRound(input: RoundInput, result: RoundResult): string | undefined {
  if (result.status === 'impossible') return undefined
  const given = roundCase(input)
  if (!result.everyone) return brokenRule(given, result.pairs)
  const key = (pairs: readonly IdPair[]) => JSON.stringify([...pairs].map((pair) => pair.join(' ')).sort())
  return key(result.pairs) === key(everyonePairs(given)) ? undefined : 'that everybody reads everything'
}
