import type { AssignmentCase, IdPair } from './case.ts'
import { whoMayRead } from './leavers.ts'

/** Everybody reads everything that they may: for rounds so small that nobody need be chosen. */
export function everyonePairs(
  given: Pick<AssignmentCase, 'applications' | 'assessors' | 'conflicts' | 'fixed' | 'left'>,
): readonly IdPair[] {
  const mayRead = whoMayRead(given)
  return given.applications.flatMap((application) =>
    given.assessors.filter(({ id }) => mayRead(application, id)).map(({ id }): IdPair => [application, id]),
  )
}
