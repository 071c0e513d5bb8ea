import type { AssignmentCase, IdPair } from './case.ts'
import { keepsApart } from './keeps-apart.ts'
import { movesThatKeep, movingCosts, type SwapRow } from './moving-costs.ts'

/** Whom an application could have next, and what the whole would lose in match by it. */
export type NextBest = { readonly application: string; readonly assessor: string; readonly cost: number }

/**
 * For each application the change that costs the whole least in match, if it had to have somebody else: the newcomer comes,
 * one goes, and others are moved so that loads hold. No other application loses an expert, falls below the worst-off of a
 * fair assignment or gives up who read it before; caps are not asked. The application itself may, so that its change can
 * cost less than nothing where one of these was bought with match.
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
    given,
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

function rowsOf(
  given: AssignmentCase,
  pairs: readonly IdPair[],
  people: readonly string[],
  anchors: ReadonlySet<string>,
): readonly SwapRow[] {
  const { applications, match, conflicts, fixed = [] } = given
  const [apart, chosen, stays] = [keepsApart(conflicts), keepsApart(pairs), keepsApart(fixed)]
  const mayMove = movesThatKeep(given, pairs)
  return applications.flatMap((application, place) => {
    if (anchors.has(application)) return []
    // Who stays is neither free to come nor able to go.
    const has = people.map((id) => chosen(application, id) && !stays(application, id))
    const free = people.map((id) => !apart(application, id) && !chosen(application, id))
    return [{ application, match: match[place] ?? [], has, free, mayMove: mayMove(place) }]
  })
}
