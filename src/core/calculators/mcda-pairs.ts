import { list, number, object, pointer, type ShapeProblem, text } from '../canonical/index.ts'
import { type McdaCase, mostInconsistent, mostInPairs, type PairWeights, pairWeights } from '../mcda/index.ts'
import { within } from './shapes.ts'

/** A case whose criteria were compared in pairs: how many times as much that of a row matters as that of a column. */
export type PairsInput = Pick<McdaCase, 'options' | 'values'> & {
  readonly criteria: readonly { readonly id: string }[]
  readonly pairs: readonly (readonly number[])[]
}

const times = within(0.1, 10, 'must be from 0.1 to 10: how many times as much it matters')

export const pairsShape = object<PairsInput>({
  criteria: list(object<PairsInput['criteria'][number]>({ id: text }), 1),
  options: list(text, 1),
  values: list(list(number)),
  pairs: list(list(times)),
})

/** Whether weights are to come from pairs. */
export const comesInPairs = (input: unknown): boolean => typeof input === 'object' && input !== null && 'pairs' in input

/** A comparison and the same the other way round are together 1, but for how many decimals were typed. */
const rounding = 0.05

/** What does not fit in comparisons: their number, what stands on the diagonal, and what contradicts itself. */
export function pairsProblems({ criteria, pairs }: PairsInput): readonly ShapeProblem[] {
  const count = criteria.length
  if (count > mostInPairs) return [{ at: '/criteria', text: `must be at most ${mostInPairs} to be compared in pairs` }]
  if (pairs.length !== count || pairs.some((row) => row.length !== count))
    return [{ at: '/pairs', text: `must have ${count} rows of ${count} numbers, one for each criterion` }]
  return pairs.flatMap((row, at) =>
    row.flatMap((each, beside) => {
      const place = `${pointer('/pairs', at)}/${beside}`
      if (at === beside)
        return each === 1 ? [] : [{ at: place, text: 'must be 1: a criterion matters as much as itself' }]
      const fits = at < beside || Math.abs(each * (pairs[beside]?.[at] ?? 0) - 1) <= rounding
      return fits ? [] : [{ at: place, text: 'must be 1 over what stands the other way round' }]
    }),
  )
}

/** The case with weights in place of pairs, and what is to be said of them. */
export function weighedByPairs({ criteria, options, values, pairs }: PairsInput) {
  const found = pairWeights(pairs)
  const given: McdaCase = {
    criteria: criteria.map(({ id }, at) => ({ id, swing: found.weights[at] ?? 0 })),
    options,
    values,
  }
  return { given, pairs: { consistencyRatio: found.consistencyRatio, warnings: warningsOf(found) } }
}

const warningsOf = ({ consistencyRatio }: PairWeights): string[] => [
  'Comparing in pairs is outside the guidance of the Green Book, which has swing weights (2026, paragraphs 5.14 and 5.15).',
  ...(consistencyRatio > mostInconsistent
    ? [
        `The comparisons contradict one another: their consistency ratio is ${consistencyRatio.toFixed(2)}. Above 0.10 look at them again.`,
      ]
    : []),
]
