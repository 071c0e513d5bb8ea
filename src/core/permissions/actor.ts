/** The roles that are given to people, fund by fund; `administrator` is of the whole service. */
export const roles = [
  'administrator',
  'programme-team',
  'funder',
  'assessor',
  'panel-member',
  'decision-maker',
  'auditor',
] as const

export type Role = (typeof roles)[number]

/** A role as held: over one fund, or (`fundId` null) over the service. A funder's representative speaks for one funder. */
export type HeldRole = {
  readonly role: Role
  readonly fundId: string | null
  readonly organisationId: string | null
}

/** Whom a person works for. Only a confirmed membership counts for anything. */
export type Membership = {
  readonly organisationId: string
  readonly state: 'requested' | 'confirmed'
}

/** Somebody who has not signed in. */
export type Visitor = { readonly kind: 'visitor' }

/**
 * Somebody signed in. `secondStep` says how the authenticator stands for people who hold a role: until it is `passed`
 * their roles count for nothing.
 */
export type SignedIn = {
  readonly kind: 'person'
  readonly personId: string
  readonly sessionId: string
  readonly email: string
  readonly name: string
  readonly heldRoles: readonly HeldRole[]
  readonly memberships: readonly Membership[]
  readonly secondStep: 'not-needed' | 'to-set-up' | 'due' | 'passed'
}

/** Whoever asks. */
export type Actor = Visitor | SignedIn

export const visitor: Visitor = { kind: 'visitor' }

/** The organisations for which this person may act. */
export function organisationsOf(actor: Actor): readonly string[] {
  if (actor.kind === 'visitor') return []
  return actor.memberships.filter(({ state }) => state === 'confirmed').map(({ organisationId }) => organisationId)
}

/** Whether this person may act for that organisation. */
export function actsFor(actor: Actor, organisationId: string): boolean {
  return organisationsOf(actor).includes(organisationId)
}

/** The person behind the actor, for the audit log; null for somebody who has not signed in. */
export const personIdOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.personId : null)
