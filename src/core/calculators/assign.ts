import { type Assignment, type AssignmentCase, assign } from '../assignment/index.ts'
import {
  count,
  type Json,
  list,
  object,
  oneOf,
  optional,
  pointer,
  type Shape,
  type ShapeProblem,
  text,
} from '../canonical/index.ts'
import type { Solve } from '../solver/linear-program.ts'
import type { Calculation } from './calculation.ts'
import { repeatedIds, tuple, wholeNumber, within } from './shapes.ts'

type Input = Pick<AssignmentCase, 'needs' | 'applications' | 'match'> & {
  readonly assessors: readonly { readonly id: string; readonly min?: number; readonly max: number }[]
  /** No pair is likelier than this; not there: nothing is drawn. */
  readonly mostChance?: number
} & Partial<Pick<AssignmentCase, 'conflicts' | 'objective' | 'seed'>>

const share = within(0, 1, 'must be from 0 to 1')

const percentOf = (part: number): number => Math.round(part * 100)

const hundredths: Shape = (value, at) =>
  typeof value === 'number' && value > 0 && value <= 1 && percentOf(value) / 100 === value
    ? []
    : [{ at, text: 'must be in hundredths, above 0 and at most 1' }]

const shape = object<Input>({
  needs: count(1),
  applications: list(text),
  assessors: list(object<Input['assessors'][number]>({ id: text, min: optional(count(0)), max: count(0) })),
  match: list(list(share)),
  conflicts: optional(list(tuple(text, text))),
  objective: optional(oneOf('total', 'fair')),
  seed: optional(wholeNumber),
  mostChance: optional(hundredths),
})

/**
 * Assigns assessors to applications.
 *
 * @param input `{ needs, applications, assessors: [{ id, min?, max }], match, conflicts?, objective?, seed?, mostChance? }`
 * @returns `{ status: 'optimal', total, worst, pairs, proven }`, with `chances` and `expected` where there is a `mostChance`, or
 *   `{ status: 'impossible', because }`
 */
export function calculateAssignment(input: unknown, solve: Solve): Calculation {
  const problems = shape(input, '')
  if (problems.length > 0) return { ok: false, problems }
  const { conflicts = [], objective = 'total', seed = 1, mostChance, ...rest } = input as Input
  const assessors = rest.assessors.map(({ id, min = 0, max }) => ({ id, min, max }))
  const cap = mostChance === undefined ? {} : { mostChancePercent: percentOf(mostChance) }
  const given: AssignmentCase = { ...rest, assessors, conflicts, objective, seed, ...cap }
  const wrong = [
    ...idProblems(given),
    ...matchProblems(given),
    ...loadProblems(given),
    ...conflictProblems(given),
    ...capProblems(given),
  ]
  return wrong.length > 0 ? { ok: false, problems: wrong } : { ok: true, output: outputOf(assign(given, solve)) }
}

/** Chances as parts of one. */
function outputOf(found: Assignment): Json {
  if (found.status === 'impossible' || found.drawn === undefined) return { ...found }
  const { drawn, ...rest } = found
  const chances = drawn.chances.map(([application, assessor, percent]) => [application, assessor, percent / 100])
  return { ...rest, expected: drawn.expected, chances }
}

const capProblems = ({ objective, mostChancePercent }: AssignmentCase): readonly ShapeProblem[] =>
  objective === 'fair' && mostChancePercent !== undefined
    ? [{ at: '/mostChance', text: 'goes with the objective “total” alone' }]
    : []

const idProblems = ({ applications, assessors }: AssignmentCase): readonly ShapeProblem[] => [
  ...repeatedIds(applications, (place) => pointer('/applications', place)),
  ...repeatedIds(
    assessors.map(({ id }) => id),
    (place) => `${pointer('/assessors', place)}/id`,
  ),
]

function matchProblems({ applications, assessors, match }: AssignmentCase): readonly ShapeProblem[] {
  if (match.length !== applications.length)
    return [{ at: '/match', text: `must have ${applications.length} rows, one for each application` }]
  return match.flatMap((row, place) =>
    row.length === assessors.length
      ? []
      : [{ at: pointer('/match', place), text: `must have ${assessors.length} numbers, one for each assessor` }],
  )
}

const loadProblems = ({ assessors }: AssignmentCase): readonly ShapeProblem[] =>
  assessors.flatMap(({ min, max }, place) =>
    min <= max ? [] : [{ at: `${pointer('/assessors', place)}/min`, text: 'must not be more than max' }],
  )

const conflictProblems = ({ conflicts, applications, assessors }: AssignmentCase): readonly ShapeProblem[] =>
  conflicts.flatMap(([application, assessor], place) => [
    ...(applications.includes(application)
      ? []
      : [{ at: `${pointer('/conflicts', place)}/0`, text: `there is no application “${application}”` }]),
    ...(assessors.some(({ id }) => id === assessor)
      ? []
      : [{ at: `${pointer('/conflicts', place)}/1`, text: `there is no assessor “${assessor}”` }]),
  ])
