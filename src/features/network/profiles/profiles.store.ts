import { sql } from 'kysely'
import type { Profile } from '../../../core/network/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A council of a network, with its profile once somebody wrote it. */
export type CouncilInNetwork = {
  readonly organisationId: string
  readonly name: string
  readonly illustrative: boolean
  /** The title of its award. */
  readonly award: string
  readonly profile: (Profile & { readonly contactName: string; readonly contactEmail: string }) | null
}

type Row = Omit<CouncilInNetwork, 'profile'> &
  Profile & { readonly written: boolean; readonly contactName: string; readonly contactEmail: string }

/** The councils of the accepted awards of a fund, by name. One statement. */
export async function councilsOf(db: Database | Tx, fundId: string): Promise<readonly CouncilInNetwork[]> {
  const { rows } = await sql<Row>`
    select o.id as "organisationId", o.name, o.illustrative, string_agg(distinct w.title, '; ') as award,
      p.fund_id is not null as written, p.service, p.service_areas as "serviceAreas", p.models, p.stage, p.about,
      p.contact_id as "contactId", coalesce(c.name, '') as "contactName", coalesce(c.email, '') as "contactEmail"
    from award w join round r on r.id = w.round_id join organisation o on o.id = w.organisation_id
      left join network_profile p on p.fund_id = r.fund_id and p.organisation_id = o.id
      left join person c on c.id = p.contact_id and c.anonymised_at is null
    where r.fund_id = ${fundId}::uuid and w.state = 'accepted'
    group by o.id, p.fund_id, p.organisation_id, c.id order by o.name`.execute(db)
  return rows.map(({ organisationId, name, illustrative, award, written, ...profile }) => ({
    organisationId,
    name,
    illustrative,
    award,
    profile: written ? profile : null,
  }))
}

/** Writes what a council says of its review, or writes it anew. */
export async function saveProfileRow(
  tx: Tx,
  of: { readonly fundId: string; readonly organisationId: string; readonly at: Date; readonly by: string },
  { service, serviceAreas, models, stage, about, contactId }: Profile,
): Promise<void> {
  await sql`
    insert into network_profile (fund_id, organisation_id, service, service_areas, models, stage, about, contact_id,
      saved_at, saved_by)
    values (${of.fundId}::uuid, ${of.organisationId}, ${service}, ${[...serviceAreas]}::text[], ${[...models]}::text[],
      ${stage}, ${about}, ${contactId}::uuid, ${of.at}, ${of.by}::uuid)
    on conflict on constraint network_profile_pk do update set service = excluded.service,
      service_areas = excluded.service_areas, models = excluded.models, stage = excluded.stage, about = excluded.about,
      contact_id = excluded.contact_id, saved_at = excluded.saved_at, saved_by = excluded.saved_by`.execute(tx)
}
