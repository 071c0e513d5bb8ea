import { sql } from 'kysely'
import type { FrozenBody } from '../../../core/forms/index.ts'
import { type IsoDay, isoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { inPlaceOf } from '../../accounts/index.ts'

export type PartnerState = 'asked' | 'accepted' | 'declined' | 'removed'

/** A body asked to be a partner in an application. It uses nothing up until it accepts. */
export type Partner = {
  readonly organisationId: string
  readonly state: PartnerState
  readonly askedAt: Date
  readonly askedBy: string
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
}

const columns = sql`p.organisation_id as "organisationId", p.state, p.asked_at as "askedAt", p.asked_by as "askedBy",
  p.decided_at as "decidedAt", p.decided_by as "decidedBy"`

/** The partners of an application, removed ones too, in the order in which they were asked. */
export async function partnersOf(db: Database | Tx, applicationId: string): Promise<readonly Partner[]> {
  const { rows } = await sql<Partner>`
    select ${columns} from application_partner p
    where p.application_id = ${applicationId}::uuid order by p.asked_at, p.organisation_id`.execute(db)
  return rows
}

/** The bodies that have accepted, as they are called now. */
export async function acceptedPartners(db: Database | Tx, applicationId: string): Promise<readonly FrozenBody[]> {
  const { rows } = await sql<FrozenBody>`
    select o.id, o.name from application_partner p join organisation o on o.id = p.organisation_id
    where p.application_id = ${applicationId}::uuid and p.state = 'accepted' order by o.id`.execute(db)
  return rows
}

/** Whether one of these bodies is asked or accepted as a partner, or stands in the place of one that is. */
export async function isPartnerFor(
  db: Database | Tx,
  applicationId: string,
  organisationIds: readonly string[],
  on: IsoDay,
): Promise<boolean> {
  if (organisationIds.length === 0) return false
  const { rows } = await sql`
    select p.organisation_id from application_partner p
    where p.application_id = ${applicationId}::uuid and p.state in ('asked', 'accepted')
      and p.organisation_id in ${inPlaceOf(organisationIds, on)} limit 1`.execute(db)
  return rows.length > 0
}

/** The most times that the people of a body are written to in one UK day about one application. */
export const mostAsksInDay = 3

/** Writes that a body has been asked: anew if it declined or was removed before, and has not been asked too often today. */
export async function askPartnerRow(
  tx: Tx,
  row: {
    readonly applicationId: string
    readonly organisationId: string
    readonly at: Date
    readonly personId: string
  },
): Promise<'asked' | 'there-already' | 'too-often'> {
  const on = isoDay(row.at)
  const { rows } = await sql`
    insert into application_partner as p (application_id, organisation_id, state, asked_at, asked_by, told_on, told)
    values (${row.applicationId}::uuid, ${row.organisationId}, 'asked', ${row.at}, ${row.personId}::uuid, ${on}::date, 1)
    on conflict (application_id, organisation_id) do update
      set state = 'asked', asked_at = excluded.asked_at, asked_by = excluded.asked_by, decided_at = null, decided_by = null,
        told_on = excluded.told_on, told = case when p.told_on = excluded.told_on then p.told + 1 else 1 end
      where p.state in ('declined', 'removed') and (p.told_on is distinct from excluded.told_on or p.told < ${mostAsksInDay})
    returning p.organisation_id`.execute(tx)
  if (rows.length === 1) return 'asked'
  const there = (await partnersOf(tx, row.applicationId)).find((one) => one.organisationId === row.organisationId)
  return there?.state === 'asked' || there?.state === 'accepted' ? 'there-already' : 'too-often'
}

/** Changes the state if it is one of those expected. @returns false when it was not */
export async function movePartner(
  tx: Tx,
  row: {
    readonly applicationId: string
    readonly organisationId: string
    readonly from: readonly PartnerState[]
    readonly to: PartnerState
    readonly at: Date
    readonly personId: string
  },
): Promise<boolean> {
  const { rows } = await sql`
    update application_partner set state = ${row.to}, decided_at = ${row.at}, decided_by = ${row.personId}::uuid
    where application_id = ${row.applicationId}::uuid and organisation_id = ${row.organisationId}
      and state in (select jsonb_array_elements_text(${JSON.stringify(row.from)}::jsonb))
    returning organisation_id`.execute(tx)
  return rows.length === 1
}
