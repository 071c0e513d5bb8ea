import type { Role } from '../../core/permissions/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { roleNames } from './accounts.messages.ts'
import { type SeededRow, seededRows } from './people.store.ts'

/** A made-up person and what they can do, a line each. */
export type SeededPerson = { readonly id: string; readonly name: string; readonly does: readonly string[] }

/** Made-up people who come to the service for the same thing. */
export type SeededGroup = { readonly of: SeededKind; readonly people: readonly SeededPerson[] }

/** What somebody made up comes for: the role that they hold, a council that they work for, or neither. */
export type SeededKind = Role | 'council' | 'neither'

/** In the order in which a round needs them. */
const order: readonly SeededKind[] = [
  'council',
  'programme-team',
  'funder',
  'assessor',
  'panel-member',
  'decision-maker',
  'neither',
  'auditor',
  'administrator',
]

/** Everyone made up, who may be signed in as while the service is being evaluated; of each kind, the first made first. */
export async function seededPeople(db: Database): Promise<readonly SeededGroup[]> {
  const kinds = Map.groupBy(await seededRows(db), kindOf)
  return order
    .map((of) => ({ of, people: (kinds.get(of) ?? []).map(personOf) }))
    .filter(({ people }) => people.length > 0)
}

const kindOf = ({ roles, organisations }: SeededRow): SeededKind =>
  roles[0]?.role ?? (organisations.length > 0 ? 'council' : 'neither')

const personOf = ({ id, name, email, jobTitle, roles, organisations }: SeededRow): SeededPerson => ({
  id,
  name: name || email,
  does: [
    [jobTitle, organisations.join(' and ')].filter(Boolean).join(', '),
    ...roles.map(({ role, fund }) => roleLine(role, fund)),
  ].filter(Boolean),
})

const roleLine = (role: Role, fund: string | null): string =>
  fund === null ? roleNames[role] : `${roleNames[role]}: ${fund}`
