import { sql } from 'kysely'
import type { Draft } from '../../../core/requests/index.ts'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Who did it and when. */
type Done = { readonly at: Date; readonly by: string }

/** @returns the number of the draft */
export async function insertDraft(
  tx: Tx,
  requestId: string,
  { outcome, answer, claimed, at, by }: Draft & Done,
): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into request_draft (request_id, number, outcome, answer, claimed, saved_at, saved_by)
    select ${requestId}::uuid, coalesce(max(number), 0) + 1, ${outcome}, ${answer}, ${JSON.stringify(claimed)}::jsonb,
      ${at}, ${by}::uuid
    from request_draft where request_id = ${requestId}::uuid returning number`.execute(tx)
  return rows[0]?.number ?? 0
}

export async function insertClearance(tx: Tx, requestId: string, number: number, { at, by }: Done): Promise<void> {
  await sql`
    insert into request_clearance (request_id, number, cleared_at, cleared_by)
    values (${requestId}::uuid, ${number}, ${at}, ${by}::uuid)`.execute(tx)
}

export async function insertAnswer(
  tx: Tx,
  requestId: string,
  { number, answeredOn, at, by }: Done & { readonly number: number; readonly answeredOn: IsoDay },
): Promise<void> {
  await sql`
    insert into request_answer (request_id, number, answered_on, recorded_at, recorded_by)
    values (${requestId}::uuid, ${number}, ${answeredOn}, ${at}, ${by}::uuid)`.execute(tx)
}

export async function insertDisclosure(
  tx: Tx,
  requestId: string,
  { asked, answer, at, by }: Done & { readonly asked: string; readonly answer: string },
): Promise<void> {
  await sql`
    insert into request_disclosure (request_id, number, asked, answer, published_at, published_by)
    select ${requestId}::uuid, coalesce(max(number), 0) + 1, ${asked}, ${answer}, ${at}, ${by}::uuid
    from request_disclosure where request_id = ${requestId}::uuid`.execute(tx)
}

/** What everybody reads of an answered request. Who asked is not told. */
export type Disclosed = {
  readonly number: number
  readonly kind: string
  readonly asked: string
  readonly answer: string
  readonly outcome: string
  /** Ids of the exemptions under which something is withheld. */
  readonly claimed: readonly string[]
  readonly answeredOn: IsoDay
}

/** What was disclosed of a round, the newest first, narrowed by words. */
export async function disclosuresOf(
  db: Database,
  roundId: string,
  query: string,
  { from, rows: most }: { readonly from: number; readonly rows: number },
): Promise<{ readonly total: number; readonly rows: readonly Disclosed[] }> {
  const { rows } = await sql<Disclosed & { total: number }>`
    select q.number, q.kind, p.asked, p.answer, d.outcome, w.answered_on as "answeredOn", count(*) over () as total,
      jsonb_path_query_array(d.claimed, '$[*].id') as claimed
    from information_request q join request_answer w on w.request_id = q.id
      join request_draft d on d.request_id = q.id and d.number = w.number
      join lateral (select asked, answer from request_disclosure where request_id = q.id
        order by number desc limit 1) p on true
    where q.round_id = ${roundId}::uuid
      and (${query} = '' or position(lower(${query}) in lower(p.asked || ' ' || p.answer)) > 0)
    order by w.answered_on desc, q.number desc limit ${most} offset ${from}`.execute(db)
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) }
}
