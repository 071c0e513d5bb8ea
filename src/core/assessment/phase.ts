/** How far the assessment of a round has come. */
export type AssessmentTimes = {
  readonly openedAt: Date | null
  readonly closedAt: Date | null
  /** When the shortlist was frozen. */
  readonly frozenAt: Date | null
}

/** `sifting`: nobody scores yet. `closed`: scores are in, and may be seen side by side. */
export const assessmentPhases = ['sifting', 'scoring', 'closed', 'shortlisted'] as const
export type AssessmentPhase = (typeof assessmentPhases)[number]

/**
 * The phase that these times make.
 *
 * @example assessmentPhase({ openedAt: null, closedAt: null, frozenAt: null }) // => 'sifting'
 */
export function assessmentPhase({ openedAt, closedAt, frozenAt }: AssessmentTimes): AssessmentPhase {
  if (frozenAt !== null) return 'shortlisted'
  if (closedAt !== null) return 'closed'
  return openedAt === null ? 'sifting' : 'scoring'
}

/** Whether anybody may see what others scored: in lists, counts, orders and exports alike. */
export const scoresAreOpen = (times: AssessmentTimes): boolean => times.closedAt !== null
