import { isObject } from '../canonical/index.ts'
import type { DecisionRecord } from '../decisions/index.ts'
import {
  type AssessmentExport,
  type RecordVerification,
  type Verification,
  verifyExport,
  verifyRecord,
} from '../replay/index.ts'
import type { Solve } from '../solver/linear-program.ts'
import type { Calculation } from './calculation.ts'

/**
 * Replays the export of an assessment, or the record of a decision.
 *
 * @param input what was downloaded, as it is
 * @returns `{ ok, events, firstBroken: null | { sequence, text }, withheld: { values, events, paths, committedBy }, tolerance,
 *   checks: [{ part, same, text, sequence }] }`; `sequence` is
 *   null for what no event vouches for
 */
export function calculateVerification(input: unknown, solve: Solve, sha256: (text: string) => string): Calculation {
  const document = isObject(input) ? input.document : undefined
  if (document !== 'assessment-export' && document !== 'decision-record')
    return { ok: false, problems: [{ at: '/document', text: 'must be “assessment-export” or “decision-record”' }] }
  if (!isObject(input) || input.format !== 1) return { ok: false, problems: [{ at: '/format', text: 'must be 1' }] }
  const tools = { solve, sha256 }
  const verification: RecordVerification | Verification =
    document === 'decision-record'
      ? verifyRecord(input as unknown as DecisionRecord, tools)
      : verifyExport(input as unknown as AssessmentExport, tools)
  return { ok: true, output: { ...verification } as never }
}
