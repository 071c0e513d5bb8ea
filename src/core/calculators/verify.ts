import { isObject } from '../canonical/index.ts'
import type { DecisionRecord, PublishedRecord } from '../decisions/index.ts'
import {
  type AssessmentExport,
  type AuditTrail,
  type RecordVerification,
  type TrailVerification,
  type Verification,
  verifyExport,
  verifyRecord,
  verifyTrail,
} from '../replay/index.ts'
import type { Solve } from '../solver/linear-program.ts'
import type { Calculation } from './calculation.ts'

type Tools = Parameters<typeof verifyExport>[1]

/** What can be verified, by what it says that it is. Its head is looked at; the rest may have been altered in any way. */
const verifiers = {
  'assessment-export': (input: unknown, tools: Tools) => verifyExport(input as AssessmentExport, tools),
  'decision-record': (input: unknown, tools: Tools) => verifyRecord(input as DecisionRecord | PublishedRecord, tools),
  'audit-trail': (input: unknown, { sha256 }: Tools) => verifyTrail(input as AuditTrail, sha256),
} as const

/** The formats of each: a decision record is published in the second. */
const formats = {
  'assessment-export': [1],
  'decision-record': [1, 2],
  'audit-trail': [1],
} as const satisfies Readonly<Record<keyof typeof verifiers, readonly number[]>>

const documents = Object.keys(verifiers)

const isKnown = (document: unknown): document is keyof typeof verifiers =>
  typeof document === 'string' && Object.hasOwn(verifiers, document)

/**
 * Replays the export of an assessment or the record of a decision, or looks at the trail of a round.
 *
 * @param input what was downloaded, as it is
 * @returns `{ ok, events, firstBroken: null | { sequence, text }, withheld: { values, events, paths, committedBy }, tolerance,
 *   checks: [{ part, same, text, sequence }] }`; `sequence` is
 *   null for what no event vouches for. Of a trail `{ ok, events, firstBroken, others, lastHash }`
 */
export function calculateVerification(input: unknown, solve: Solve, sha256: (text: string) => string): Calculation {
  const document = isObject(input) ? input.document : undefined
  if (!isObject(input) || !isKnown(document))
    return { ok: false, problems: [{ at: '/document', text: `must be one of: ${documents.join(', ')}` }] }
  const known = formats[document]
  if (!known.some((format) => format === input.format))
    return { ok: false, problems: [{ at: '/format', text: `must be ${known.join(' or ')}` }] }
  const verification: RecordVerification | Verification | TrailVerification = verifiers[document](input, {
    solve,
    sha256,
  })
  return { ok: true, output: { ...verification } as never }
}
