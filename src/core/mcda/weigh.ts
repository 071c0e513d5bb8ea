import { rankingOf } from './ranking.ts'
import { weighted, weightLines } from './weight-lines.ts'

/** Options judged on criteria whose weights are swings: how much the best on each is worth over the worst. */
export type McdaCase = {
  /** At least one; the swings together above 0. */
  readonly criteria: readonly { readonly id: string; readonly swing: number }[]
  /** At least one. */
  readonly options: readonly string[]
  /** A row for each option, a column for each criterion, the more the better. */
  readonly values: readonly (readonly number[])[]
}

export type McdaResult = {
  /** Of each criterion, together 1. */
  readonly weights: readonly number[]
  /** Of each option. */
  readonly totals: readonly number[]
  /** The best first; options within 1e-9 of one another stand together. */
  readonly ranking: readonly (readonly string[])[]
  /** Options that another equals or beats on everything, and beats on something. */
  readonly dominated: readonly string[]
  /** For each criterion, the weights between which the leader still leads, the other weights kept in proportion. */
  readonly switching: readonly { readonly criterion: string; readonly from: number; readonly to: number }[]
}

/**
 * The weighted values of options, with swing weights.
 *
 * @see docs/sources.md#mcda
 */
export function weigh({ criteria, options, values }: McdaCase): McdaResult {
  const weights = weightsOf(criteria)
  const totals = values.map((row) => weighted(row, weights))
  const ranking = rankingOf(options, totals)
  const leader = options.indexOf(ranking[0]?.[0] ?? '')
  return {
    weights,
    totals,
    ranking,
    dominated: options.filter((_, at) => values.some((other) => dominates(other, values[at] ?? []))),
    switching: criteria.map(({ id }, at) => ({ criterion: id, ...leadsBetween(values, weights, leader, at) })),
  }
}

/** Swings as weights, together 1. */
export function weightsOf(criteria: McdaCase['criteria']): readonly number[] {
  const all = criteria.reduce((sum, { swing }) => sum + swing, 0)
  return criteria.map(({ swing }) => swing / all)
}

/** Whether the first is no worse than the other in anything, and better in something. */
export const dominates = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((value, at) => value >= (other[at] ?? 0)) && one.some((value, at) => value > (other[at] ?? 0))

/** The leader's lead over each other option is a line over the weight: it leads where none is below nothing. */
function leadsBetween(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  leader: number,
  criterion: number,
): { readonly from: number; readonly to: number } {
  const lines = weightLines(values, weights, criterion)
  const [lead0, lead1] = lines[leader] ?? [0, 0]
  let [from, to] = [0, 1]
  lines.forEach(([other0, other1], at) => {
    if (at === leader) return
    const [ahead0, ahead1] = [lead0 - other0, lead1 - other1]
    if (ahead0 < 0 && ahead1 > ahead0) from = Math.max(from, -ahead0 / (ahead1 - ahead0))
    if (ahead1 < 0 && ahead0 > ahead1) to = Math.min(to, ahead0 / (ahead0 - ahead1))
  })
  return { from, to }
}
