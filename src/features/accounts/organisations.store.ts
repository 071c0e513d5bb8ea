import { type RawBuilder, sql } from 'kysely'
import type { AuthorityKind } from '../../core/authorities/authority.ts'
import { among } from '../../platform/database/among.ts'
import type { Database, Tx } from '../../platform/database/database.ts'

/** Kinds of the register of authorities, and two of bodies that only fund. */
export type OrganisationKind = AuthorityKind | 'government-department' | 'membership-body'

/**
 * A body that can lead, partner or fund. Days are `YYYY-MM-DD`; `inBeingTo` is its last day, which counts. `id` is the
 * code of the register.
 */
export type Organisation = {
  readonly id: string
  readonly gssCode: string | null
  readonly formerGssCodes: readonly string[]
  readonly name: string
  readonly shortName: string
  readonly kind: OrganisationKind
  readonly region: string | null
  readonly countyId: string | null
  readonly combinedAuthorityId: string | null
  readonly inBeingFrom: string | null
  readonly inBeingTo: string | null
  /** First day on which those elected to it may act before it is in being. */
  readonly shadowFrom: string | null
  readonly contactEmail: string | null
  /** Made up, for demonstration: never to be shown as real. */
  readonly illustrative: boolean
}

const columns = sql`o.id, o.gss_code as "gssCode", o.former_gss_codes as "formerGssCodes", o.name,
  o.short_name as "shortName", o.kind, o.region, o.county_id as "countyId",
  o.combined_authority_id as "combinedAuthorityId", o.in_being_from as "inBeingFrom", o.in_being_to as "inBeingTo",
  o.shadow_from as "shadowFrom", o.contact_email as "contactEmail", o.illustrative`

export async function organisationById(db: Database, id: string): Promise<Organisation | undefined> {
  const { rows } = await sql<Organisation>`select ${columns} from organisation o where o.id = ${id}`.execute(db)
  return rows[0]
}

