import type { FeedbackState } from './feedback-items.ts'
import type { Named } from './people-named.ts'

/** The feedback on one application, before it is released. */
export type ToRelease = {
  readonly reference: string
  /** Null while nobody has opened a draft. */
  readonly state: FeedbackState | null
  readonly named: readonly Named[]
}

/** Why the feedback of a round is not released. All of it is, at once, or none. */
export type ReleaseProblem =
  | { readonly code: 'released-already' | 'not-told' | 'nothing-to-release' }
  | { readonly code: 'not-approved'; readonly references: readonly string[] }
  | { readonly code: 'names-somebody'; readonly reference: string; readonly item: string; readonly found: string }

/**
 * Everything that keeps the feedback of a round from its applicants: outcomes are told first, every text is approved, and
 * none says who judged.
 */
export function releaseProblems(given: {
  readonly released: boolean
  readonly told: boolean
  readonly applications: readonly ToRelease[]
}): readonly ReleaseProblem[] {
  if (given.released) return [{ code: 'released-already' }]
  const { applications } = given
  const waiting = applications.filter(({ state }) => state !== 'approved').map(({ reference }) => reference)
  return [
    ...(given.told ? [] : [{ code: 'not-told' } as const]),
    ...(applications.length === 0 ? [{ code: 'nothing-to-release' } as const] : []),
    ...(waiting.length === 0 ? [] : [{ code: 'not-approved', references: waiting } as const]),
    ...applications.flatMap(({ reference, named }) =>
      named
        .filter(({ certain }) => certain)
        .map(({ item, found }) => ({ code: 'names-somebody', reference, item, found }) as const),
    ),
  ]
}
