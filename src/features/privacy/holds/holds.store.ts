import { sql } from 'kysely'
import type { HoldKind } from '../../../core/privacy/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Something that is kept whatever the rules say. */
export type Hold = {
  readonly id: string
  readonly kind: HoldKind
  /** What it is on: a reference, an address, a name. */
  readonly called: string
  readonly reason: string
  readonly placedAt: Date
  readonly placedByName: string
  readonly releasedAt: Date | null
  readonly releasedByName: string | null
  readonly releaseReason: string
}

/** All holds, those that stand first, then the newest. */
export async function allHolds(db: Database): Promise<readonly Hold[]> {
  const { rows } = await sql<Hold>`
    select h.id, h.kind, coalesce(case when p.anonymised_at is null then p.email else p.name end, a.reference, r.name || ', ' || rf.name, f.name) as called, h.reason,
      h.placed_at as "placedAt", coalesce(nullif(by.name, ''), by.email) as "placedByName",
      h.released_at as "releasedAt", coalesce(nullif(off.name, ''), off.email) as "releasedByName",
      h.release_reason as "releaseReason"
    from legal_hold h join person by on by.id = h.placed_by left join person off on off.id = h.released_by
      left join person p on h.kind = 'person' and p.id = h.object_id
      left join application a on h.kind = 'application' and a.id = h.object_id
      left join round r on h.kind = 'round' and r.id = h.object_id left join fund rf on rf.id = r.fund_id
      left join fund f on h.kind = 'fund' and f.id = h.object_id
    order by h.released_at is not null, h.placed_at desc, h.id limit 200`.execute(db)
  return rows
}

const finders = {
  person: (which: string) => sql`select id, null::uuid as "fundId" from person where email = ${which.toLowerCase()}`,
  application: (which: string) =>
    sql`select a.id, r.fund_id as "fundId" from application a join round r on r.id = a.round_id
      where a.reference = ${which.toUpperCase()}`,
  round: (which: string) =>
    sql`select r.id, r.fund_id as "fundId" from round r join fund f on f.id = r.fund_id
      where f.slug || '/' || r.slug = ${which.toLowerCase()}`,
  fund: (which: string) => sql`select id, id as "fundId" from fund where slug = ${which.toLowerCase()}`,
} as const

/** What a hold is to be on. @param which an email address, a reference, `fund/round` or `fund`, as in addresses of pages */
export async function findHoldable(
  db: Database | Tx,
  kind: HoldKind,
  which: string,
): Promise<{ readonly id: string; readonly fundId: string | null } | undefined> {
  const { rows } = await sql<{ id: string; fundId: string | null }>`${finders[kind](which)}`.execute(db)
  return rows[0]
}

/** @returns false where a hold stands on it already */
export async function insertHold(
  tx: Tx,
  hold: { readonly id: string; readonly kind: HoldKind; readonly objectId: string; readonly reason: string } & {
    readonly at: Date
    readonly by: string
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into legal_hold (id, kind, object_id, reason, placed_at, placed_by)
    values (${hold.id}::uuid, ${hold.kind}, ${hold.objectId}::uuid, ${hold.reason}, ${hold.at}, ${hold.by}::uuid)
    on conflict (kind, object_id) where released_at is null do nothing returning id`.execute(tx)
  return rows.length === 1
}

/** @returns what the hold was on, or undefined where none stands by this id */
export async function markReleased(
  tx: Tx,
  { id, reason, at, by }: { readonly id: string; readonly reason: string; readonly at: Date; readonly by: string },
): Promise<{ readonly kind: HoldKind; readonly objectId: string } | undefined> {
  const { rows } = await sql<{ kind: HoldKind; objectId: string }>`
    update legal_hold set released_at = ${at}, released_by = ${by}::uuid, release_reason = ${reason}
    where id::text = ${id} and released_at is null returning kind, object_id as "objectId"`.execute(tx)
  return rows[0]
}
