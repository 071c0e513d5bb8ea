import type { AssignmentCase, IdPair } from './case.ts'
import { keepsApart } from './keeps-apart.ts'

/** Everybody reads everything that they have no conflict with: for rounds so small that nobody need be chosen. */
export function everyonePairs({
  applications,
  assessors,
  conflicts,
}: Pick<AssignmentCase, 'applications' | 'assessors' | 'conflicts'>): readonly IdPair[] {
  const apart = keepsApart(conflicts)
  return applications.flatMap((application) =>
    assessors.filter(({ id }) => !apart(application, id)).map(({ id }): IdPair => [application, id]),
  )
}
