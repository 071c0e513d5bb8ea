import { list, number, object, pointer, type ShapeProblem, text } from '../canonical/index.ts'
import { type McdaCase, weigh } from '../mcda/index.ts'
import type { Calculation } from './calculation.ts'
import { comesInPairs, type PairsInput, pairsProblems, pairsShape, weighedByPairs } from './mcda-pairs.ts'
import { repeatedIds, within } from './shapes.ts'

const swing = within(0, Number.MAX_VALUE, 'must be 0 or more')

const shape = object<McdaCase>({
  criteria: list(object<McdaCase['criteria'][number]>({ id: text, swing }), 1),
  options: list(text, 1),
  values: list(list(number)),
})

/**
 * Options weighed by swing weights, or by weights that come from comparing criteria in pairs.
 *
 * @param input `{ criteria: [{ id, swing }], options, values }`, or `{ criteria: [{ id }], options, values, pairs }`
 * @returns `{ weights, totals, ranking, dominated, switching }`, and `pairs: { consistencyRatio, warnings }` where they were given
 */
export const calculateMcda = (input: unknown): Calculation => (comesInPairs(input) ? byPairs(input) : bySwings(input))

function byPairs(input: unknown): Calculation {
  const problems = pairsShape(input, '')
  if (problems.length > 0) return { ok: false, problems }
  const compared = input as PairsInput
  const wrong = [...sizeProblems(compared), ...idProblems(compared), ...pairsProblems(compared)]
  if (wrong.length > 0) return { ok: false, problems: wrong }
  const { given, pairs } = weighedByPairs(compared)
  return { ok: true, output: { ...asJson(weigh(given)), pairs } }
}

function bySwings(input: unknown): Calculation {
  const problems = shape(input, '')
  if (problems.length > 0) return { ok: false, problems }
  const given = input as McdaCase
  const wrong = [...sizeProblems(given), ...idProblems(given), ...swingProblems(given)]
  if (wrong.length > 0) return { ok: false, problems: wrong }
  return { ok: true, output: asJson(weigh(given)) }
}

const asJson = ({ weights, totals, ranking, dominated, switching }: ReturnType<typeof weigh>) => ({
  weights: [...weights],
  totals: [...totals],
  ranking: ranking.map((group) => [...group]),
  dominated: [...dominated],
  switching: switching.map((interval) => ({ ...interval })),
})

/** What swings and pairs have alike. */
type Options = Pick<PairsInput, 'criteria' | 'options' | 'values'>

function sizeProblems({ criteria, options, values }: Options): readonly ShapeProblem[] {
  if (values.length !== options.length)
    return [{ at: '/values', text: `must have ${options.length} rows, one for each option` }]
  return values.flatMap((row, place) =>
    row.length === criteria.length
      ? []
      : [{ at: pointer('/values', place), text: `must have ${criteria.length} numbers, one for each criterion` }],
  )
}

function idProblems({ criteria, options }: Options): readonly ShapeProblem[] {
  return [
    ...repeatedIds(
      criteria.map(({ id }) => id),
      (place) => `${pointer('/criteria', place)}/id`,
    ),
    ...repeatedIds(options, (place) => pointer('/options', place)),
  ]
}

const swingProblems = ({ criteria }: McdaCase): readonly ShapeProblem[] =>
  criteria.some(({ swing: points }) => points > 0)
    ? []
    : [{ at: '/criteria', text: 'must have a swing above 0 somewhere' }]
