import { sql } from 'kysely'
import type { FrozenBody } from '../../../core/forms/index.ts'
import { type IsoDay, isoDay } from '../../../core/time/day.ts'
import { among } from '../../../platform/database/among.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { inPlaceOf } from '../../accounts/index.ts'
import { type GivenTime, givenTime, withDeadline } from '../applications.store.ts'

export type PartnerState = 'asked' | 'accepted' | 'declined' | 'removed'

/** A body asked to be a partner in an application. It uses nothing up until it accepts. */
export type Partner = {
  readonly organisationId: string
  readonly state: PartnerState
  readonly askedAt: Date
  readonly askedBy: string
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  /** The pages of the form that its people write once it has accepted; null is all of them. */
  readonly pages: readonly string[] | null
}

const columns = sql`p.organisation_id as "organisationId", p.state, p.asked_at as "askedAt", p.asked_by as "askedBy",
  p.decided_at as "decidedAt", p.decided_by as "decidedBy", p.pages`

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

/** How a body stands to an application of which it is asked to be a partner, or has accepted. */
export type Partnership = Pick<Partner, 'organisationId' | 'pages'> & { readonly state: 'asked' | 'accepted' }

/** Those of the partnerships in an application that these bodies hold, or one in whose place they stand, holds. */
export async function partnershipsFor(
  db: Database | Tx,
  applicationId: string,
  organisationIds: readonly string[],
  on: IsoDay,
): Promise<readonly Partnership[]> {
  if (organisationIds.length === 0) return []
  const { rows } = await sql<Partnership>`
    select p.organisation_id as "organisationId", p.state, p.pages from application_partner p
    where p.application_id = ${applicationId}::uuid and p.state in ('asked', 'accepted')
      and p.organisation_id in ${inPlaceOf(organisationIds, on)}
    order by p.state, p.pages is not null, jsonb_array_length(p.pages) desc`.execute(db)
  return rows
}

type Named = { readonly name: string; readonly shortName: string }

/** A request that a body has not answered, with what a message about it says. */
export type OpenRequest = {
  readonly reference: string
  readonly illustrative: boolean
  readonly fundId: string
  readonly fundName: string
  readonly deadlineAt: Date | null
  readonly organisation: Named
  readonly lead: Named
  /** Who asked: a name, or else an address. */
  readonly by: string
}

/**
 * What a body, or one in whose place it stands on that day, is asked and has not answered, in applications that are not
 * sent, the first asked first.
 */
export async function openRequests(tx: Tx, organisationId: string, on: IsoDay): Promise<readonly OpenRequest[]> {
  const { rows } = await sql<Omit<OpenRequest, 'deadlineAt'> & GivenTime>`
    select a.id, a.reference, a.illustrative, r.fund_id as "fundId", f.name as "fundName",
      r.deadline_at as "ownDeadlineAt", ${givenTime},
      jsonb_build_object('name', o.name, 'shortName', o.short_name) as organisation,
      jsonb_build_object('name', l.name, 'shortName', l.short_name) as lead,
      coalesce(nullif(w.name, ''), w.email) as by
    from application_partner p join application a on a.id = p.application_id
      join round r on r.id = a.round_id join fund f on f.id = r.fund_id
      join organisation o on o.id = p.organisation_id join organisation l on l.id = a.lead_id
      join person w on w.id = p.asked_by
    where p.state = 'asked' and a.state <> 'submitted' and a.mode = 'live'
      and p.organisation_id in ${inPlaceOf([organisationId], on)}
    order by p.asked_at, a.id, p.organisation_id`.execute(tx)
  return rows.map(withDeadline)
}

/** A body that was asked, and has declined or was taken off the list. `decidedBy`: a name, or else an address, if it is known. */
export type PastRequest = {
  readonly organisationId: string
  readonly organisation: string
  readonly state: 'declined' | 'removed'
  readonly decidedAt: Date
  readonly decidedBy: string | null
  readonly askedBy: string
  readonly lead: string
  readonly fund: string
  readonly round: string
  readonly illustrative: boolean
}

/** What these bodies, or those in whose place they stand, were asked in an application, where none is asked or a partner now. */
export async function pastRequests(
  db: Database | Tx,
  reference: string,
  organisationIds: readonly string[],
  on: IsoDay,
): Promise<readonly PastRequest[]> {
  if (organisationIds.length === 0) return []
  const { rows } = await sql<PastRequest>`
    select o.id as "organisationId", o.name as organisation, p.state, p.decided_at as "decidedAt", coalesce(nullif(d.name, ''), d.email) as "decidedBy",
      coalesce(nullif(w.name, ''), w.email) as "askedBy", l.name as lead, f.name as fund, r.name as round, a.illustrative
    from application_partner p join application a on a.id = p.application_id
      join round r on r.id = a.round_id join fund f on f.id = r.fund_id
      join organisation o on o.id = p.organisation_id join organisation l on l.id = a.lead_id
      join person w on w.id = p.asked_by left join person d on d.id = p.decided_by
    where a.reference = ${reference} and a.mode = 'live' and p.organisation_id in ${inPlaceOf(organisationIds, on)}
    order by p.decided_at desc nulls first, p.organisation_id`.execute(db)
  return rows.some(({ state }) => state !== 'declined' && state !== 'removed') ? [] : rows
}

/** Says which pages a partner writes. @returns false when there is no such partner */
export async function updatePartnerPages(
  tx: Tx,
  applicationId: string,
  organisationId: string,
  pages: readonly string[] | null,
): Promise<boolean> {
  const { rows } = await sql`
    update application_partner set pages = ${pages === null ? null : JSON.stringify(pages)}::jsonb
    where application_id = ${applicationId}::uuid and organisation_id = ${organisationId}
      and state in ('asked', 'accepted') returning organisation_id`.execute(tx)
  return rows.length === 1
}

/** Holds a body's partner slots in a round for this transaction; the database takes the same lock when it counts. */
export async function lockPartnerSlots(tx: Tx, roundId: string, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`partner ${roundId} ${organisationId}`}, 0))`.execute(tx)
}

/** The applications of a round, but this one, in which each of these bodies has accepted to be a partner. */
export async function otherPartnerships(
  db: Database | Tx,
  application: { readonly id: string; readonly roundId: string },
  organisationIds: readonly string[],
): Promise<readonly { readonly organisationId: string; readonly reference: string }[]> {
  const { rows } = await sql<{ organisationId: string; reference: string }>`
    select p.organisation_id as "organisationId", a.reference
    from application_partner p join application a on a.id = p.application_id
    where a.round_id = ${application.roundId}::uuid and p.organisation_id in ${among(organisationIds)}
      and p.state = 'accepted' and a.id <> ${application.id}::uuid order by a.reference`.execute(db)
  return rows
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
