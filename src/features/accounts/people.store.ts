import { sql } from 'kysely'
import type { Role } from '../../core/permissions/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'

/** Somebody who has signed in, or has been given a role. Names may be empty until they have told us. */
export type Person = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly jobTitle: string
  readonly phone: string
  /** In which they are written to; null until they have chosen one. */
  readonly language: string | null
  readonly illustrative: boolean
}

const columns = sql`p.id, p.email, p.name, p.job_title as "jobTitle", p.phone, p.language, p.illustrative`

/** What cannot be an id is nobody's: ids come in addresses, and the database would call a wrong one a fault of ours. */
const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

export async function personById(db: Database | Tx, id: string): Promise<Person | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await sql<Person>`select ${columns} from person p where p.id = ${id}::uuid`.execute(db)
  return rows[0]
}

/** Those that there are, by id. One statement, whatever their number. */
export async function peopleById(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Person>`
    select ${columns} from person p
    where p.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** @param email in lower case */
export async function personByEmail(db: Database, email: string): Promise<Person | undefined> {
  const { rows } = await sql<Person>`select ${columns} from person p where p.email = ${email}`.execute(db)
  return rows[0]
}

/** What a new person starts with. */
export type NewPerson = {
  readonly id: string
  readonly email: string
  readonly at: Date
  readonly name?: string
  readonly jobTitle?: string
  readonly phone?: string
  readonly illustrative?: boolean
}

/**
 * The person with this address, made if there is none yet. Two at once make one.
 *
 * @returns the person; `created` when this call made them
 */
export async function ensurePerson(
  tx: Database | Tx,
  person: NewPerson,
): Promise<{ readonly person: Person; readonly created: boolean }> {
  const { id, email, at, name = '', jobTitle = '', phone = '', illustrative = false } = person
  // The no-op update makes the row of somebody else's transaction visible and returned, which "do nothing" would not.
  const { rows } = await sql<Person>`
    insert into person as p (id, email, name, job_title, phone, created_at, illustrative)
    values (${id}::uuid, ${email}, ${name}, ${jobTitle}, ${phone}, ${at}, ${illustrative})
    on conflict (email) do update set email = excluded.email
    returning ${columns}`.execute(tx)
  const row = rows[0]
  if (row === undefined) throw new Error('a person was neither there nor made')
  return { person: row, created: row.id === id }
}

export async function savePersonDetails(
  tx: Tx,
  id: string,
  { name, jobTitle, phone, language }: Pick<Person, 'name' | 'jobTitle' | 'phone' | 'language'>,
): Promise<void> {
  await sql`
    update person set name = ${name}, job_title = ${jobTitle}, phone = ${phone}, language = coalesce(${language}, language)
    where id = ${id}::uuid`.execute(tx)
}

/** Writes to somebody in this language from now on. */
export async function savePersonLanguage(tx: Tx, id: string, language: string): Promise<void> {
  await sql`update person set language = ${language} where id = ${id}::uuid and language is distinct from ${language}`.execute(
    tx,
  )
}

/** Somebody's own view of an organisation, or an organisation's of somebody. */
export type Membership = {
  readonly personId: string
  readonly organisationId: string
  readonly state: 'requested' | 'confirmed' | 'refused' | 'ended'
  readonly requestedAt: Date
  readonly decidedAt: Date | null
}

/** Somebody who works for an organisation, or has asked to. */
export type Member = Person & Pick<Membership, 'state' | 'requestedAt'>

const membershipColumns = sql`m.person_id as "personId", m.organisation_id as "organisationId", m.state,
  m.requested_at as "requestedAt", m.decided_at as "decidedAt"`

/** Confirmed members of an organisation, and those who wait to be confirmed, by name. */
export async function membersOf(db: Database, organisationId: string): Promise<readonly Member[]> {
  const { rows } = await sql<Member>`
    select ${columns}, m.state, m.requested_at as "requestedAt"
    from membership m join person p on p.id = m.person_id
    where m.organisation_id = ${organisationId} and m.state in ('requested', 'confirmed')
    order by p.name, p.email`.execute(db)
  return rows
}

/** Everyone who waits to be confirmed, the longest first. */
export async function membershipRequests(
  db: Database,
): Promise<readonly (Member & { readonly organisationId: string; readonly organisationName: string })[]> {
  const { rows } = await sql<Member & { organisationId: string; organisationName: string }>`
    select ${columns}, m.state, m.requested_at as "requestedAt", o.id as "organisationId", o.name as "organisationName"
    from membership m join person p on p.id = m.person_id join organisation o on o.id = m.organisation_id
    where m.state = 'requested' order by m.requested_at, p.email limit 200`.execute(db)
  return rows
}

/** How many wait to be confirmed for a body, and since when. */
export type MembersToConfirm = {
  readonly organisationId: string
  readonly organisation: string
  readonly waiting: number
  readonly since: Date
}

/** The bodies, or of all, for which somebody asks to act, those who wait the longest first. */
export async function membersToConfirm(
  db: Database,
  organisationIds: readonly string[] | 'all',
): Promise<readonly MembersToConfirm[]> {
  const { rows } = await sql<MembersToConfirm>`
    select o.id as "organisationId", o.name as organisation, count(*) as waiting, min(m.requested_at) as since
    from membership m join organisation o on o.id = m.organisation_id
    where m.state = 'requested' and (${organisationIds === 'all'}::boolean
      or o.id = any(${organisationIds === 'all' ? [] : [...organisationIds]}::text[]))
    group by o.id order by since limit 200`.execute(db)
  return rows
}

export async function membershipsOf(db: Database, personId: string): Promise<readonly Membership[]> {
  const { rows } = await sql<Membership>`
    select ${membershipColumns} from membership m
    where m.person_id = ${personId}::uuid and m.state in ('requested', 'confirmed')
    order by m.requested_at, m.organisation_id`.execute(db)
  return rows
}

/** One membership, whatever its state. With the organisation's row locked, so that two who ask or decide take turns. */
export async function lockMembership(
  tx: Tx,
  personId: string,
  organisationId: string,
): Promise<Membership | undefined> {
  await sql`select id from organisation where id = ${organisationId} for no key update`.execute(tx)
  const { rows } = await sql<Membership>`
    select ${membershipColumns} from membership m
    where m.person_id = ${personId}::uuid and m.organisation_id = ${organisationId}`.execute(tx)
  return rows[0]
}

/** Writes a membership as asked for and, when `decidedAt` is given, decided. Any earlier state is written over. */
export async function saveMembership(
  tx: Database | Tx,
  membership: Membership & { readonly decidedBy: string | null },
): Promise<void> {
  const { personId, organisationId, state, requestedAt, decidedAt, decidedBy } = membership
  await sql`
    insert into membership (person_id, organisation_id, state, requested_at, decided_at, decided_by)
    values (${personId}::uuid, ${organisationId}, ${state}, ${requestedAt}, ${decidedAt}, ${decidedBy}::uuid)
    on conflict (person_id, organisation_id) do update set state = excluded.state,
      requested_at = excluded.requested_at, decided_at = excluded.decided_at, decided_by = excluded.decided_by`.execute(
    tx,
  )
}

/** A role as it stands on a fund. */
export type RoleOnFund = {
  readonly id: string
  readonly role: Role
  readonly fundId: string | null
  readonly organisationId: string | null
  readonly organisationName: string | null
  readonly person: Pick<Person, 'id' | 'name' | 'email'>
  readonly assignedAt: Date
}

/** Who holds what on a fund, by role and name; with null, on the service. */
export async function rolesOn(db: Database | Tx, fundId: string | null): Promise<readonly RoleOnFund[]> {
  const { rows } = await sql<Omit<RoleOnFund, 'person'> & { personId: string; name: string; email: string }>`
    select r.id, r.role, r.fund_id as "fundId", r.organisation_id as "organisationId", o.name as "organisationName",
      p.id as "personId", p.name, p.email, r.assigned_at as "assignedAt"
    from role_assignment r join person p on p.id = r.person_id left join organisation o on o.id = r.organisation_id
    where r.fund_id is not distinct from ${fundId}::uuid and r.ended_at is null
    order by r.role, p.name, p.email, r.id`.execute(db)
  return rows.map(({ personId, name, email, ...row }) => ({ ...row, person: { id: personId, name, email } }))
}

/** The people of the programme team of a fund, by name. */
export const programmeTeamOf = async (db: Database | Tx, fundId: string): Promise<readonly RoleOnFund['person'][]> =>
  (await rolesOn(db, fundId)).filter(({ role }) => role === 'programme-team').map(({ person }) => person)

/** The addresses of everyone on a programme team of any fund. */
export async function programmeTeamEmails(db: Database): Promise<readonly { id: string; email: string }[]> {
  const { rows } = await sql<{ id: string; email: string }>`
    select distinct p.id, p.email from role_assignment r join person p on p.id = r.person_id
    where r.role = 'programme-team' and r.ended_at is null order by p.email`.execute(db)
  return rows
}

export async function insertRole(
  tx: Database | Tx,
  role: {
    readonly id: string
    readonly personId: string
    readonly role: Role
    readonly fundId: string | null
    readonly organisationId: string | null
    readonly at: Date
    readonly by: string | null
  },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into role_assignment (id, person_id, fund_id, role, organisation_id, assigned_at, assigned_by)
    values (${role.id}::uuid, ${role.personId}::uuid, ${role.fundId}::uuid, ${role.role}, ${role.organisationId},
      ${role.at}, ${role.by}::uuid)
    on conflict do nothing returning id`.execute(tx)
  return rows.length === 1
}

