import { sql } from 'kysely'
import type { EligibilityFinding, ScopeFinding } from '../../../core/assessment/index.ts'
import type { FrozenApplication } from '../../../core/forms/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { namesOf } from '../scoring/scoring.store.ts'

/** An application that is scored, with what it is about. `authorityKind`: a kind of the register. */
export type ScorableApplication = {
  readonly id: string
  readonly reference: string
  readonly leadId: string
  readonly leadName: string
  readonly region: string | null
  readonly authorityKind: string
  readonly serviceAreas: readonly string[]
  readonly deliveryModels: readonly string[]
}

/**
 * Submitted, not withdrawn, found eligible and in scope. One that nobody has sifted is not among them. By reference.
 */
export async function scorableApplications(
  db: Database | Tx,
  roundId: string,
): Promise<readonly ScorableApplication[]> {
  const { rows } = await sql<ScorableApplication>`
    select a.id, a.reference, a.lead_id as "leadId", o.name as "leadName", o.region, o.kind as "authorityKind",
      s.service_areas as "serviceAreas", s.delivery_models as "deliveryModels"
    from application a join application_sift s on s.application_id = a.id join organisation o on o.id = a.lead_id
    where a.round_id = ${roundId}::uuid and a.state = 'submitted' and a.mode = 'live' and s.eligibility = 'eligible'
      and s.scope = 'in-scope'
    order by a.reference`.execute(db)
  return rows
}

/** Something that was sent in, as the sift lists it. `outcome`: what the eligibility rules said when it was submitted. */
export type ReceivedRow = {
  readonly id: string
  readonly reference: string
  readonly leadId: string
  readonly leadName: string
  readonly region: string | null
  readonly authorityKind: string
  readonly state: 'draft' | 'submitted' | 'withdrawn'
  readonly receivedAt: Date
  readonly late: boolean
  readonly outcome: 'pass' | 'pass-with-caveats' | 'fail' | null
  /** How many others of this lead are submitted. */
  readonly others: number
  readonly eligibility: EligibilityFinding
  readonly eligibilityReason: string
  readonly scope: ScopeFinding
  readonly scopeReason: string
  readonly serviceAreas: readonly string[]
  readonly deliveryModels: readonly string[]
  /** Names of suppliers. */
  readonly suppliers: readonly string[]
  readonly siftedAt: Date | null
  readonly siftedBy: string | null
  /** When its applicant said that what was keyed in is not theirs. */
  readonly disownedAt: Date | null
}

/** Everything that was sent in to a round, also late and withdrawn, in the order in which it came. */
export async function receivedOf(db: Database | Tx, roundId: string): Promise<readonly ReceivedRow[]> {
  const { rows } = await sql<ReceivedRow>`
    select a.id, a.reference, a.lead_id as "leadId", o.name as "leadName", o.region, o.kind as "authorityKind", a.state,
      coalesce(b.received_at, t.received_at) as "receivedAt", t.received_at is not null as late, b.outcome,
      (select count(*) from application x where x.round_id = a.round_id and x.lead_id = a.lead_id and x.id <> a.id
        and x.state = 'submitted') as others,
      coalesce(s.eligibility, 'open') as eligibility, coalesce(s.eligibility_reason, '') as "eligibilityReason",
      coalesce(s.scope, 'open') as scope, coalesce(s.scope_reason, '') as "scopeReason",
      coalesce(s.service_areas, '{}') as "serviceAreas", coalesce(s.delivery_models, '{}') as "deliveryModels",
      (select coalesce(jsonb_agg(p.name order by p.name), '[]') from application_supplier l
        join supplier p on p.id = l.supplier_id where l.application_id = a.id) as suppliers,
      s.sifted_at as "siftedAt", coalesce(nullif(w.name, ''), w.email) as "siftedBy",
      (select k.disowned_at from keyed_application k where k.application_id = a.id) as "disownedAt"
    from application a join organisation o on o.id = a.lead_id
    left join lateral (select b.received_at, b.outcome from submission b where b.application_id = a.id
      order by b.number desc limit 1) b on true
    left join lateral (select t.received_at from late_attempt t where t.application_id = a.id
      order by t.number desc limit 1) t on true
    left join application_sift s on s.application_id = a.id left join person w on w.id = s.sifted_by
    where a.round_id = ${roundId}::uuid and a.mode = 'live' and (a.state <> 'draft' or t.received_at is not null)
    order by coalesce(b.received_at, t.received_at), a.reference`.execute(db)
  return rows
}

