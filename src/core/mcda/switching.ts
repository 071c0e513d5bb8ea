import { type McdaCase, type McdaResult, weigh } from './weigh.ts'
import { totalAt, weightLines } from './weight-lines.ts'

/** A weight at which another option takes the lead, the other weights kept in proportion. */
export type WeightSwitch = {
  readonly criterion: string
  readonly now: number
  readonly at: number
  readonly when: 'below' | 'above'
  /** Those who lead beyond it. */
  readonly leaders: readonly string[]
}

/** How far a value must go, all else unchanged, until the lead changes hands. */
export type ValueSwitch = {
  readonly criterion: string
  /** Whose value it is: the leader's, which falls, or another's, which rises. */
  readonly option: string
  readonly now: number
  /** Null where no value between the worst and the best is enough. */
  readonly at: number | null
}

const alike = 1e-9

/** Every weight at which the lead changes hands, exactly. */
export function weightSwitches(given: McdaCase, { weights, switching }: McdaResult): readonly WeightSwitch[] {
  return switching.flatMap(({ criterion, from, to }, column) => {
    const lines = weightLines(given.values, weights, column)
    const now = weights[column] ?? 0
    const beyond = (at: number, when: WeightSwitch['when']): readonly WeightSwitch[] => {
      const tops = lines.map((line) => totalAt(line, at))
      const level = given.options.flatMap((option, row) =>
        (tops[row] ?? 0) >= Math.max(...tops) - alike ? [{ option, rise: riseOf(lines[row], when) }] : [],
      )
      const steepest = Math.max(...level.map(({ rise }) => rise))
      const leaders = level.filter(({ rise }) => rise >= steepest - alike).map(({ option }) => option)
      return [{ criterion, now, at, when, leaders }]
    }
    return [...(from > 0 ? beyond(from, 'below') : []), ...(to < 1 ? beyond(to, 'above') : [])]
  })
}

const riseOf = (line: readonly [number, number] | undefined, when: WeightSwitch['when']): number =>
  ((line?.[1] ?? 0) - (line?.[0] ?? 0)) * (when === 'above' ? 1 : -1)

/**
 * To what the value of the leader may fall on each criterion, and to what that of each other option must rise, before both
 * are level.
 *
 * @param worst the least that a value can be
 * @param best the most
 */
export function valueSwitches(given: McdaCase, worst = 0, best = 1): readonly ValueSwitch[] {
  const { weights, totals, ranking } = weigh(given)
  const leader = given.options.indexOf(ranking[0]?.[0] ?? '')
  const lead = totals[leader] ?? 0
  const second = Math.max(...totals.filter((_, row) => row !== leader))
  const switchOf = (row: number, column: number, by: number): ValueSwitch => {
    const now = given.values[row]?.[column] ?? 0
    const weight = weights[column] ?? 0
    const at = now + by / weight
    const reached = weight > 0 && at >= worst - alike && at <= best + alike
    return {
      criterion: given.criteria[column]?.id ?? '',
      option: given.options[row] ?? '',
      now,
      at: reached ? at : null,
    }
  }
  return given.options.flatMap((_, row) =>
    given.criteria.map((_each, column) =>
      switchOf(row, column, row === leader ? second - lead : lead - (totals[row] ?? 0)),
    ),
  )
}
