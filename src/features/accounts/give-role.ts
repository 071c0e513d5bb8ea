import type { Role } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { lockRolesHeld } from './give-role.store.ts'
import { insertRole, lockRoles, markRoleEnded } from './people.store.ts'

/** A role to give: on a fund, or on the service for an administrator. A funder's representative names the funder. */
export type RoleToGive = {
  readonly personId: string
  readonly role: Role
  readonly fundId: string | null
  readonly organisationId?: string | null
  /** Who gives it; null for the service itself. */
  readonly by: string | null
  readonly at: Date
}

export type GiveRoleProblem =
  | { readonly code: 'role-held-already' }
  /** The person holds a role on the fund with which this one does not go. */
  | { readonly code: 'roles-apart'; readonly role: Role; readonly held: Role }

/** Those who approve, decide or look over what a programme team does: nobody does so on a fund that they run. */
const checksTheTeam: readonly Role[] = ['funder', 'decision-maker', 'auditor']

const areApart = (one: Role, other: Role): boolean =>
  (one === 'programme-team' && checksTheTeam.includes(other)) ||
  (other === 'programme-team' && checksTheTeam.includes(one))

/** Gives a role, with its audit event. The database refuses a role in the wrong place: a fault of ours. */
export async function giveRole(
  tx: Tx,
  services: Pick<Services, 'newId'>,
  given: RoleToGive,
): Promise<Result<string, GiveRoleProblem>> {
  const { personId, role, fundId, organisationId = null, by, at } = given
  const allHeld = fundId === null ? [] : await lockRolesHeld(tx, personId, fundId)
  const held = allHeld.find((each) => areApart(each, role))
  if (held !== undefined) return refused({ code: 'roles-apart', role, held })
  const id = services.newId()
  if (!(await insertRole(tx, { id, personId, role, fundId, organisationId, at, by })))
    return refused({ code: 'role-held-already' })
  const facts = { role, personId, organisationId }
  await recordEvent(tx, { action: 'role.given', actorId: by, fundId, objectType: 'role', objectId: id, at, facts })
  return done(id)
}

/** The roles that must always be held by somebody: without one, nobody could give a role again. */
const kept: readonly Role[] = ['programme-team', 'administrator']

export type EndRoleProblem = { readonly code: 'last-holder'; readonly role: Role } | { readonly code: 'role-not-held' }

/** Ends a role, with its audit event, unless it is the last of a programme team or the last administrator. */
export async function endRole(
  tx: Tx,
  ended: {
    readonly id: string
    readonly role: Role
    readonly fundId: string | null
    readonly by: string | null
    readonly at: Date
  },
): Promise<Result<undefined, EndRoleProblem>> {
  const { id, role, fundId, by, at } = ended
  const holders = await lockRoles(tx, fundId, role)
  if (!holders.includes(id)) return refused({ code: 'role-not-held' })
  if (kept.includes(role) && holders.length === 1) return refused({ code: 'last-holder', role })
  if (!(await markRoleEnded(tx, id, at))) return refused({ code: 'role-not-held' })
  await recordEvent(tx, {
    action: 'role.ended',
    actorId: by,
    fundId,
    objectType: 'role',
    objectId: id,
    at,
    facts: { role },
  })
  return done(undefined)
}