/** What the leads and partners of these applications are called, long and short. */
export async function applicantNamesOf(
  db: Database | Tx,
  applicationIds: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ called: string }>`
    select distinct called from application a, jsonb_array_elements_text(${namesOf}) as called
    where a.id = any(${[...applicationIds]}::uuid[])`.execute(db)
  return rows.map(({ called }) => called)
}

/** What the latest submissions of these applications said, by application. */
export async function contentsOf(
  db: Database | Tx,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, FrozenApplication>> {
  const { rows } = await sql<{ id: string; content: FrozenApplication }>`
    select distinct on (b.application_id) b.application_id as id, b.content from submission b
    where b.application_id = any(${[...applicationIds]}::uuid[]) order by b.application_id, b.number desc`.execute(db)
  return new Map(rows.map(({ id, content }) => [id, content]))
}

export type SiftFinding = Pick<
  ReceivedRow,
  'eligibility' | 'eligibilityReason' | 'scope' | 'scopeReason' | 'serviceAreas' | 'deliveryModels'
> & { readonly applicationId: string }

/** Writes findings, over what was found before, in one statement. */
export async function saveFindings(
  tx: Tx,
  findings: readonly SiftFinding[],
  { at, by }: { readonly at: Date; readonly by: string | null },
): Promise<void> {
  await sql`
    insert into application_sift (application_id, eligibility, eligibility_reason, scope, scope_reason, service_areas,
      delivery_models, sifted_at, sifted_by)
    select "applicationId", eligibility, "eligibilityReason", scope, "scopeReason",
      array(select jsonb_array_elements_text("serviceAreas")), array(select jsonb_array_elements_text("deliveryModels")),
      ${at}::timestamptz, ${by}::uuid
    from jsonb_to_recordset(${JSON.stringify(findings)}::jsonb) as row ("applicationId" uuid, eligibility text,
      "eligibilityReason" text, scope text, "scopeReason" text, "serviceAreas" jsonb, "deliveryModels" jsonb)
    on conflict (application_id) do update set eligibility = excluded.eligibility,
      eligibility_reason = excluded.eligibility_reason, scope = excluded.scope, scope_reason = excluded.scope_reason,
      service_areas = excluded.service_areas, delivery_models = excluded.delivery_models, sifted_at = excluded.sifted_at,
      sifted_by = excluded.sifted_by`.execute(tx)
}

/** The suppliers that an application names, by name: those that the fund does not know yet are added to its list. */
export async function saveSuppliers(
  tx: Tx,
  given: {
    readonly fundId: string
    readonly applicationId: string
    readonly illustrative: boolean
    readonly suppliers: readonly { readonly id: string; readonly name: string }[]
  },
): Promise<void> {
  const { fundId, applicationId, illustrative, suppliers } = given
  const ids = await ensureSuppliers(tx, { fundId, illustrative, suppliers })
  await sql`delete from application_supplier where application_id = ${applicationId}::uuid`.execute(tx)
  await sql`
    insert into application_supplier (application_id, supplier_id)
    select ${applicationId}::uuid, id from unnest(${[...ids.values()]}::uuid[]) as id`.execute(tx)
}

/** Suppliers of a fund by name in lower case, made where there are none yet. `id`: of one that is made. */
export async function ensureSuppliers(
  tx: Tx,
  given: {
    readonly fundId: string
    readonly illustrative: boolean
    readonly suppliers: readonly { readonly id: string; readonly name: string }[]
  },
): Promise<ReadonlyMap<string, string>> {
  const { fundId, illustrative, suppliers } = given
  if (suppliers.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    insert into supplier as s (id, fund_id, name, illustrative)
    select id, ${fundId}::uuid, name, ${illustrative}
    from jsonb_to_recordset(${JSON.stringify(suppliers)}::jsonb) as row (id uuid, name text)
    on conflict (fund_id, lower(name)) do update set name = s.name returning s.id, s.name`.execute(tx)
  return new Map(rows.map(({ id, name }) => [name.toLowerCase(), id]))
}
