import { list, number, object, optional, pointer, type ShapeProblem, text } from '../canonical/index.ts'
import { type SimulationCase, simulate, type UncertainLine } from '../uncertainty/index.ts'
import type { Calculation } from './calculation.ts'
import { distributionShape } from './distribution-shape.ts'
import { type GivenSchedule, scheduleOf, scheduleShape } from './schedule-shape.ts'
import { repeatedIds, sampleCount, tuple, wholeNumber, within } from './shapes.ts'

type Input = Pick<SimulationCase, 'lines'> & {
  readonly seed?: number
  readonly samples?: number
  readonly schedule?: GivenSchedule
  readonly correlations?: SimulationCase['correlations']
}

/** A power of two, at which the numbers are the most evenly spread. */
const usualSamples = 65_536

const shape = object<Input>({
  seed: optional(wholeNumber),
  samples: optional(sampleCount),
  schedule: optional(scheduleShape),
  lines: list(object<UncertainLine>({ id: text, distribution: distributionShape, years: list(number, 1) }), 1),
  correlations: optional(list(tuple(text, text, within(-1, 1, 'must be from -1 to 1')))),
})

/**
 * What uncertain lines come to together.
 *
 * @param input `{ seed?, samples?, schedule?, lines: [{ id, distribution, years }], correlations? }`; Green Book 2026 rates unless told
 * @returns `{ mean, sd, percentiles, tornado }`
 */
export function calculateSimulation(input: unknown): Calculation {
  const problems = shape(input, '')
  if (problems.length > 0) return { ok: false, problems }
  const { lines, seed = 1, samples = usualSamples, schedule = 'green-book-2026', correlations = [] } = input as Input
  const wrong = [...idProblems(lines), ...pairProblems(lines, correlations)]
  if (wrong.length > 0) return { ok: false, problems: wrong }
  const found = simulate({ lines, correlations, schedule: scheduleOf(schedule), samples, seed })
  if (found === undefined)
    return { ok: false, problems: [{ at: '/correlations', text: 'cannot all be: no lines can go together like this' }] }
  return { ok: true, output: { ...found, percentiles: { ...found.percentiles } } }
}

const idProblems = (lines: readonly UncertainLine[]): readonly ShapeProblem[] =>
  repeatedIds(
    lines.map(({ id }) => id),
    (place) => `${pointer('/lines', place)}/id`,
  )

function pairProblems(
  lines: readonly UncertainLine[],
  correlations: SimulationCase['correlations'],
): readonly ShapeProblem[] {
  const known = new Set(lines.map(({ id }) => id))
  const seen = new Set<string>()
  return correlations.flatMap(([one, other], place) => {
    const at = pointer('/correlations', place)
    const unknown = [one, other].flatMap((id, side) =>
      known.has(id) ? [] : [{ at: `${at}/${side}`, text: `there is no line “${id}”` }],
    )
    const pair = [one, other].sort().join('\0')
    const again = one === other || seen.has(pair) ? [{ at, text: 'must be two lines, and each two once' }] : []
    seen.add(pair)
    return [...unknown, ...again]
  })
}
