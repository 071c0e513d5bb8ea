import type { Role } from '../../core/permissions/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { roleNames } from './accounts.messages.ts'
import { seededRows } from './people.store.ts'

/** A made-up person and what they can do, a line each. */
export type SeededPerson = { readonly id: string; readonly name: string; readonly does: readonly string[] }

/** Everyone made up, who may be signed in as while the service is being evaluated. */
export async function seededPeople(db: Database): Promise<readonly SeededPerson[]> {
  const rows = await seededRows(db)
  return rows.map(({ id, name, email, jobTitle, roles, organisations }) => ({
    id,
    name: name || email,
    does: [
      [jobTitle, organisations.join(' and ')].filter(Boolean).join(', '),
      ...roles.map(({ role, fund }) => roleLine(role, fund)),
    ].filter(Boolean),
  }))
}

const roleLine = (role: Role, fund: string | null): string =>
  fund === null ? roleNames[role] : `${roleNames[role]}: ${fund}`
