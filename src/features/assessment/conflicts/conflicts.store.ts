import { type RawBuilder, sql } from 'kysely'
import type { Bid, Body, Interests, Said } from '../../../core/conflicts/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { BorderSource } from '../../accounts/index.ts'

/** Everything submitted in a round, with who leads, partners and wrote it. */
export async function bidsOf(db: Database | Tx, roundId: string): Promise<readonly Bid[]> {
  const { rows } = await sql<Bid>`
    select a.id as "applicationId", a.lead_id as "leadId",
      (select coalesce(jsonb_agg(p.organisation_id order by p.organisation_id), '[]') from application_partner p
        where p.application_id = a.id and p.state = 'accepted') as "partnerIds",
      (select coalesce(jsonb_agg(s.supplier_id order by s.supplier_id), '[]') from application_supplier s
        where s.application_id = a.id) as "supplierIds",
      (select jsonb_agg(distinct who) from (
        select a.created_by as who union select w.saved_by from answer w where w.application_id = a.id
        union select c.person_id from application_contributor c where c.application_id = a.id and c.state = 'joined'
        union select b.submitted_by from submission b where b.application_id = a.id) as writer
        where who is not null) as "writerIds"
    from application a where a.round_id = ${roundId}::uuid and a.state = 'submitted' and a.mode = 'live'
    order by a.reference`.execute(db)
  return rows
}

/** What the assessors of a round who are asked or have accepted are to others. */
export async function interestsOf(
  db: Database | Tx,
  roundId: string,
  personId?: string,
): Promise<readonly Interests[]> {
  const one = personId === undefined ? sql`true` : sql`s.person_id = ${personId}::uuid`
  const { rows } = await sql<Interests>`
    select s.person_id as "personId",
      (select coalesce(jsonb_agg(m.organisation_id order by m.organisation_id), '[]') from membership m
        where m.person_id = s.person_id and m.state = 'confirmed') as memberships,
      ${interests(sql`i.round_id = s.round_id`)}
    from assessor s where s.round_id = ${roundId}::uuid and s.state in ('invited', 'accepted') and ${one}
    order by s.person_id`.execute(db)
  return rows
}

/** The same of anybody: who they work for, and what they have said of themselves in any round. */
export async function interestsOfPeople(
  db: Database | Tx,
  personIds: readonly string[],
): Promise<readonly Interests[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<Interests>`
    select s.person_id as "personId",
      (select coalesce(jsonb_agg(m.organisation_id order by m.organisation_id), '[]') from membership m
        where m.person_id = s.person_id and m.state = 'confirmed') as memberships, ${interests(sql`true`)}
    from unnest(${[...personIds]}::uuid[]) as s (person_id) order by s.person_id`.execute(db)
  return rows
}

