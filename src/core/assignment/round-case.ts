import { type AssessorLoad, type AssignmentCase, type IdPair, usualTiers } from './case.ts'
import { chooseAnchors } from './choose-anchors.ts'
import { countPairs } from './count-pairs.ts'
import { findLoads } from './find-loads.ts'
import { keepsApart } from './keeps-apart.ts'
import { scoresToGive, staysOfLeavers, whoMayRead } from './leavers.ts'
import { matchOf } from './match.ts'
import { formats, isAsFairAsBefore, isDrawn, isForEveryone, type RoundInput, seeksFairness } from './round-input.ts'

/** What it costs in match to end a pair that is. */
const usualCost = 0.05

/** As much as the best match there is: where the worst-off is helped first, a pair is not ended for the sake of the total. */
const costWhereFair = 1

/** Pairs beyond which each question took a minute before few pairs were solved first. */
const mostAtOnce = 100_000

const effortFor = ({ format, applications, assessors }: RoundInput) => {
  const slow = !formats[format].few && applications.length * assessors.length > mostAtOnce
  return { halvings: slow ? 2 : 7, nodes: 200 }
}

/**
 * The case that an input makes.
 *
 * @param width by how much loads are widened beyond what the rules ask, at both ends
 */
export function roundCase(input: RoundInput, width = 0): AssignmentCase & { readonly anchors: readonly string[] } {
  const { seed, before, fixed } = input
  const applications = input.applications.map(({ reference }) => reference)
  const anchors = isForEveryone(input) ? [] : anchorsIn(input, input.anchors)
  const others = applications.filter((reference) => !anchors.includes(reference))
  const { stays, few, cuts } = formats[input.format]
  return {
    needs: input.needs,
    applications,
    assessors: loadsIn(input, { anchors, others, width }),
    match: input.applications.map((subject) =>
      input.assessors.map(({ expertise, bids }) => matchOf(subject, expertise, bids[subject.reference] ?? null).match),
    ),
    conflicts: conflictsIn(input),
    handedBack: conflictsIn({ excluded: input.excluded.filter(({ kinds }) => kinds.join() === 'handed-back') }),
    objective: seeksFairness(input) ? 'fair' : 'total',
    seed,
    tiers: usualTiers,
    anchors,
    fixed,
    ...(stays && { besideFixed: true }),
    ...(!few && { earlier: true }),
    ...(!cuts && { earlierCauses: true }),
    left: leaversIn(input),
    effort: effortFor(input),
    ...(isDrawn(input) && { mostChancePercent: input.mostChancePercent }),
    ...(before.length > 0 && { before: beforeIn(input) }),
  }
}

function beforeIn(input: RoundInput): NonNullable<AssignmentCase['before']> {
  const { before: pairs } = input
  return isAsFairAsBefore(input)
    ? { pairs, costOfChange: costWhereFair, asFair: true }
    : { pairs, costOfChange: usualCost }
}

type ForLoads = { readonly anchors: readonly string[]; readonly others: readonly string[]; readonly width: number }

/** How many each reads of what is no anchor; of those who have left, what stays. */
function loadsIn(input: RoundInput, { anchors, others, width }: ForLoads): readonly AssessorLoad[] {
  const { needs, fixed } = input
  const left = leaversIn(input)
  const mayRead = whoMayRead({ conflicts: conflictsIn(input), fixed, left })
  const those = new Set(others)
  const stay = fixed.filter(([application]) => those.has(application))
  const [readersOf, keptBy] = [countPairs(stay, 0), countPairs(stay, 1)]
  const { stays } = formats[input.format]
  const isOpen = (application: string): boolean => !stays || readersOf(application) < needs
  const isKept = keepsApart(stay)
  const readers = input.assessors
    .filter(({ id }) => !left.includes(id))
    .map(({ id, wanted }) => ({
      id,
      wanted: wanted === null ? null : Math.max(0, wanted - anchors.length),
      free: others.filter((each) => mayRead(each, id) && (isOpen(each) || isKept(each, id))).length,
      ...(stays && { kept: keptBy(id) }),
    }))
  const ofLeavers = staysOfLeavers({ fixed, left }, others).length
  const scores = stays
    ? others.reduce((sum, application) => sum + Math.max(needs, readersOf(application)), -ofLeavers)
    : scoresToGive({ needs, fixed, left }, others)
  const around = { below: input.loadBelowAverage + width, above: input.loadAboveAverage + width }
  const loads = new Map(findLoads(scores, readers, around).map((load) => [load.id, load]))
  return input.assessors.map(({ id }) => loads.get(id) ?? { id, min: keptBy(id), max: keptBy(id) })
}

export const conflictsIn = ({ excluded }: Pick<RoundInput, 'excluded'>) =>
  excluded.map(({ application, assessor }): IdPair => [application, assessor])

export const leaversIn = ({ format, assessors }: RoundInput): readonly string[] =>
  formats[format].leavers ? assessors.filter(({ wanted }) => wanted === 0).map(({ id }) => id) : []

export const anchorsIn = (input: RoundInput, count: number): readonly string[] =>
  chooseAnchors(
    {
      applications: input.applications.map(({ reference }) => reference),
      assessors: input.assessors.map(({ id }) => ({ id, min: 0, max: 0 })),
      conflicts: conflictsIn(input),
      seed: input.seed,
    },
    { count, prepared: input.prepared },
  )
