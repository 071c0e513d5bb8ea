/**
 * How far an expert is: invited, and to accept terms; to accept terms that have changed; to write a profile; ready to be asked;
 * or not on the panel any more.
 */
export type ExpertStanding = 'invited' | 'terms-changed' | 'no-profile' | 'ready' | 'ended'

/** @param inForce the number of the terms in force; null where a fund has none yet, so that nobody can accept any */
export function expertStanding({
  ended,
  accepted,
  inForce,
  hasProfile,
}: {
  readonly ended: boolean
  /** The number of the terms accepted last. */
  readonly accepted: number | null
  readonly inForce: number | null
  readonly hasProfile: boolean
}): ExpertStanding {
  if (ended) return 'ended'
  if (accepted === null || inForce === null) return 'invited'
  if (accepted !== inForce) return 'terms-changed'
  return hasProfile ? 'ready' : 'no-profile'
}
