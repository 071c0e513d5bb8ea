import { notFound } from '../../core/errors.ts'
import { may, type Role, type SignedIn } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { queueMessage } from '../notifications/index.ts'
import { roleGivenMessage } from './accounts.messages.ts'
import { signInPath } from './accounts.paths.ts'
import { type EndRoleProblem, endRole, type GiveRoleProblem, giveRole } from './give-role.ts'
import { ensurePerson, type FundName, fundersOf, fundNameBySlug, rolesOn } from './people.store.ts'
import { type EmailProblem, readEmail } from './read-email.ts'

/** The roles that are given on a fund. */
export const fundRoles = [
  'programme-team',
  'funder',
  'assessor',
  'panel-member',
  'decision-maker',
  'auditor',
] as const satisfies readonly Role[]

export type GivenRoleProblem =
  | EmailProblem
  | GiveRoleProblem
  | { readonly code: 'role-missing' }
  | { readonly code: 'funder-missing' }

export type RoleForEmail = {
  readonly actor: SignedIn
  readonly fundSlug: string
  readonly email: string
  readonly role: string
  /** For a funder's representative. */
  readonly funderId: string
  readonly at: Date
}

/** The fund, if this person gives its roles. @throws {NotFound} if not, or there is none */
export async function fundToStaff(services: Services, actor: SignedIn, fundSlug: string): Promise<FundName> {
  const fund = await fundNameBySlug(services.db, fundSlug)
  if (fund === undefined || !may(actor, 'role:assign', fund.id)) throw notFound('fund')
  return fund
}

/** Gives a role on a fund to whoever has this address, who may never have signed in, and tells them. */
export async function giveRoleByEmail(
  services: Services,
  given: RoleForEmail,
): Promise<Result<{ readonly email: string }, GivenRoleProblem>> {
  const { actor, at } = given
  const fund = await fundToStaff(services, actor, given.fundSlug)
  const email = readEmail(given.email)
  const role = fundRoles.find((each) => each === given.role)
  const funders = role === 'funder' ? await fundersOf(services.db, fund.id) : []
  const funder = funders.find(({ id }) => id === given.funderId)
  const problems: GivenRoleProblem[] = email.ok ? [] : [...email.problems]
  if (role === undefined) problems.push({ code: 'role-missing' })
  if (role === 'funder' && funder === undefined) problems.push({ code: 'funder-missing' })
  if (problems.length > 0 || !email.ok || role === undefined) return refused(...problems)

  return await services.db.transaction().execute(async (tx) => {
    const { person, created } = await ensurePerson(tx, { id: services.newId(), email: email.value, at })
    const organisationId = funder?.id ?? null
    const assignment = { personId: person.id, role, fundId: fund.id, organisationId, by: actor.personId, at }
    const result = await giveRole(tx, services, assignment)
    if (!result.ok) return result
    if (created) {
      const event = { actorId: actor.personId, objectType: 'person', objectId: person.id, at }
      await recordEvent(tx, { action: 'person.added', ...event })
    }
    const { publicUrl } = services.config
    const link = publicUrl === undefined ? undefined : `${publicUrl}${signInPath}`
    await queueMessage(tx, services, {
      kind: 'role-given',
      recipient: person.email,
      personId: person.id,
      fundId: fund.id,
      ...roleGivenMessage({ role, fundName: fund.name, link }),
    })
    return done({ email: person.email })
  })
}

/**
 * Ends a role on a fund.
 *
 * @throws {NotFound} if the actor does not give roles there, or there is no such role on it
 */
export async function endRoleOnFund(
  services: Services,
  ended: { readonly actor: SignedIn; readonly fundSlug: string; readonly roleId: string; readonly at: Date },
): Promise<Result<undefined, EndRoleProblem>> {
  const { actor, fundSlug, roleId, at } = ended
  const fund = await fundToStaff(services, actor, fundSlug)
  const held = (await rolesOn(services.db, fund.id)).find(({ id }) => id === roleId)
  if (held === undefined) throw notFound('role')
  return await services.db
    .transaction()
    .execute((tx) => endRole(tx, { id: roleId, role: held.role, fundId: fund.id, by: actor.personId, at }))
}
