import { type AssignmentCase, assign } from '../assignment/index.ts'
import { count, list, object, oneOf, optional, pointer, type ShapeProblem, text } from '../canonical/index.ts'
import type { Solve } from '../solver/linear-program.ts'
import type { Calculation } from './calculation.ts'
import { repeatedIds, tuple, wholeNumber, within } from './shapes.ts'

type Input = Pick<AssignmentCase, 'needs' | 'applications' | 'match'> & {
  readonly assessors: readonly { readonly id: string; readonly min?: number; readonly max: number }[]
} & Partial<Pick<AssignmentCase, 'conflicts' | 'objective' | 'seed'>>

const share = within(0, 1, 'must be from 0 to 1')

const shape = object<Input>({
  needs: count(1),
  applications: list(text),
  assessors: list(object<Input['assessors'][number]>({ id: text, min: optional(count(0)), max: count(0) })),
  match: list(list(share)),
  conflicts: optional(list(tuple(text, text))),
  objective: optional(oneOf('total', 'fair')),
  seed: optional(wholeNumber),
})

/**
 * Assigns assessors to applications.
 *
 * @param input `{ needs, applications, assessors: [{ id, min?, max }], match, conflicts?, objective?, seed? }`
 * @returns `{ status: 'optimal', total, worst, pairs, proven }` or `{ status: 'impossible', because }`
 */
export function calculateAssignment(input: unknown, solve: Solve): Calculation {
  const problems = shape(input, '')
  if (problems.length > 0) return { ok: false, problems }
  const { conflicts = [], objective = 'total', seed = 1, ...rest } = input as Input
  const assessors = rest.assessors.map(({ id, min = 0, max }) => ({ id, min, max }))
  const given: AssignmentCase = { ...rest, assessors, conflicts, objective, seed }
  const wrong = [...idProblems(given), ...matchProblems(given), ...loadProblems(given), ...conflictProblems(given)]
  if (wrong.length > 0) return { ok: false, problems: wrong }
  return { ok: true, output: { ...assign(given, solve) } }
}

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
