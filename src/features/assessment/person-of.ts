import type { Actor } from '../../core/permissions/index.ts'

/** The person behind the actor, for the audit log. */
export const personIdOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.personId : null)
