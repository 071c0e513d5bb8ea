import { sql } from 'kysely'
import { borderBetween } from '../../core/authorities/borders.ts'
import { insertBorders } from '../../features/accounts/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { insertRows } from './insert-rows.ts'
import type { MadeAuthority } from './make-authorities.ts'
import type { MadeBorder } from './make-borders.ts'

/** Somebody made up. `illustrative`: a newcomer may sign in as them. */
export type MadePerson = {
  readonly email: string
  readonly name: string
  readonly jobTitle: string
  readonly illustrative: boolean
}

/** Adds those that are not there yet. @returns the ids of all, by email */
export async function insertPeople(
  tx: Tx,
  services: Pick<Services, 'newId'>,
  people: readonly MadePerson[],
  at: Date,
): Promise<ReadonlyMap<string, string>> {
  const rows = people.map(({ email, name, jobTitle, illustrative }) => ({
    id: services.newId(),
    email,
    name,
    job_title: jobTitle,
    created_at: at,
    illustrative,
  }))
  const types = { id: 'uuid', email: 'text', name: 'text', job_title: 'text', created_at: 'timestamptz' }
  await insertRows(tx, 'person', { ...types, illustrative: 'boolean' }, rows, sql`on conflict (email) do nothing`)
  const { rows: known } = await sql<{ id: string; email: string }>`
    select id, email from person
    where email in (select value from jsonb_array_elements_text(${JSON.stringify(people.map(({ email }) => email))}::jsonb))`.execute(
    tx,
  )
  return new Map(known.map(({ id, email }) => [email, id]))
}

/** Adds made-up authorities that are not in the register yet. */
export async function insertAuthorities(tx: Tx, authorities: readonly MadeAuthority[]): Promise<void> {
  const rows = authorities.map((each) => ({
    id: each.id,
    name: each.name,
    short_name: each.shortName,
    kind: each.kind,
    region: each.region,
    county_id: each.countyId,
    combined_authority_id: each.combinedAuthorityId,
    in_being_from: '1974-04-01',
    illustrative: true,
  }))
  const text = { id: 'text', name: 'text', short_name: 'text', kind: 'text', region: 'text', county_id: 'text' }
  const types = { ...text, combined_authority_id: 'text', in_being_from: 'date', illustrative: 'boolean' }
  await insertRows(tx, 'organisation', types, rows, sql`on conflict (id) do nothing`)
}

/** Adds who lies beside whom among them. */
export async function insertMadeBorders(tx: Tx, borders: readonly MadeBorder[]): Promise<void> {
  const rows = borders.map(([one, other]) => borderBetween(one, other))
  await insertBorders(tx, rows, { source: 'a made-up map, for illustration', asOfOn: '2026-04-01' })
}

/** Adds confirmed memberships. */
export async function insertMembers(
  tx: Tx,
  members: readonly { readonly personId: string; readonly organisationId: string }[],
  at: Date,
): Promise<void> {
  const rows = members.map(({ personId, organisationId }) => ({
    person_id: personId,
    organisation_id: organisationId,
    state: 'confirmed',
    requested_at: at,
    decided_at: at,
  }))
  const types = { person_id: 'uuid', organisation_id: 'text', state: 'text' }
  const dated = { ...types, requested_at: 'timestamptz', decided_at: 'timestamptz' }
  await insertRows(tx, 'membership', dated, rows, sql`on conflict do nothing`)
}
