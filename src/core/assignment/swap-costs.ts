import type { AssignmentCase, IdPair } from './case.ts'
import { keepsApart } from './keeps-apart.ts'

/** Whom an application could have next, and what the whole would lose in match by it. */
export type NextBest = { readonly application: string; readonly assessor: string; readonly cost: number }

/**
 * For each application the change that costs the whole least, if it had to have somebody else: the newcomer comes, one
 * goes, and others are moved so that loads hold. Exact for the largest total within loads; experts, caps and fairness are
 * not asked, so that a change can cost less than nothing where one of these was bought with match.
 *
 * @param pairs an assignment of the case, without anchors
 * @returns nothing for an application for which everybody free of a conflict reads already, or loads allow no change
 */
export function findNextBest(given: AssignmentCase, pairs: readonly IdPair[]): readonly NextBest[] {
  const { assessors } = given
  const people = assessors.map(({ id }) => id)
  const anchors = new Set(given.anchors)
  const rows = rowsOf(given, pairs, people, anchors)
  const moved = movingCosts(
    rows,
    assessors,
    pairs.filter(([application]) => !anchors.has(application)),
  )
  return rows.flatMap(({ application, match, has, free }) => {
    let best: NextBest | undefined
    for (const [to, assessor] of people.entries()) {
      if (has[to] || !free[to]) continue
      for (const from of people.keys()) {
        if (!has[from]) continue
        const cost = (match[from] ?? 0) - (match[to] ?? 0) + (moved[to]?.[from] ?? Number.POSITIVE_INFINITY)
        if (Number.isFinite(cost) && (best === undefined || cost < best.cost - 1e-9))
          best = { application, assessor, cost }
      }
    }
    return best === undefined ? [] : [best]
  })
}

type Row = {
  readonly application: string
  readonly match: readonly number[]
  readonly has: readonly boolean[]
  readonly free: readonly boolean[]
}

function rowsOf(
  { applications, match, conflicts, fixed = [] }: AssignmentCase,
  pairs: readonly IdPair[],
  people: readonly string[],
  anchors: ReadonlySet<string>,
): readonly Row[] {
  const [apart, chosen, stays] = [keepsApart(conflicts), keepsApart(pairs), keepsApart(fixed)]
  return applications.flatMap((application, place) => {
    if (anchors.has(application)) return []
    // Who stays is neither free to come nor able to go.
    const has = people.map((id) => chosen(application, id) && !stays(application, id))
    const free = people.map((id) => !apart(application, id) && !chosen(application, id))
    return [{ application, match: match[place] ?? [], has, free }]
  })
}

/**
 * What it costs for one assessor to read one fewer and another one more, through whomever: shortest paths, with a place
 * for those who can take or give one within their loads.
 */
function movingCosts(rows: readonly Row[], assessors: AssignmentCase['assessors'], pairs: readonly IdPair[]) {
  const slack = assessors.length
  const size = slack + 1
  const costs = Array.from({ length: size }, (_, from) =>
    Float64Array.from({ length: size }, (_, to) => (from === to ? 0 : Number.POSITIVE_INFINITY)),
  )
  for (const { match, has, free } of rows) {
    for (let from = 0; from < slack; from += 1) {
      if (!has[from]) continue
      const row = costs[from]
      for (let to = 0; row !== undefined && to < slack; to += 1) {
        if (free[to]) row[to] = Math.min(row[to] ?? 0, (match[from] ?? 0) - (match[to] ?? 0))
      }
    }
  }
  const loads = new Map<string, number>()
  for (const [, assessor] of pairs) loads.set(assessor, (loads.get(assessor) ?? 0) + 1)
  assessors.forEach(({ id, min, max }, place) => {
    const load = loads.get(id) ?? 0
    const row = costs[place]
    if (row !== undefined && load < max) row[slack] = 0
    if (load > min) (costs[slack] as Float64Array)[place] = 0
  })
  for (const through of costs.keys()) shorten(costs, through)
  return costs
}

function shorten(costs: readonly Float64Array[], through: number): void {
  const second = costs[through]
  for (const row of costs) {
    const first = row[through] ?? Number.POSITIVE_INFINITY
    if (first === Number.POSITIVE_INFINITY || second === undefined) continue
    for (let to = 0; to < row.length; to += 1) {
      const cost = first + (second[to] ?? 0)
      if (cost < (row[to] ?? 0)) row[to] = cost
    }
  }
}
