/**
 * What somebody is in a review. `lead`: runs it. `writer`: writes its sheets. `facilitator`: leads the weighing of criteria and
 * is named for it. `scorer`: gives weights and scores of their own. `expert`: challenges it from outside. `reader`: reads.
 */
export const reviewRoles = ['lead', 'writer', 'facilitator', 'scorer', 'expert', 'reader'] as const
export type ReviewRole = (typeof reviewRoles)[number]

/** What has to be allowed to somebody. */
export type ReviewNeed = 'read' | 'write' | 'lead' | 'facilitate' | 'score' | 'challenge' | 'sign'

const allowed: Readonly<Record<ReviewNeed, readonly ReviewRole[]>> = {
  read: reviewRoles,
  write: ['lead', 'writer', 'facilitator'],
  lead: ['lead'],
  facilitate: ['facilitator'],
  score: ['scorer'],
  challenge: ['expert'],
  // Whoever challenges it from outside does not answer for it.
  sign: ['lead', 'writer', 'facilitator', 'scorer', 'reader'],
}

/** Whether somebody who is this in a review may do that there. @example mayIn(['reader'], 'write') // => false */
export const mayIn = (roles: readonly ReviewRole[], need: ReviewNeed): boolean =>
  roles.some((role) => allowed[need].includes(role))
