import { isObject } from '../canonical/index.ts'
import { type AssessmentExport, type Verification, verifyExport } from '../replay/index.ts'
import type { Solve } from '../solver/linear-program.ts'
import type { Calculation } from './calculation.ts'

/**
 * Replays the export of an assessment.
 *
 * @param input what was downloaded, as it is
 * @returns `{ ok, events, firstBroken: null | { sequence, text }, withheld: { values, events, paths, committedBy }, tolerance,
 *   checks: [{ part, same, text, sequence }] }`; `sequence` is
 *   null for what no event vouches for
 */
export function calculateVerification(input: unknown, solve: Solve, sha256: (text: string) => string): Calculation {
  if (!isObject(input) || !('document' in input))
    return { ok: false, problems: [{ at: '/document', text: 'must be “assessment-export”' }] }
  if (input.document !== 'assessment-export' || input.format !== 1) {
    const at = input.document === 'assessment-export' ? '/format' : '/document'
    return { ok: false, problems: [{ at, text: 'must be “assessment-export” of format 1' }] }
  }
  const verification: Verification = verifyExport(input as unknown as AssessmentExport, { solve, sha256 })
  return { ok: true, output: { ...verification } as never }
}
