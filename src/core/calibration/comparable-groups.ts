import type { ScoreTable } from './scores.ts'

/**
 * Assessors who can be compared: those linked by applications that they scored in common, or through others. Between two
 * groups nothing tells lenient assessors from good applications.
 *
 * @returns ids, each group and the groups in the order of the table
 */
export function comparableGroups({ assessors, application, assessor }: ScoreTable): readonly (readonly string[])[] {
  const parent = assessors.map((_, place) => place)
  const root = (place: number): number => {
    let at = place
    while (parent[at] !== at) {
      const above = parent[at] ?? at
      parent[at] = parent[above] ?? above
      at = above
    }
    return at
  }
  const firstOf = new Map<number, number>()
  application.forEach((of, index) => {
    const by = assessor[index] ?? 0
    const first = firstOf.get(of)
    if (first === undefined) firstOf.set(of, by)
    else parent[root(by)] = root(first)
  })
  const groups = new Map<number, string[]>()
  assessors.forEach((id, place) => {
    const group = groups.get(root(place)) ?? []
    group.push(id)
    groups.set(root(place), group)
  })
  return [...groups.values()]
}
