import { type Calibration, type CalibrationCase, calibrate, type Score } from '../calibration/index.ts'
import {
  count,
  type Json,
  list,
  number,
  object,
  optional,
  pointer,
  type Shape,
  type ShapeProblem,
  text,
} from '../canonical/index.ts'
import type { Calculation } from './calculation.ts'
import { tuple, wholeNumber } from './shapes.ts'

type Input = Pick<CalibrationCase, 'scores' | 'scale' | 'places'> & Partial<Pick<CalibrationCase, 'seed' | 'draws'>>

const mostDraws = 100_000

const drawCount: Shape = (value, at) =>
  Number.isSafeInteger(value) && Number(value) >= 100 && Number(value) <= mostDraws
    ? []
    : [{ at, text: 'must be a whole number from 100 to 100,000' }]

const shape = object<Input>({
  scores: list(tuple(text, text, number), 1),
  scale: tuple(number, number),
  places: count(1),
  seed: optional(wholeNumber),
  draws: optional(drawCount),
})

/**
 * Allows for lenient and severe assessors.
 *
 * @param input `{ scores: [[application, assessor, score]], scale: [least, most], places, seed?, draws? }`
 * @returns `{ applications, assessors, connected, groups, rHat, draws }`
 */
export function calculateCalibration(input: unknown): Calculation {
  const problems = shape(input, '')
  if (problems.length > 0) return { ok: false, problems }
  const { scores, scale, places, seed = 1, draws = 4_000 } = input as Input
  const wrong = [...scaleProblems(scale), ...scoreProblems(scores, scale)]
  if (wrong.length > 0) return { ok: false, problems: wrong }
  return { ok: true, output: inJson(calibrate({ scores, scale, places, seed, draws })) }
}

const inJson = (calibration: Calibration): Json => calibration as unknown as Json

const scaleProblems = ([least, most]: Input['scale']): readonly ShapeProblem[] =>
  least < most ? [] : [{ at: '/scale', text: 'must go from the least to the most that can be given' }]

function scoreProblems(scores: readonly Score[], [least, most]: Input['scale']): readonly ShapeProblem[] {
  const seen = new Set<string>()
  return scores.flatMap(([application, assessor, score], index) => {
    const at = pointer('/scores', index)
    const pair = JSON.stringify([application, assessor])
    const twice = seen.has(pair)
    seen.add(pair)
    return [
      ...(score < least || score > most
        ? [{ at: `${at}/2`, text: `must be on the scale, from ${least} to ${most}` }]
        : []),
      ...(twice ? [{ at, text: `is a second score of ${application} by ${assessor}` }] : []),
    ]
  })
}
