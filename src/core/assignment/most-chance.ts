import type { AssignmentCase } from './case.ts'
import { whole } from './draw-whole.ts'
import { keepsApart } from './keeps-apart.ts'

/**
 * How likely a pair may be, in per cent, by its ids. What stays does, and what is in force was drawn before: it may stay, so
 * that as little as possible changes.
 */
export function mostChanceOf({
  mostChancePercent = whole,
  fixed = [],
  before,
}: Pick<AssignmentCase, 'mostChancePercent' | 'fixed' | 'before'>): (application: string, assessor: string) => number {
  const was = keepsApart([...fixed, ...(before?.pairs ?? [])])
  return (application, assessor) => (was(application, assessor) ? whole : mostChancePercent)
}