/** What somebody, `s`, is to others, of the rounds that are meant. */
const interests = (rounds: RawBuilder<unknown>): RawBuilder<unknown> => {
  const interest = (kind: string, what: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select coalesce(jsonb_agg(${what} order by i.recorded_at, i.id), '[]') from assessor_interest i
  where ${rounds} and i.person_id = s.person_id and i.kind = ${kind} and i.removed_at is null)`
  const employer = sql`jsonb_build_object('organisationId', i.organisation_id, 'supplierId', i.supplier_id,
    'endedOn', i.ended_on)`
  return sql`${interest('employer', employer)} as employers, ${interest('authority', sql`i.organisation_id`)} as authorities,
    ${interest('supplier', sql`i.supplier_id`)} as suppliers, ${interest('home', sql`i.organisation_id`)} as homes`
}

type Register = {
  readonly bodies: readonly Body[]
  readonly succession: readonly (readonly [string, string])[]
  readonly borders: readonly (BorderSource & { readonly one: string; readonly other: string })[]
}

/** The whole register as far as conflicts ask, in one statement. */
export async function registerForConflicts(db: Database | Tx): Promise<Register> {
  const { rows } = await sql<Register>`
    select (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'countyId', o.county_id,
        'combinedAuthorityId', o.combined_authority_id) order by o.id), '[]') from organisation o) as bodies,
      (select coalesce(jsonb_agg(jsonb_build_array(s.predecessor_id, s.successor_id)
        order by s.predecessor_id, s.successor_id), '[]') from organisation_successor s) as succession,
      (select coalesce(jsonb_agg(jsonb_build_object('one', b.one_id, 'other', b.other_id, 'source', b.source,
        'asOfOn', b.as_of_on)
        order by b.one_id, b.other_id), '[]') from organisation_border b) as borders`.execute(db)
  return rows[0] ?? { bodies: [], succession: [], borders: [] }
}

/**
 * What was released and not taken back, what people said last of an application where that is a conflict, and what they
 * handed back and were not given again.
 */
export async function saidOfConflicts(db: Database | Tx, roundId: string): Promise<Required<Said>> {
  const { rows } = await sql<Required<Said>>`
    select (select coalesce(jsonb_agg(jsonb_build_object('applicationId', r.application_id, 'personId', r.person_id,
        'kind', r.kind)), '[]') from conflict_release r join application a on a.id = r.application_id
        where a.round_id = ${roundId}::uuid and r.withdrawn_at is null) as releases,
      (select coalesce(jsonb_agg(jsonb_build_object('applicationId', d.application_id, 'personId', d.person_id)
        order by d.application_id, d.person_id), '[]') from (
        select distinct on (c.application_id, c.person_id) c.* from conflict_declaration c
        join application a on a.id = c.application_id where a.round_id = ${roundId}::uuid
        order by c.application_id, c.person_id, c.number desc) d where d.has_conflict) as declared,
      (select coalesce(jsonb_agg(jsonb_build_object('applicationId', g.application_id, 'personId', g.person_id)
        order by g.application_id, g.person_id), '[]') from (
        select distinct on (s.application_id, s.person_id) s.* from assignment s
        join application a on a.id = s.application_id where a.round_id = ${roundId}::uuid and s.why <> 'practice'
        order by s.application_id, s.person_id, s.assigned_at desc, s.id desc) g
        where g.ended_why = 'handed-back') as "handedBack"`.execute(db)
  return rows[0] ?? { releases: [], declared: [], handedBack: [] }
}

/** A soft conflict that was let stand, or had been. */
export type ReleaseRow = {
  readonly kind: string
  readonly reason: string
  readonly releasedAt: Date
  readonly releasedBy: string | null
  readonly withdrawnAt: Date | null
}

type PairKey = { readonly applicationId: string; readonly personId: string }

/** Every release of a pair, the latest first. */
export async function releasesOf(
  db: Database | Tx,
  { applicationId, personId }: PairKey,
): Promise<readonly ReleaseRow[]> {
  const { rows } = await sql<ReleaseRow>`
    select r.kind, r.reason, r.released_at as "releasedAt", coalesce(nullif(p.name, ''), p.email) as "releasedBy",
      r.withdrawn_at as "withdrawnAt"
    from conflict_release r left join person p on p.id = r.released_by
    where r.application_id = ${applicationId}::uuid and r.person_id = ${personId}::uuid
    order by r.released_at desc, r.kind`.execute(db)
  return rows
}

export async function insertReleases(
  tx: Tx,
  { applicationId, personId }: PairKey,
  given: { readonly kinds: readonly string[]; readonly reason: string; readonly at: Date; readonly by: string | null },
): Promise<void> {
  await sql`
    insert into conflict_release (application_id, person_id, kind, reason, released_at, released_by)
    select ${applicationId}::uuid, ${personId}::uuid, kind, ${given.reason}, ${given.at}::timestamptz, ${given.by}::uuid
    from unnest(${[...given.kinds]}::text[]) as kind`.execute(tx)
}

/** Takes back that what somebody handed back was released: they hand it back once more. */
export async function withdrawHandedBack(tx: Tx, { applicationId, personId }: PairKey, at: Date): Promise<void> {
  await sql`
    update conflict_release set withdrawn_at = ${at}
    where application_id = ${applicationId}::uuid and person_id = ${personId}::uuid and kind = 'handed-back'
      and withdrawn_at is null`.execute(tx)
}

/** Takes every release of a pair back. @returns how many */
export async function withdrawReleases(tx: Tx, { applicationId, personId }: PairKey, at: Date): Promise<number> {
  const { rows } = await sql`
    update conflict_release set withdrawn_at = ${at}
    where application_id = ${applicationId}::uuid and person_id = ${personId}::uuid and withdrawn_at is null
    returning kind`.execute(tx)
  return rows.length
}