/**
 * The roles of a kind that stand on a fund, their rows locked: two people who each take the other off at once are dealt
 * with one after the other.
 */
export async function lockRoles(tx: Tx, fundId: string | null, role: Role): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from role_assignment
    where fund_id is not distinct from ${fundId}::uuid and role = ${role} and ended_at is null
    order by id for update`.execute(tx)
  return rows.map(({ id }) => id)
}

export async function markRoleEnded(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update role_assignment set ended_at = ${at} where id = ${id}::uuid and ended_at is null returning id`.execute(tx)
  return rows.length === 1
}

/** What roles need to know of a fund. Its own area comes later, and may not be asked from here. */
export type FundName = { readonly id: string; readonly slug: string; readonly name: string }

export async function fundNameBySlug(db: Database, slug: string): Promise<FundName | undefined> {
  const { rows } = await sql<FundName>`select id, slug, name from fund where slug = ${slug}`.execute(db)
  return rows[0]
}

export async function fundNames(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, FundName>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<FundName>`
    select id, slug, name from fund
    where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The bodies that pay for a fund: a funder's representative speaks for one of them. */
export async function fundersOf(db: Database, fundId: string): Promise<readonly { id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select o.id, o.name from funder f join organisation o on o.id = f.organisation_id
    where f.fund_id = ${fundId}::uuid order by f.position`.execute(db)
  return rows
}

