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
  | { readonly code: 'own-role' }
  /** Others give this role. */
  | { readonly code: 'role-not-yours'; readonly role: Role }

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

/**
 * Whether this person gives and ends this role on a fund. Who approves for a funder is said by an administrator or by
 * somebody who does so already, never by the programme team whose rules are approved.
 */
export function mayStaff(actor: SignedIn, fundId: string, role: Role, funderId: string | null): boolean {
  if (may(actor, 'service:administer', null)) return true
  if (role !== 'funder') return may(actor, 'fund:edit', fundId)
  const own = actor.heldRoles.filter((held) => held.role === 'funder' && held.fundId === fundId)
  return may(actor, 'fund:approve', fundId) && own.some(({ organisationId }) => organisationId === funderId)
}

type Given = { readonly email: string; readonly role: Role; readonly organisationId: string | null }

/** What was typed, if this person may give it; else all that is wrong with it. */
async function readGiven(
  services: Services,
  { actor, ...typed }: RoleForEmail,
  fundId: string,
): Promise<Result<Given, GivenRoleProblem>> {
  const email = readEmail(typed.email)
  const role = fundRoles.find((each) => each === typed.role)
  const funders = role === 'funder' ? await fundersOf(services.db, fundId) : []
  const organisationId = funders.find(({ id }) => id === typed.funderId)?.id ?? null
  const problems: GivenRoleProblem[] = email.ok ? [] : [...email.problems]
  if (email.ok && email.value === actor.email) problems.push({ code: 'own-role' })
  if (role === undefined) problems.push({ code: 'role-missing' })
  else if (role === 'funder' && organisationId === null) problems.push({ code: 'funder-missing' })
  else if (!mayStaff(actor, fundId, role, organisationId)) problems.push({ code: 'role-not-yours', role })
  if (problems.length > 0 || !email.ok || role === undefined) return refused(...problems)
  return done({ email: email.value, role, organisationId })
}

/** Gives a role on a fund to whoever has this address, who may never have signed in, and tells them. */
export async function giveRoleByEmail(
  services: Services,
  given: RoleForEmail,
): Promise<Result<{ readonly email: string }, GivenRoleProblem>> {
  const { actor, at } = given
  const fund = await fundToStaff(services, actor, given.fundSlug)
  const read = await readGiven(services, given, fund.id)
  if (!read.ok) return read
  const { email, role, organisationId } = read.value

  return await services.db.transaction().execute(async (tx) => {
    const { person, created } = await ensurePerson(tx, { id: services.newId(), email, at })
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
      words: (say) => say(roleGivenMessage)({ role, fundName: fund.name, link }),
    })
    return done({ email: person.email })
  })
}

/**
 * Ends a role on a fund.
 *
 * @throws {NotFound} if the actor does not give that role there, or there is no such role on it
 */
export async function endRoleOnFund(
  services: Services,
  ended: { readonly actor: SignedIn; readonly fundSlug: string; readonly roleId: string; readonly at: Date },
): Promise<Result<undefined, EndRoleProblem>> {
  const { actor, fundSlug, roleId, at } = ended
  const fund = await fundToStaff(services, actor, fundSlug)
  const held = (await rolesOn(services.db, fund.id)).find(({ id }) => id === roleId)
  if (held === undefined || !mayStaff(actor, fund.id, held.role, held.organisationId)) throw notFound('role')
  return await services.db
    .transaction()
    .execute((tx) => endRole(tx, { id: roleId, role: held.role, fundId: fund.id, by: actor.personId, at }))
}
