import { sql } from 'kysely'
import { type Authority, authorityKinds, type Register, registerOf } from '../../core/authorities/authority.ts'
import { among } from '../../platform/database/among.ts'
import type { Database, Tx } from '../../platform/database/database.ts'

/** The register of authorities as it is kept, with what the other areas do not ask of it: former codes, successors. */
export async function registerAsKept(db: Database): Promise<Register> {
  const { rows } = await sql<Authority>`
    select o.id as code, o.gss_code as "gssCode", o.former_gss_codes as "formerGssCodes", o.name,
      o.short_name as "shortName", o.kind, o.region, o.in_being_from as "formedOn",
      o.shadow_from as "shadowFromOn", o.in_being_to as "lastDayOn", o.county_id as "countyCode",
      o.combined_authority_id as "combinedAuthorityCode", o.illustrative,
      coalesce((select jsonb_agg(s.successor_id order by s.position, s.successor_id)
        from organisation_successor s where s.predecessor_id = o.id), '[]'::jsonb) as "successorCodes"
    from organisation o
    where o.kind in ${among(authorityKinds)}
    order by o.id`.execute(db)
  return registerOf(rows)
}

/** One importer at a time: what it would change is worked out from what is there. Until the transaction ends. */
export async function lockRegister(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('register', 0))`.execute(tx)
}

/**
 * Writes bodies of the register with their successors, new or known, in three statements whatever their number. What is
 * not of the register (contact address, email domains) stays.
 */
export async function saveAuthorities(tx: Tx, authorities: readonly Authority[]): Promise<void> {
  if (authorities.length === 0) return
  const rows = authorities.map((authority) => ({
    id: authority.code,
    gss_code: authority.gssCode,
    former_gss_codes: authority.formerGssCodes,
    name: authority.name,
    short_name: authority.shortName,
    kind: authority.kind,
    region: authority.region,
    county_id: authority.countyCode,
    combined_authority_id: authority.combinedAuthorityCode,
    in_being_from: authority.formedOn,
    in_being_to: authority.lastDayOn,
    shadow_from: authority.shadowFromOn,
    illustrative: authority.illustrative,
  }))
  await sql`
    insert into organisation (id, gss_code, former_gss_codes, name, short_name, kind, region, county_id,
      combined_authority_id, in_being_from, in_being_to, shadow_from, illustrative)
    select id, gss_code, former_gss_codes, name, short_name, kind, region, county_id,
      combined_authority_id, in_being_from, in_being_to, shadow_from, illustrative
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id text, gss_code text, former_gss_codes text[],
      name text, short_name text, kind text, region text, county_id text, combined_authority_id text,
      in_being_from date, in_being_to date, shadow_from date, illustrative boolean)
    on conflict (id) do update set gss_code = excluded.gss_code, former_gss_codes = excluded.former_gss_codes,
      name = excluded.name, short_name = excluded.short_name, kind = excluded.kind, region = excluded.region,
      county_id = excluded.county_id, combined_authority_id = excluded.combined_authority_id,
      in_being_from = excluded.in_being_from, in_being_to = excluded.in_being_to,
      shadow_from = excluded.shadow_from, illustrative = excluded.illustrative`.execute(tx)
  const codes = JSON.stringify(authorities.map(({ code }) => code))
  const successors = authorities.flatMap(({ code, successorCodes }) =>
    successorCodes.map((successor, index) => ({ predecessor_id: code, successor_id: successor, position: index + 1 })),
  )
  await sql`
    delete from organisation_successor
    where predecessor_id in (select jsonb_array_elements_text(${codes}::jsonb))`.execute(tx)
  await sql`
    insert into organisation_successor (predecessor_id, successor_id, position)
    select predecessor_id, successor_id, position from jsonb_to_recordset(${JSON.stringify(successors)}::jsonb)
      as s (predecessor_id text, successor_id text, position int)`.execute(tx)
}
