import { type RawBuilder, sql } from 'kysely'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { actingFor } from '../../accounts/index.ts'

/** For whom somebody writes: the lead, a partner that has accepted, or themselves, since they were invited. */
export type WriterRole = 'lead' | 'partner' | 'invited'

/** What somebody may write of an application. */
export type WriterPart = {
  readonly role: WriterRole
  /** For whom; '' for somebody invited by the address alone. */
  readonly organisation: string
  /** The pages that they may write; null is all of them. */
  readonly pages: readonly string[] | null
}

/** Somebody who writes an application, or part of it. */
export type Writer = WriterPart & {
  readonly personId: string
  readonly email: string
  /** Their name, or else their address. */
  readonly name: string
}

/**
 * Everyone who can write applications, once for each application, by what lets them write the most: confirmed people of the lead and
 * of partners that have accepted, or of the bodies that act for one of them that is no more, and those who joined.
 *
 * @param applications selects the ids of applications
 */
export const writersOfEach = (applications: RawBuilder<unknown>, on: IsoDay): RawBuilder<unknown> => sql`(
  with chosen as materialized (${applications}), acting as materialized ${actingFor(on)},
  writer (application_id, person_id, role, organisation_id, pages, place) as (
    select a.id, m.person_id, 'lead', a.lead_id, null::jsonb, 1
    from application a join acting on acting.body_id = a.lead_id
      join membership m on m.organisation_id = acting.acting_id and m.state = 'confirmed'
    where a.id in (select id from chosen)
    union all
    select c.application_id, c.person_id, 'invited', null, c.pages, 2
    from application_contributor c where c.application_id in (select id from chosen) and c.state = 'joined'
    union all
    select w.application_id, m.person_id, 'partner', w.organisation_id, w.pages, 3
    from application_partner w join acting on acting.body_id = w.organisation_id
      join membership m on m.organisation_id = acting.acting_id and m.state = 'confirmed'
    where w.application_id in (select id from chosen) and w.state = 'accepted'
  )
  select distinct on (w.application_id, w.person_id) w.application_id, w.person_id, w.role,
    coalesce(o.short_name, '') as organisation, w.pages, w.place
  from writer w left join organisation o on o.id = w.organisation_id
  order by w.application_id, w.person_id, w.place, w.pages is not null, jsonb_array_length(w.pages) desc)`

/** Everyone who can write an application on a day: those of the lead first, each by name. */
export async function writersOf(db: Database | Tx, applicationId: string, on: IsoDay): Promise<readonly Writer[]> {
  const { rows } = await sql<Writer>`
    select p.id as "personId", p.email, coalesce(nullif(p.name, ''), p.email) as name, w.role, w.organisation, w.pages
    from ${writersOfEach(sql`select ${applicationId}::uuid as id`, on)} w join person p on p.id = w.person_id
    order by array_position(array['lead', 'partner', 'invited'], w.role), name, email`.execute(db)
  return rows
}
