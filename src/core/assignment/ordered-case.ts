import type { AssignmentCase } from './case.ts'

/** The case with all in the order of ids: what rests on order comes out the same whatever order it was given in. */
export function orderedCase(given: AssignmentCase): AssignmentCase {
  const rows = placesInOrder(given.applications)
  const people = placesInOrder(given.assessors.map(({ id }) => id))
  return {
    ...given,
    applications: rows.map((row) => given.applications[row] ?? ''),
    assessors: people.flatMap((place) => given.assessors[place] ?? []),
    match: rows.map((row) => people.map((place) => given.match[row]?.[place] ?? 0)),
  }
}

const placesInOrder = (ids: readonly string[]): readonly number[] =>
  [...ids.keys()].sort((one, other) => ((ids[one] ?? '') < (ids[other] ?? '') ? -1 : 1))
