import type { Assignment, AssignmentCase, IdPair, Pair, TierMissed } from './case.ts'
import { keepsApart } from './keeps-apart.ts'
import { whoMayRead } from './leavers.ts'

/** What an assignment breaks, as a rule that it should have kept; undefined when it keeps all. */
export function brokenRule(given: AssignmentCase, pairs: readonly IdPair[]): string | undefined {
  const { needs, applications, assessors, conflicts, anchors = [], fixed = [], caps = [] } = given
  const apart = keepsApart(conflicts)
  const mayRead = whoMayRead(given)
  const isAnchor = new Set(anchors)
  const known = { applications: new Set(applications), assessors: new Set(assessors.map(({ id }) => id)) }
  const stays = keepsApart(fixed)
  const count = (map: Map<string, number>, id: string) => map.set(id, (map.get(id) ?? 0) + 1)
  const [byApplication, byAssessor, kept, keptBy] = [0, 1, 2, 3].map(() => new Map<string, number>()) as [
    Map<string, number>,
    Map<string, number>,
    Map<string, number>,
    Map<string, number>,
  ]
  const seen = new Set<string>()
  for (const [application, assessor] of pairs) {
    if (!known.applications.has(application) || !known.assessors.has(assessor)) return 'somebody who is not there'
    if (apart(application, assessor)) return 'a conflict'
    if (!mayRead(application, assessor)) return 'somebody who has left'
    if (seen.has(`${application}\0${assessor}`)) return 'a pair twice'
    seen.add(`${application}\0${assessor}`)
    count(byApplication, application)
    if (isAnchor.has(application)) continue
    count(byAssessor, assessor)
    if (stays(application, assessor)) {
      count(kept, application)
      count(keptBy, assessor)
    }
  }
  if (fixed.some((pair) => known.applications.has(pair[0]) && !seen.has(pair.join('\0')))) return 'a pair that stays'
  for (const application of applications) {
    const free = assessors.filter(({ id }) => mayRead(application, id)).length
    const wanted = isAnchor.has(application) ? free : Math.max(needs, kept.get(application) ?? 0)
    if ((byApplication.get(application) ?? 0) !== wanted) return 'the number of assessors of an application'
  }
  for (const { id, min, max } of assessors) {
    const load = byAssessor.get(id) ?? 0
    if (load < min || load > Math.max(max, keptBy.get(id) ?? 0)) return 'the load of an assessor'
  }
  for (const cap of caps) {
    const among = new Set(cap.applications)
    const those = pairs.filter(([application, assessor]) => assessor === cap.assessor && among.has(application))
    const fixedThere = those.filter((pair) => stays(...pair)).length
    if (those.length > Math.max(cap.max, fixedThere)) return 'the load of an assessor'
  }
  return undefined
}

export const sumsOf = ({ applications }: AssignmentCase, pairs: readonly Pair[]): readonly number[] => {
  const sums = applications.map(() => 0)
  for (const { application, match } of pairs) sums[application] = (sums[application] ?? 0) + match
  return sums
}

export const worstOf = (given: AssignmentCase, pairs: readonly Pair[]): number =>
  sumsOf(given, pairs).reduce((least, sum) => Math.min(least, sum), Number.POSITIVE_INFINITY)

/** Where there are fewer than wished of those who match well. */
export function missedTiers(given: AssignmentCase, pairs: readonly Pair[]): readonly TierMissed[] {
  const byApplication: number[][] = given.applications.map(() => [])
  for (const { application, match } of pairs) byApplication[application]?.push(match)
  return given.applications.flatMap((application, place) =>
    (given.tiers ?? []).flatMap(({ least, count }) => {
      const short = count - (byApplication[place] ?? []).filter((match) => match >= least).length
      return short > 0 ? [{ application, least, short }] : []
    }),
  )
}

/** What all missed tiers cost in match. */
export const penaltyOf = (given: AssignmentCase, pairs: readonly Pair[]): number =>
  missedTiers(given, pairs).reduce(
    (sum, { least, short }) => sum + short * (given.tiers?.find((tier) => tier.least === least)?.penalty ?? 0),
    0,
  )

/** The answer, once it keeps every rule of the case, whatever the solver says. @throws {Error} when it does not */
export function checked(given: AssignmentCase, unsorted: readonly Pair[], proven: boolean): Assignment {
  const { applications, assessors } = given
  const pairs = unsorted.toSorted((one, other) => one.application - other.application || one.assessor - other.assessor)
  const named = pairs.map(
    ({ application, assessor }): IdPair => [applications[application] ?? '', assessors[assessor]?.id ?? ''],
  )
  const broken = brokenRule(given, named)
  if (broken !== undefined) throw new Error(`the solver gave an assignment that breaks a rule: ${broken}`)
  return {
    status: 'optimal',
    total: pairs.reduce((sum, { match }) => sum + match, 0),
    worst: applications.length === 0 ? 0 : worstOf(given, pairs),
    pairs: named,
    proven,
    ...(given.tiers !== undefined && { missed: missedTiers(given, pairs) }),
  }
}
