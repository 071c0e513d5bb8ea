import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** That the service is, or will be, down: shown on every page between its times. */
export type ServiceNotice = {
  readonly id: string
  readonly text: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly createdAt: Date
  readonly authorId: string
  readonly authorName: string
  readonly takenDownAt: Date | null
}

const columns = sql`n.id, n.text, n.starts_at as "startsAt", n.ends_at as "endsAt", n.created_at as "createdAt",
  n.author_id as "authorId", coalesce(nullif(p.name, ''), p.email) as "authorName", n.taken_down_at as "takenDownAt"`

/** Notices that are not over at an instant, nor taken down, the first to start first. */
export async function noticesToCome(db: Database | Tx, at: Date): Promise<readonly ServiceNotice[]> {
  const { rows } = await sql<ServiceNotice>`
    select ${columns} from service_notice n join person p on p.id = n.author_id
    where n.ends_at >= ${at} and n.taken_down_at is null order by n.starts_at, n.id limit 20`.execute(db)
  return rows
}

/** Notices that began by an instant and ended after another, the newest first: at most 50. */
export async function noticesBetween(db: Database, from: Date, to: Date): Promise<readonly ServiceNotice[]> {
  const { rows } = await sql<ServiceNotice>`
    select ${columns} from service_notice n join person p on p.id = n.author_id
    where n.starts_at <= ${to} and least(n.ends_at, n.taken_down_at) >= ${from}
      and (n.taken_down_at is null or n.taken_down_at > n.starts_at)
    order by n.starts_at desc, n.id limit 50`.execute(db)
  return rows
}

export async function insertNotice(tx: Tx, row: Omit<ServiceNotice, 'authorName' | 'takenDownAt'>): Promise<void> {
  await sql`
    insert into service_notice (id, text, starts_at, ends_at, created_at, author_id)
    values (${row.id}::uuid, ${row.text}, ${row.startsAt}, ${row.endsAt}, ${row.createdAt}, ${row.authorId}::uuid)`.execute(
    tx,
  )
}

/** @returns false when there is none, or it is down already */
export async function markTakenDown(tx: Tx, id: string, at: Date, personId: string): Promise<boolean> {
  const { rows } = await sql`
    update service_notice set taken_down_at = ${at}, taken_down_by = ${personId}::uuid
    where id::text = ${id} and taken_down_at is null returning id`.execute(tx)
  return rows.length === 1
}
