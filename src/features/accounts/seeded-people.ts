import type { Role } from '../../core/permissions/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { roleNames } from './accounts.messages.ts'
import { seededRows } from './people.store.ts'

/** A made-up person and what they can do, a line each. */
export type SeededPerson = { readonly id: string; readonly name: string; readonly does: readonly string[] }

/** Everyone made up, who may be signed in as while the service is being evaluated. */
export async function seededPeople(db: Database): Promise<readonly SeededPerson[]> {
  const rows = await seededRows(db)
  const ranked = rows.toSorted((one, other) => rankOf(one.roles) - rankOf(other.roles))
  return ranked.map(({ id, name, email, jobTitle, roles, organisations }) => ({
    id,
    name: name || email,
    does: [
      [jobTitle, organisations.join(' and ')].filter(Boolean).join(', '),
      ...roles.map(({ role, fund }) => roleLine(role, fund)),
    ].filter(Boolean),
  }))
}

/** In the order in which a round needs them: those who apply come first. */
const order: readonly Role[] = ['programme-team', 'funder', 'assessor', 'panel-member', 'decision-maker', 'auditor']

function rankOf(roles: readonly { readonly role: Role }[]): number {
  const [first] = roles
  if (first === undefined) return -1
  const place = order.indexOf(first.role)
  return place === -1 ? order.length : place
}

const roleLine = (role: Role, fund: string | null): string =>
  fund === null ? roleNames[role] : `${roleNames[role]}: ${fund}`
