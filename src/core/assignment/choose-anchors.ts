import { tieBreaks } from '../random/tie-break.ts'
import type { AssignmentCase } from './case.ts'
import { keepsApart } from './keeps-apart.ts'

/**
 * Applications for everybody to read: those first that were prepared for it, then those that the fewest have a conflict
 * with, and among equals by the seed.
 */
export function chooseAnchors(
  {
    applications,
    assessors,
    conflicts,
    seed,
  }: Pick<AssignmentCase, 'applications' | 'assessors' | 'conflicts' | 'seed'>,
  { count, prepared = [] }: { readonly count: number; readonly prepared?: readonly string[] },
): readonly string[] {
  const apart = keepsApart(conflicts)
  const preferred = tieBreaks(seed)
  return applications
    .map((id) => ({
      id,
      first: prepared.includes(id) ? 0 : 1,
      held: assessors.filter((assessor) => apart(id, assessor.id)).length,
      hash: preferred(id, 'anchor'),
    }))
    .sort((one, other) => one.first - other.first || one.held - other.held || one.hash - other.hash)
    .slice(0, count)
    .map(({ id }) => id)
}
