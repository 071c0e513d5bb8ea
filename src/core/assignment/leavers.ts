import type { AssignmentCase, IdPair } from './case.ts'
import { keepsApart } from './keeps-apart.ts'

/** Tells whether an assessor may read an application, by their ids. */
export type MayRead = (application: string, assessor: string) => boolean

/** Who may read what: nobody with a conflict, and of those who have left nobody but with what stays. */
export function whoMayRead({
  conflicts,
  left = [],
  fixed = [],
}: Pick<AssignmentCase, 'conflicts' | 'left' | 'fixed'>): MayRead {
  const [apart, stays, hasLeft] = [keepsApart(conflicts), keepsApart(fixed), new Set(left)]
  return (application, assessor) =>
    !apart(application, assessor) && (!hasLeft.has(assessor) || stays(application, assessor))
}

/** Of these applications, what stays of those who have left. */
export function staysOfLeavers(
  { left = [], fixed = [] }: Pick<AssignmentCase, 'left' | 'fixed'>,
  applications: readonly string[],
): readonly IdPair[] {
  const [hasLeft, those] = [new Set(left), new Set(applications)]
  return fixed.filter(([application, assessor]) => hasLeft.has(assessor) && those.has(application))
}

/** How many scores of these applications are to be given by those who are there: all but what stays of the others. */
export function scoresToGive(
  given: Pick<AssignmentCase, 'needs' | 'left' | 'fixed'>,
  applications: readonly string[],
): number {
  const stay = new Map<string, number>()
  for (const [application] of staysOfLeavers(given, applications))
    stay.set(application, (stay.get(application) ?? 0) + 1)
  return applications.reduce((sum, application) => sum + Math.max(0, given.needs - (stay.get(application) ?? 0)), 0)
}
