import { sql } from 'kysely'
import type { Delivery, MessageGroup } from '../../../core/notifications/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { ofGroup } from './centre.store.ts'

/** How somebody is told of a group of messages: of one fund, or (`fundId` null) of all that have no choice of their own. */
export type Chosen = {
  readonly group: MessageGroup
  readonly fundId: string | null
  readonly delivery: Delivery
}

/** What a person has chosen. */
export async function chosenBy(db: Database | Tx, personId: string): Promise<readonly Chosen[]> {
  const { rows } = await sql<Chosen>`
    select message_group as group, fund_id as "fundId", delivery from notification_preference
    where person_id = ${personId}::uuid order by message_group, fund_id`.execute(db)
  return rows
}

/** Keeps what is chosen of a fund, or of all: instead of what was. */
export async function replaceChosen(
  tx: Tx,
  personId: string,
  fundId: string | null,
  chosen: readonly Omit<Chosen, 'fundId'>[],
  at: Date,
): Promise<void> {
  await sql`
    delete from notification_preference
    where person_id = ${personId}::uuid and fund_id is not distinct from ${fundId}::uuid`.execute(tx)
  await sql`
    insert into notification_preference (person_id, message_group, fund_id, delivery, changed_at)
    select ${personId}::uuid, each ->> 'group', ${fundId}::uuid, each ->> 'delivery', ${at}
    from jsonb_array_elements(${JSON.stringify(chosen)}::jsonb) each`.execute(tx)
}

/** No more emails of a group, whatever the fund. What waits for a digest is in the centre alone. */
export async function stopGroup(tx: Tx, personId: string, group: MessageGroup, at: Date): Promise<void> {
  await sql`
    delete from notification_preference
    where person_id = ${personId}::uuid and message_group = ${group}`.execute(tx)
  await sql`
    insert into notification_preference (person_id, message_group, fund_id, delivery, changed_at)
    values (${personId}::uuid, ${group}, null, 'centre', ${at})`.execute(tx)
  await sql`
    update message set state = 'centre', digest_at = null
    where person_id = ${personId}::uuid and state = 'held' and ${ofGroup(group)}`.execute(tx)
}

/** Whether there is such a person: a link outlives whoever it was made for. */
export async function isPerson(db: Database | Tx, personId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from person where id::text = ${personId}`.execute(db)
  return rows.length === 1
}
