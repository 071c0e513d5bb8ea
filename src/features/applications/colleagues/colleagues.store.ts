import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Somebody invited to write an application who need not work for its lead or a partner. */
export type Contributor = {
  readonly email: string
  /** Their own, once they have joined; '' before. */
  readonly name: string
  readonly state: 'invited' | 'joined'
  /** The pages that they write; null is all of them. */
  readonly pages: readonly string[] | null
  readonly expiresAt: Date
  readonly personId: string | null
}

/** Those who are invited or have joined, by name. */
export async function contributorsOf(db: Database | Tx, applicationId: string): Promise<readonly Contributor[]> {
  const { rows } = await sql<Contributor>`
    select c.email, coalesce(p.name, '') as name, c.state, c.pages, c.expires_at as "expiresAt",
      c.person_id as "personId"
    from application_contributor c left join person p on p.id = c.person_id
    where c.application_id = ${applicationId}::uuid and c.state <> 'removed' order by c.email`.execute(db)
  return rows
}

/** The most times that one address is written to about one application in one UK day. */
export const mostInvitationsInDay = 3

export type InvitationRow = {
  readonly applicationId: string
  readonly email: string
  readonly pages: readonly string[] | null
  readonly at: Date
  readonly expiresAt: Date
  readonly invitedBy: string
  /** The UK day. */
  readonly on: string
}

/** Invites an address, or again. @returns false when it was written to as often as it may be today */
export async function inviteRow(tx: Tx, row: InvitationRow): Promise<boolean> {
  const { rows } = await sql`
    insert into application_contributor as c (application_id, email, pages, invited_at, invited_by, expires_at, told_on, told)
    values (${row.applicationId}::uuid, ${row.email}, ${row.pages === null ? null : JSON.stringify(row.pages)}::jsonb,
      ${row.at}, ${row.invitedBy}::uuid, ${row.expiresAt}, ${row.on}::date, 1)
    on conflict on constraint application_contributor_pk do update
      set pages = excluded.pages, invited_at = excluded.invited_at, invited_by = excluded.invited_by,
        expires_at = excluded.expires_at, told_on = excluded.told_on,
        state = case c.state when 'removed' then 'invited' else c.state end,
        told = case when c.told_on = excluded.told_on then c.told + 1 else 1 end
      where c.told_on is distinct from excluded.told_on or c.told < ${mostInvitationsInDay}
    returning c.email`.execute(tx)
  return rows.length === 1
}

/** @returns false if nobody of that address is invited or has joined */
export async function removeRow(tx: Tx, applicationId: string, email: string): Promise<boolean> {
  const { rows } = await sql`
    update application_contributor set state = 'removed', person_id = null, joined_at = null
    where application_id = ${applicationId}::uuid and email = ${email} and state <> 'removed' returning email`.execute(
    tx,
  )
  return rows.length === 1
}

/** Whoever signed in with the address joins. @returns false if there is no invitation that is still good */
export async function joinRow(
  tx: Tx,
  join: { readonly applicationId: string; readonly email: string; readonly personId: string; readonly at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    update application_contributor set state = 'joined', person_id = ${join.personId}::uuid, joined_at = ${join.at}
    where application_id = ${join.applicationId}::uuid and email = ${join.email} and state = 'invited'
      and expires_at > ${join.at} returning email`.execute(tx)
  return rows.length === 1
}

/** The invitation of an address, with what its page says of the application. */
export type Invitation = {
  readonly applicationId: string
  readonly state: 'invited' | 'joined'
  readonly expiresAt: Date
  readonly pages: readonly string[] | null
  readonly invitedBy: string
  readonly leadName: string
  readonly fundName: string
  readonly roundName: string
  readonly fundId: string
  readonly formVersionId: string
  readonly illustrative: boolean
}

export async function invitationFor(
  db: Database | Tx,
  reference: string,
  email: string,
): Promise<Invitation | undefined> {
  const { rows } = await sql<Invitation>`
    select a.id as "applicationId", c.state, c.expires_at as "expiresAt", c.pages,
      coalesce(nullif(p.name, ''), p.email) as "invitedBy", o.name as "leadName", f.name as "fundName",
      r.name as "roundName", f.id as "fundId", a.form_version_id as "formVersionId", a.illustrative
    from application a join application_contributor c on c.application_id = a.id
      join person p on p.id = c.invited_by join organisation o on o.id = a.lead_id
      join round r on r.id = a.round_id join fund f on f.id = r.fund_id
    where a.reference = ${reference} and c.email = ${email} and c.state <> 'removed'`.execute(db)
  return rows[0]
}
