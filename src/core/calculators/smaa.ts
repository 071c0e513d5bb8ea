import { list, number, object, optional, pointer, type Shape, type ShapeProblem, text } from '../canonical/index.ts'
import { acceptability, type KnownWeights, type SmaaCase } from '../mcda/index.ts'
import type { Calculation } from './calculation.ts'
import { distributionShape } from './distribution-shape.ts'
import { repeatedIds, sampleCount, wholeNumber, within } from './shapes.ts'

type Input = Pick<SmaaCase, 'options' | 'criteria' | 'values'> & {
  readonly weights?: KnownWeights
  readonly samples?: number
  readonly seed?: number
}

const usualSamples = 100_000

const value: Shape = (given, at) => (typeof given === 'number' ? number(given, at) : distributionShape(given, at))

const order = object<Extract<KnownWeights, { order: unknown }>>({ order: list(text) })
const exact = object<Extract<KnownWeights, { exact: unknown }>>({
  exact: list(within(0, Number.MAX_VALUE, 'must not be below 0')),
})
const weights: Shape = (given, at) => {
  if (given === 'free') return []
  if (typeof given !== 'object' || given === null || !('order' in given || 'exact' in given))
    return [{ at, text: 'must be "free", { "order": […] } or { "exact": […] }' }]
  return 'order' in given ? order(given, at) : exact(given, at)
}

const shape = object<Input>({
  options: list(text, 1),
  criteria: list(text, 1),
  values: list(list(value)),
  weights: optional(weights),
  samples: optional(sampleCount),
  seed: optional(wholeNumber),
})

/**
 * Which options are best under which weights.
 *
 * @param input `{ options, criteria, values, weights?, samples?, seed? }`
 * @returns `{ rankAcceptability, centralWeights, confidence, pairwise }`
 */
export function calculateSmaa(input: unknown): Calculation {
  const problems = shape(input, '')
  if (problems.length > 0) return { ok: false, problems }
  const { weights: known = 'free', samples = usualSamples, seed = 1, ...rest } = input as Input
  const given: SmaaCase = { ...rest, weights: known, samples, seed }
  const wrong = [
    ...repeatedIds(given.options, (place) => pointer('/options', place)),
    ...repeatedIds(given.criteria, (place) => pointer('/criteria', place)),
    ...sizeProblems(given),
    ...weightProblems(given),
  ]
  if (wrong.length > 0) return { ok: false, problems: wrong }
  const { rankAcceptability, centralWeights, confidence, pairwise } = acceptability(given)
  return { ok: true, output: { rankAcceptability, centralWeights, confidence, pairwise } }
}

function sizeProblems({ options, criteria, values }: SmaaCase): readonly ShapeProblem[] {
  if (values.length !== options.length)
    return [{ at: '/values', text: `must have ${options.length} rows, one for each option` }]
  return values.flatMap((row, place) =>
    row.length === criteria.length
      ? []
      : [{ at: pointer('/values', place), text: `must have ${criteria.length} values, one for each criterion` }],
  )
}

function weightProblems({ criteria, weights: known }: SmaaCase): readonly ShapeProblem[] {
  if (known === 'free') return []
  if ('exact' in known)
    return known.exact.length === criteria.length && known.exact.some((weight) => weight > 0)
      ? []
      : [{ at: '/weights/exact', text: `must be ${criteria.length} weights, one for each criterion, not all 0` }]
  const names = new Set(known.order)
  return known.order.length === criteria.length && criteria.every((id) => names.has(id))
    ? []
    : [{ at: '/weights/order', text: 'must name every criterion once' }]
}