/** Those that there are, by id. One statement, whatever their number. */
export async function organisationsById(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Organisation>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Organisation>`
    select ${columns} from organisation o
    where o.id in ${among(ids)}`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The kinds of those that there are, by id, as questions for what the register knows are answered. */
export const organisationKinds = async (db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map([...(await organisationsById(db, ids))].map(([id, { kind }]) => [id, kind]))

/** What to look for. Left out, a condition asks nothing. */
export type OrganisationSearch = {
  /** Words of a name, or a GSS or register code; every word must be there. Empty finds all. */
  readonly query?: string
  readonly kinds?: readonly string[]
  /** In being, or a shadow authority, on this day. */
  readonly on?: string
  readonly illustrative?: boolean
  /** 50 unless told. */
  readonly limit?: number
}

/** Those that match, names that begin with the query first, then by name. */
export async function searchOrganisations(db: Database, search: OrganisationSearch): Promise<readonly Organisation[]> {
  const { query = '', kinds, on, illustrative, limit = 50 } = search
  // People leave apostrophes out, paste curly ones, and write & for "and".
  const words = query
    .toLowerCase()
    .replace(/['’‘.]/g, '')
    .split(/[\s&,]+/)
    .filter(Boolean)
    .slice(0, 10)
  if (words.length === 0 && query.trim() !== '') return []
  const conditions: RawBuilder<unknown>[] = words.map((word) => {
    const like = `%${likeText(word)}%`
    return sql`(${plain(sql`o.name`)} like ${like} or ${plain(sql`o.short_name`)} like ${like}
      or lower(o.id) = ${word} or lower(o.gss_code) = ${word})`
  })
  if (kinds !== undefined) conditions.push(ofKinds(kinds))
  if (on !== undefined) conditions.push(standingOn(on))
  if (illustrative !== undefined) conditions.push(sql`o.illustrative = ${illustrative}`)
  const where = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
  const { rows } = await sql<Organisation>`
    select ${columns} from organisation o where ${where}
    order by (${plain(sql`o.short_name`)} like ${`${likeText(words.join(' '))}%`}) desc, o.short_name, o.id
    limit ${limit}`.execute(db)
  return rows
}

/**
 * Every body of these kinds that is in being, or a shadow authority, on a day: those a round may invite.
 *
 * @param request `illustrative`: made-up bodies instead of real ones; false unless told
 */
export async function eligibleOrganisations(
  db: Database,
  request: { readonly kinds: readonly string[]; readonly on: string; readonly illustrative?: boolean },
): Promise<readonly Organisation[]> {
  const { kinds, on, illustrative = false } = request
  const { rows } = await sql<Organisation>`
    select ${columns} from organisation o
    where ${ofKinds(kinds)} and ${standingOn(on)} and o.illustrative = ${illustrative}
    order by o.short_name, o.id`.execute(db)
  return rows
}

/**
 * Who stands in a body's place on a day: itself while it is in being, otherwise those who took over from it, and those
 * who took over from them. Bids, awards and returns pass along this line.
 *
 * @returns each once, along the line of the chief successors first; empty when it ended and nobody is known to have taken over
 */
export async function successorsOf(db: Database, id: string, on: string): Promise<readonly Organisation[]> {
  const { rows } = await sql<Organisation>`
    with recursive line (id, path) as (
      select o.id, array[]::int[] from organisation o where o.id = ${id}
      union all
      select s.successor_id, line.path || s.position
      from line join organisation o on o.id = line.id join organisation_successor s on s.predecessor_id = o.id
      where o.in_being_to < ${on}::date and cardinality(line.path) < 20
    )
    select ${columns} from organisation o
    join (select id, min(path) as path from line group by id) found on found.id = o.id
    where (o.in_being_from is null or o.in_being_from <= ${on}::date)
      and (o.in_being_to is null or o.in_being_to >= ${on}::date)
    order by found.path, o.id`.execute(db)
  return rows
}

/**
 * The bodies in whose place these stand on a day: they themselves, and those that ended and whose line leads to one of
 * them that is in being. The other way round than {@link successorsOf}, and to be kept the same.
 */
export const inPlaceOf = (organisationIds: readonly string[], on: string): RawBuilder<unknown> => sql`(
  with recursive line (id) as (
    select o.id from organisation o where o.id in ${among(organisationIds)}
      and (o.in_being_from is null or o.in_being_from <= ${on}::date)
      and (o.in_being_to is null or o.in_being_to >= ${on}::date)
    union
    select ended.id from line join organisation_successor s on s.successor_id = line.id
      join organisation ended on ended.id = s.predecessor_id and ended.in_being_to < ${on}::date
  )
  select id from line union select * from ${among(organisationIds)} as own)`

/**
 * Every body with those that act for it on a day: itself, and those in being at the end of its line once it ended. As rows
 * of `body_id` and `acting_id`, to be joined; {@link successorsOf} says the same of one body.
 */
export const actingFor = (on: string): RawBuilder<unknown> => sql`(
  with recursive line (body_id, id, steps) as (
    select o.id, o.id, 0 from organisation o
    union
    select line.body_id, s.successor_id, line.steps + 1
    from line join organisation ended on ended.id = line.id and ended.in_being_to < ${on}::date
    join organisation_successor s on s.predecessor_id = ended.id where line.steps < 20
  )
  select distinct line.body_id, line.id as acting_id from line join organisation o on o.id = line.id
  where line.steps = 0 or ((o.in_being_from is null or o.in_being_from <= ${on}::date)
    and (o.in_being_to is null or o.in_being_to >= ${on}::date)))`

/** The ids of the bodies in whose place these stand on a day, their own among them. */
export async function bodiesInPlaceOf(
  db: Database | Tx,
  organisationIds: readonly string[],
  on: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select id from ${inPlaceOf(organisationIds, on)} as body`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** The bodies that one took over from, and those that took over from it: one step each way. */
export async function neighboursInTime(
  db: Database,
  id: string,
): Promise<{ readonly predecessors: readonly Organisation[]; readonly successors: readonly Organisation[] }> {
  const { rows } = await sql<Organisation & { before: boolean }>`
    select ${columns}, s.successor_id = ${id} as before
    from organisation_successor s
    join organisation o on o.id = case when s.successor_id = ${id} then s.predecessor_id else s.successor_id end
    where s.successor_id = ${id} or s.predecessor_id = ${id}
    order by s.position, o.short_name`.execute(db)
  return { predecessors: rows.filter((row) => row.before), successors: rows.filter((row) => !row.before) }
}

/** A body that is not in the register of authorities: a department or association that funds. */
export type NewOrganisation = Pick<Organisation, 'id' | 'name' | 'shortName' | 'kind'> &
  Partial<Pick<Organisation, 'contactEmail' | 'illustrative'>>

/** Adds a body, or brings its names up to date. For seeds: the register itself is kept by `importRegister`. */
export async function saveOrganisation(tx: Database | Tx, organisation: NewOrganisation): Promise<void> {
  const { id, name, shortName, kind, contactEmail = null, illustrative = false } = organisation
  await sql`
    insert into organisation (id, name, short_name, kind, contact_email, illustrative)
    values (${id}, ${name}, ${shortName}, ${kind}, ${contactEmail}, ${illustrative})
    on conflict (id) do update set name = excluded.name, short_name = excluded.short_name, kind = excluded.kind`.execute(
    tx,
  )
}

/** What an administrator keeps besides the facts of the register. */
export type OrganisationDetails = {
  readonly contactEmail: string | null
  readonly shadowFrom: string | null
  readonly domains: readonly string[]
}

export async function saveOrganisationDetails(tx: Tx, id: string, details: OrganisationDetails): Promise<void> {
  await sql`
    update organisation set contact_email = ${details.contactEmail}, shadow_from = ${details.shadowFrom}::date
    where id = ${id}`.execute(tx)
  await sql`delete from organisation_domain where organisation_id = ${id}`.execute(tx)
  await addDomains(tx, id, details.domains)
}

/** Email domains whose people may be suggested this organisation; lower case, without the @. */
export async function addDomains(tx: Database | Tx, id: string, domains: readonly string[]): Promise<void> {
  if (domains.length === 0) return
  await sql`
    insert into organisation_domain (domain, organisation_id)
    select distinct value, ${id} from jsonb_array_elements_text(${JSON.stringify(domains)}::jsonb)
    on conflict do nothing`.execute(tx)
}

export async function domainsOf(db: Database, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ domain: string }>`
    select domain from organisation_domain where organisation_id = ${id} order by domain`.execute(db)
  return rows.map(({ domain }) => domain)
}

/** Organisations that have this email domain on record, in being or shadow on the day. */
export async function organisationsOfDomain(
  db: Database,
  domain: string,
  on: string,
): Promise<readonly Organisation[]> {
  const { rows } = await sql<Organisation>`
    select ${columns} from organisation o join organisation_domain d on d.organisation_id = o.id
    where d.domain = ${domain} and ${standingOn(on)} order by o.short_name`.execute(db)
  return rows
}

const ofKinds = (kinds: readonly string[]) => sql`o.kind in ${among(kinds)}`

const standingOn = (day: string) => sql`
  (o.in_being_from is null or coalesce(o.shadow_from, o.in_being_from) <= ${day}::date)
  and (o.in_being_to is null or o.in_being_to >= ${day}::date)`

const plain = (text: RawBuilder<unknown>) => sql`translate(lower(${text}), '''’‘.', '')`

const likeText = (text: string): string => text.toLowerCase().replace(/[\\%_]/g, '\\$&')
