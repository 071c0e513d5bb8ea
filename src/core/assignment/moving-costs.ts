import type { AssignmentCase, IdPair } from './case.ts'
import { keepsApart } from './keeps-apart.ts'

/** An application as exchanges see it, by places of assessors: who can go, who can come, and who for whom. */
export type SwapRow = {
  readonly application: string
  readonly match: readonly number[]
  readonly has: readonly boolean[]
  readonly free: readonly boolean[]
  readonly mayMove: (from: number, to: number) => boolean
}

/**
 * Which exchanges of one assessor for another leave an application what the total was given up for: as many who match so
 * well as it should have, or has; in a fair assignment as much as the worst-off; and whoever read it before. Then no ring of
 * exchanges gains: it would have been chosen.
 *
 * @returns by places of the application and of the assessors
 */
export function movesThatKeep(given: AssignmentCase, pairs: readonly IdPair[]) {
  const { applications, assessors, match, tiers = [], before, objective } = given
  if (given.earlier === true) return () => () => true
  const [chosen, was] = [keepsApart(pairs), keepsApart(before?.pairs ?? [])]
  const anchors = new Set(given.anchors)
  const readBy = applications.map((id) => assessors.flatMap((each, by) => (chosen(id, each.id) ? [by] : [])))
  const sums = readBy.map((those, at) => those.reduce((sum, by) => sum + (match[at]?.[by] ?? 0), 0))
  const counted = sums.filter((_, at) => !anchors.has(applications[at] ?? ''))
  const floor =
    objective === 'fair' ? counted.reduce((least, sum) => Math.min(least, sum), Number.POSITIVE_INFINITY) : 0
  return (at: number) => {
    const matches = match[at] ?? []
    const spare = tiers.map(({ least, count }) => {
      return { least, none: (readBy[at] ?? []).filter((by) => (matches[by] ?? 0) >= least).length <= count }
    })
    return (from: number, to: number): boolean => {
      const [loses, gains] = [matches[from] ?? 0, matches[to] ?? 0]
      if (was(applications[at] ?? '', assessors[from]?.id ?? '')) return false
      if ((sums[at] ?? 0) - loses + gains < floor - 1e-9) return false
      return !spare.some(({ least, none }) => none && loses >= least && gains < least)
    }
  }
}

/**
 * What it costs for one assessor to read one fewer and another one more, through whomever: shortest paths, with a place
 * for those who can take or give one within their loads. Where a ring of exchanges gains all the same, since two of them
 * are of one application or the search for a fair one was stopped, there is no shortest: then at most two are counted.
 */
export function movingCosts(
  rows: readonly SwapRow[],
  { assessors, earlier }: AssignmentCase,
  pairs: readonly IdPair[],
): readonly Float64Array[] {
  const direct = directCosts(rows, assessors, pairs)
  const costs = direct.map((row) => Float64Array.from(row))
  for (const through of costs.keys()) shorten(costs, through)
  if (earlier === true || costs.every((row, at) => (row[at] as number) > -1e-9)) return costs
  return direct.map((row) =>
    row.map((cost, to) =>
      direct.reduce((least, second, through) => {
        return Math.min(least, (row[through] as number) + (second[to] as number))
      }, cost),
    ),
  )
}

function directCosts(rows: readonly SwapRow[], assessors: AssignmentCase['assessors'], pairs: readonly IdPair[]) {
  const slack = assessors.length
  const size = slack + 1
  const costs = Array.from({ length: size }, (_, from) =>
    Float64Array.from({ length: size }, (_, to) => (from === to ? 0 : Number.POSITIVE_INFINITY)),
  )
  for (const { match, has, free, mayMove } of rows) {
    for (let from = 0; from < slack; from += 1) {
      if (!has[from]) continue
      const row = costs[from]
      for (let to = 0; row !== undefined && to < slack; to += 1) {
        if (free[to] && mayMove(from, to)) row[to] = Math.min(row[to] ?? 0, (match[from] ?? 0) - (match[to] ?? 0))
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
