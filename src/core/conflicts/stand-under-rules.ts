import type { AssessmentRules } from '../rules/assessment-rules.ts'
import type { FoundConflict, StandingConflict, StandingKind } from './conflict.ts'

/** A soft conflict that was let stand. */
export type Release = { readonly applicationId: string; readonly personId: string; readonly kind: string }
/** What somebody said last of an application. */
export type Declared = { readonly applicationId: string; readonly personId: string }

/**
 * What the sealed rules make of conflicts: those that they leave out do not count, soft ones can be released, and what
 * somebody declared of themselves is hard.
 */
export function standUnderRules(
  found: readonly FoundConflict[],
  treatments: AssessmentRules['conflicts'],
  { releases, declared }: { readonly releases: readonly Release[]; readonly declared: readonly Declared[] },
): readonly StandingConflict[] {
  const key = (one: Release) => `${one.applicationId}\n${one.personId}\n${one.kind}`
  const released = new Set(releases.map(key))
  const derived = found.flatMap((one): readonly StandingConflict[] => {
    const treatment = treatments[one.kind]
    return treatment === 'off' ? [] : [{ ...one, treatment, released: treatment === 'soft' && released.has(key(one)) }]
  })
  const said = declared.map(({ applicationId, personId }): StandingConflict => {
    const kind: StandingKind = 'declared'
    const rests = { theirs: personId, its: applicationId, source: null }
    return { applicationId, personId, kind, ...rests, treatment: 'hard', released: false }
  })
  return [...derived, ...said]
}
