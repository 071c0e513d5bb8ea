import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** What was sent last of one event to one person. */
export type SentInvitation = {
  readonly uid: string
  readonly recipient: string
  readonly number: number
  readonly method: 'REQUEST' | 'CANCEL'
  /** What it said of time and place, as JSON. */
  readonly said: string
}

/** The last of each event and person, of the events of one round. */
export async function invitationsSent(db: Database | Tx, uids: readonly string[]): Promise<readonly SentInvitation[]> {
  const { rows } = await sql<SentInvitation>`
    select distinct on (uid, recipient) uid, recipient, number, method, said from interview_invitation
    where uid = any(${[...uids]}::text[]) order by uid, recipient, number desc`.execute(db)
  return rows
}

export async function insertInvitation(tx: Tx, sent: SentInvitation & { readonly at: Date }): Promise<void> {
  await sql`
    insert into interview_invitation (uid, recipient, number, method, said, sent_at)
    values (${sent.uid}, ${sent.recipient}, ${sent.number}, ${sent.method}, ${sent.said}, ${sent.at})`.execute(tx)
}

export type Invited = { readonly personId: string; readonly name: string; readonly email: string }

/** The confirmed people of the lead and of partners that have accepted, by the id of the application. */
export async function applicantsOf(
  db: Database | Tx,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Invited[]>> {
  const { rows } = await sql<Invited & { readonly id: string }>`
    with body as (
      select a.id, a.lead_id as organisation_id from application a where a.id = any(${[...applicationIds]}::uuid[])
      union select w.application_id, w.organisation_id from application_partner w
      where w.state = 'accepted' and w.application_id = any(${[...applicationIds]}::uuid[])
    )
    select distinct b.id, p.id as "personId", coalesce(nullif(p.name, ''), p.email) as name, p.email
    from body b join membership m on m.organisation_id = b.organisation_id and m.state = 'confirmed'
      join person p on p.id = m.person_id order by b.id, p.email`.execute(db)
  return Map.groupBy(rows, ({ id }) => id)
}
