import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Somebody invited into a network who is there for nothing else. */
export type Guest = {
  readonly id: string
  readonly email: string
  readonly note: string
  readonly invitedAt: Date
  /** Empty until they have signed in and told it. */
  readonly name: string
  readonly signedIn: boolean
}

/** Who is invited now, by address. */
export async function guestsOf(db: Database | Tx, fundId: string): Promise<readonly Guest[]> {
  const { rows } = await sql<Guest>`
    select g.id, g.email, g.note, g.invited_at as "invitedAt", coalesce(p.name, '') as name, p.id is not null as "signedIn"
    from network_guest g left join person p on p.email = g.email
    where g.fund_id = ${fundId}::uuid and g.ended_at is null order by g.email`.execute(db)
  return rows
}

/** @returns false when this address is invited already */
export async function insertGuest(
  tx: Tx,
  guest: Pick<Guest, 'id' | 'email' | 'note'> & { readonly fundId: string; readonly at: Date; readonly by: string },
): Promise<boolean> {
  const { id, fundId, email, note, at, by } = guest
  const { rows } = await sql`
    insert into network_guest (id, fund_id, email, note, invited_at, invited_by)
    values (${id}::uuid, ${fundId}::uuid, ${email}, ${note}, ${at}, ${by}::uuid)
    on conflict (fund_id, email) where ended_at is null do nothing returning id`.execute(tx)
  return rows.length === 1
}

/** @returns false when there is no such invitation in this fund, or it has ended */
export async function markGuestEnded(tx: Tx, fundId: string, id: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update network_guest set ended_at = ${at}
    where fund_id = ${fundId}::uuid and id::text = ${id} and ended_at is null returning id`.execute(tx)
  return rows.length === 1
}
