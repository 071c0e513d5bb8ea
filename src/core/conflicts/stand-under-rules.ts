import type { AssessmentRules } from '../rules/assessment-rules.ts'
import type { FoundConflict, StandingConflict, StandingKind } from './conflict.ts'

/** A soft conflict that was let stand. */
export type Release = { readonly applicationId: string; readonly personId: string; readonly kind: string }
/** What somebody said last of an application. */
export type Declared = { readonly applicationId: string; readonly personId: string }

/** What people have said and decided of conflicts. `handedBack`: by whom, where it was not given to them again. */
export type Said = {
  readonly releases: readonly Release[]
  readonly declared: readonly Declared[]
  readonly handedBack?: readonly Declared[]
}

/**
 * What the sealed rules make of conflicts: those that they leave out do not count, soft ones can be released, and what
 * somebody declared of themselves is hard. What somebody handed back is theirs again only when that is released.
 */
export function standUnderRules(
  found: readonly FoundConflict[],
  treatments: AssessmentRules['conflicts'],
  { releases, declared, handedBack = [] }: Said,
): readonly StandingConflict[] {
  const key = (one: Release) => `${one.applicationId}\n${one.personId}\n${one.kind}`
  const released = new Set(releases.map(key))
  const derived = found.flatMap((one): readonly StandingConflict[] => {
    const treatment = treatments[one.kind]
    return treatment === 'off' ? [] : [{ ...one, treatment, released: treatment === 'soft' && released.has(key(one)) }]
  })
  const said = (those: readonly Declared[], kind: StandingKind, treatment: 'hard' | 'soft') =>
    those.map(({ applicationId, personId }): StandingConflict => {
      const isReleased = treatment === 'soft' && released.has(key({ applicationId, personId, kind }))
      const rests = { theirs: personId, its: applicationId, source: null }
      return { applicationId, personId, kind, ...rests, treatment, released: isReleased }
    })
  return [...derived, ...said(declared, 'declared', 'hard'), ...said(handedBack, 'handed-back', 'soft')]
}
