import { type Model, solve } from 'yalps'
import type { AssignmentCase, IdPair } from '../../../src/core/assignment/index.ts'

/**
 * The most that could be gained by passing applications round among assessors, from one to the next in a ring: an
 * assignment is the best exactly when no ring gains. Neither a solver nor the code of the assignment is asked. Somebody
 * who is left out may give or take one as far as loads allow.
 *
 * @returns match that could be gained, 0 when the assignment is the best
 * @see Ahuja, Magnanti and Orlin, Network Flows, 1993, theorem 9.1 (no negative cycle)
 */
export function gainLeft(given: AssignmentCase, pairs: readonly IdPair[]): number {
  const place = new Map(given.assessors.map(({ id }, at) => [id, at]))
  const row = new Map(given.applications.map((id, at) => [id, at]))
  const key = (application: string, assessor: string) => `${application} ${assessor}`
  const barred = new Set([...given.conflicts, ...pairs].map(([application, assessor]) => key(application, assessor)))
  const size = given.assessors.length + 1
  const nobody = size - 1
  const gain = Array.from({ length: size }, () => new Float64Array(size).fill(Number.NEGATIVE_INFINITY))
  const load = given.assessors.map(() => 0)
  for (const [application, from] of pairs) {
    const at = place.get(from) ?? 0
    load[at] = (load[at] ?? 0) + 1
    const matches = given.match[row.get(application) ?? 0] ?? []
    given.assessors.forEach(({ id }, to) => {
      if (barred.has(key(application, id))) return
      const line = gain[at] as Float64Array
      line[to] = Math.max(line[to] ?? 0, (matches[to] ?? 0) - (matches[at] ?? 0))
    })
  }
  given.assessors.forEach(({ min, max }, at) => {
    // One more with this person, one fewer: closes a ring through nobody.
    if ((load[at] ?? 0) < max) (gain[at] as Float64Array)[nobody] = 0
    if ((load[at] ?? 0) > min) (gain[nobody] as Float64Array)[at] = 0
  })
  return bestRing(gain, size)
}

/** The best ring by Floyd and Warshall; sums within a billionth of nothing are nothing. */
function bestRing(gain: readonly Float64Array[], size: number): number {
  const far = gain.map((line) => Float64Array.from(line))
  for (let through = 0; through < size; through += 1)
    for (let from = 0; from < size; from += 1) {
      const first = far[from]?.[through] ?? Number.NEGATIVE_INFINITY
      if (first === Number.NEGATIVE_INFINITY) continue
      for (let to = 0; to < size; to += 1) {
        const line = far[from] as Float64Array
        const sum = first + (far[through]?.[to] ?? Number.NEGATIVE_INFINITY)
        if (sum > (line[to] ?? 0)) line[to] = sum
      }
      if ((far[from]?.[from] ?? 0) > 1e-9) return far[from]?.[from] ?? 0
    }
  return 0
}

/** The same case by another solver, for small ones. @returns its total, NaN when it finds none */
export function totalByYalps(given: AssignmentCase): number {
  const barred = new Set(given.conflicts.map(([application, assessor]) => `${application} ${assessor}`))
  const constraints: Record<string, { equal?: number; min?: number; max?: number }> = {}
  for (const id of given.applications) constraints[id] = { equal: given.needs }
  for (const { id, min, max } of given.assessors) constraints[id] = { min, max }
  const variables: Record<string, Record<string, number>> = {}
  given.applications.forEach((application, at) => {
    given.assessors.forEach(({ id }, by) => {
      if (barred.has(`${application} ${id}`)) return
      const name = `${application} ${id}`
      variables[name] = { match: given.match[at]?.[by] ?? 0, [application]: 1, [id]: 1, [name]: 1 }
      constraints[name] = { max: 1 }
    })
  })
  const model: Model = { direction: 'maximize', objective: 'match', constraints, variables }
  const { status, result } = solve(model)
  return status === 'optimal' ? result : Number.NaN
}
