import { rankingOf } from '../ranking.ts'
import { type McdaCase, weigh, weightsOf } from '../weigh.ts'
import { weighted } from '../weight-lines.ts'
import { columnsOf, type Scaling, scaled } from './columns.ts'
import { promethee } from './promethee.ts'
import { topsis } from './topsis.ts'
import { vikor } from './vikor.ts'
import { weightedProduct } from './weighted-product.ts'

/** Other ways than the weighted sum of making one order out of values and weights. */
export const otherMethods = ['weighted-product', 'topsis-vector', 'topsis-range', 'vikor', 'promethee'] as const
export type OtherMethod = (typeof otherMethods)[number]

/** What one method comes to. */
export type MethodResult = {
  readonly method: OtherMethod
  /** Of each option, the more the better: of VIKOR 1 less its compromise. On a scale of its own. */
  readonly scores: readonly number[]
  /** The best first; those that are level together. */
  readonly ranking: readonly (readonly string[])[]
  /**
   * Why another option is first than by the weighted sum; null where none is. `scaling`: the weighted sum has it first too once
   * the criteria are scaled as this method scales them. `rule`: it is how the method adds up.
   */
  readonly cause: 'scaling' | 'rule' | null
}

const scoresBy: Readonly<Record<OtherMethod, (given: McdaCase) => readonly number[]>> = {
  'weighted-product': weightedProduct,
  'topsis-vector': (given) => topsis(given, 'vector'),
  'topsis-range': (given) => topsis(given, 'range'),
  vikor: (given) => vikor(given).map(({ compromise }) => 1 - compromise),
  promethee: (given) => promethee(given).map(({ net }) => net),
}

/** How a method scales the criteria before it looks at them; undefined where it takes values as they are. */
const scalingOf: Readonly<Record<OtherMethod, Scaling | undefined>> = {
  'weighted-product': undefined,
  'topsis-vector': 'vector',
  'topsis-range': 'range',
  vikor: 'range',
  promethee: undefined,
}

/**
 * What every other method makes of a case. No method is right where the others are wrong: they answer other questions.
 *
 * @param given with values from 0 on
 * @throws {RangeError} if a value is below nothing or not finite, or a weight below nothing
 */
export function compareMethods(given: McdaCase): readonly MethodResult[] {
  const leaders = weigh(given).ranking[0] ?? []
  return otherMethods.map((method) => {
    const scores = scoresBy[method](given)
    const ranking = rankingOf(given.options, scores)
    return { method, scores, ranking, cause: causeOf(given, method, leaders, ranking[0] ?? []) }
  })
}

function causeOf(
  given: McdaCase,
  method: OtherMethod,
  leaders: readonly string[],
  own: readonly string[],
): MethodResult['cause'] {
  if (sameOptions(leaders, own)) return null
  const scaling = scalingOf[method]
  return scaling !== undefined && sameOptions(leadersScaled(given, scaling), own) ? 'scaling' : 'rule'
}

/** Who leads by the weighted sum once the criteria are scaled. */
function leadersScaled({ criteria, options, values }: McdaCase, scaling: Scaling): readonly string[] {
  const weights = weightsOf(criteria)
  const columns = columnsOf(values, criteria.length).map((column) => scaled(column, scaling))
  const totals = values.map((_, option) =>
    weighted(
      columns.map((column) => column[option] ?? 0),
      weights,
    ),
  )
  return rankingOf(options, totals)[0] ?? []
}

const sameOptions = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id))
