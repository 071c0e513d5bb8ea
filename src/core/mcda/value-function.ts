import { done, type Result, refused } from '../result.ts'

/** What a performance is worth, from 0 to 1: straight between these points. */
export type ValueFunction = readonly { readonly at: number; readonly value: number }[]

export type ValueFunctionProblem =
  | { readonly code: 'too-few-points' }
  | { readonly code: 'not-a-number' | 'not-ascending' | 'value-out-of-range' | 'turns-round'; readonly index: number }

/**
 * Looks at the points of a value function: at least two, ascending, worth 0 to 1, and only ever better or only ever worse.
 * Points are anchors that people agreed on before any option was scored.
 */
export function checkValueFunction(points: ValueFunction): Result<ValueFunction, ValueFunctionProblem> {
  if (points.length < 2) return refused<ValueFunctionProblem>({ code: 'too-few-points' })
  const rising = (points.at(-1)?.value ?? 0) >= (points[0]?.value ?? 0)
  const problems = points.flatMap(({ at, value }, index): readonly ValueFunctionProblem[] => {
    const before = points[index - 1]
    if (!Number.isFinite(at) || !Number.isFinite(value)) return [{ code: 'not-a-number', index }]
    if (value < 0 || value > 1) return [{ code: 'value-out-of-range', index }]
    if (before !== undefined && at <= before.at) return [{ code: 'not-ascending', index }]
    const turns = before !== undefined && (rising ? value < before.value : value > before.value)
    return turns ? [{ code: 'turns-round', index }] : []
  })
  return problems.length > 0 ? refused(...problems) : done(points)
}

/**
 * What a performance is worth. Beyond the last anchor it is worth no more, and before the first no less.
 *
 * @param points as {@link checkValueFunction} found them good
 * @throws {RangeError} for what is not a number
 * @example valueAt([{ at: 0, value: 1 }, { at: 10, value: 0 }], 4) // => 0.6
 */
export function valueAt(points: ValueFunction, performance: number): number {
  if (Number.isNaN(performance)) throw new RangeError('a performance must be a number')
  const next = points.findIndex(({ at }) => at >= performance)
  const above = points[next]
  const below = points[next - 1]
  if (above === undefined) return points.at(-1)?.value ?? Number.NaN
  if (below === undefined) return above.value
  return below.value + ((performance - below.at) / (above.at - below.at)) * (above.value - below.value)
}
