import { chiSquaredTail } from '../statistics/chi-squared.ts'
import { withinGroups } from '../statistics/within-groups.ts'

/** The totals of one application by who gave them. */
export type TotalsOf = { readonly id: string; readonly totals: ReadonlyMap<string, number> }

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * How far the totals of one application lie apart by chance: the pooled standard deviation within applications. Where
 * everybody scored everything, what makes one person stricter throughout is taken out first, since it moves no rank.
 *
 * @returns null where nothing says: one score each, or one application
 */
export function pooledSd(applications: readonly TotalsOf[]): number | null {
  const people = [...(applications[0]?.totals.keys() ?? [])]
  const crossed =
    applications.length > 1 &&
    people.length > 1 &&
    applications.every(({ totals }) => totals.size === people.length && people.every((id) => totals.has(id)))
  const all = applications.flatMap(({ totals }) => [...totals.values()])
  const leniency = new Map(
    people.map((id) => [id, crossed ? mean(applications.map(({ totals }) => totals.get(id) ?? 0)) - mean(all) : 0]),
  )
  const given = applications.map(({ totals }) => [...totals].map(([id, total]) => total - (leniency.get(id) ?? 0)))
  const within = withinGroups(given)
  const freedom = within.freedom - (crossed ? people.length - 1 : 0)
  return freedom > 0 ? Math.sqrt(within.squares / freedom) : null
}

/** The chance that a standard normal quantity is at most so much. @example normalBelow(0) // => 0.5 */
export function normalBelow(z: number): number {
  const tail = chiSquaredTail(z * z, 1) / 2
  return z >= 0 ? 1 - tail : tail
}

/**
 * How probably the true mean of an application lies above a line, by its standard error: what stands for the chance of
 * being among the best where no estimates were made. Without any spread the plain mean decides.
 */
export function probabilityAbove(value: number, line: number, sd: number, reviews: number): number {
  const error = sd / Math.sqrt(reviews)
  if (error === 0) return value > line ? 1 : value < line ? 0 : 0.5
  return normalBelow((value - line) / error)
}