/** A made-up person with what they hold, for the panel of evaluation mode; in the order in which the seeds made them. */
export type SeededRow = Person & {
  readonly roles: readonly { readonly role: Role; readonly fund: string | null }[]
  readonly organisations: readonly string[]
}

export async function seededRows(db: Database): Promise<readonly SeededRow[]> {
  const { rows } = await sql<SeededRow>`
    select ${columns},
      coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'fund', f.name) order by r.role, f.name)
        from role_assignment r left join fund f on f.id = r.fund_id
        where r.person_id = p.id and r.ended_at is null), '[]'::jsonb) as roles,
      coalesce((select jsonb_agg(o.name order by o.name)
        from membership m join organisation o on o.id = m.organisation_id
        where m.person_id = p.id and m.state = 'confirmed'), '[]'::jsonb) as organisations
    from person p where p.illustrative and p.anonymised_at is null order by p.id`.execute(db)
  return rows
}

/** Somebody as an administrator sees them. */
export type PersonRow = Person & { readonly hasAuthenticator: boolean; readonly roles: readonly Role[] }

/** People whose name or address has the text in it; with none, those who hold a role. */
export async function searchPeople(db: Database, query: string, limit: number): Promise<readonly PersonRow[]> {
  const like = `%${query.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<PersonRow>`
    select ${columns}, p.totp_secret is not null as "hasAuthenticator", coalesce(held.roles, '[]'::jsonb) as roles
    from person p left join lateral (
      select jsonb_agg(distinct r.role) as roles from role_assignment r where r.person_id = p.id and r.ended_at is null
    ) held on true
    where case when ${query} = '' then held.roles is not null
      else lower(p.name) like ${like} or p.email like ${like} end
    order by p.name, p.email, p.id limit ${limit}`.execute(db)
  return rows
}
