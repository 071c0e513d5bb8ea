import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A frozen shortlist: `document` is canonical JSON, to the letter as it was hashed. */
export type FrozenShortlist = {
  readonly roundId: string
  readonly document: string
  readonly sha256: string
  readonly frozenAt: Date
  readonly tellAt: Date
  readonly toldAt: Date | null
}

const columns = sql`l.round_id as "roundId", l.document, l.sha256, l.frozen_at as "frozenAt", l.tell_at as "tellAt",
  l.told_at as "toldAt"`

export async function shortlistOf(db: Database | Tx, roundId: string): Promise<FrozenShortlist | undefined> {
  const { rows } = await sql<FrozenShortlist>`
    select ${columns} from shortlist l where l.round_id = ${roundId}::uuid`.execute(db)
  return rows[0]
}

/** @returns false when the round has one already: it stays */
export async function insertShortlist(
  tx: Tx,
  shortlist: Omit<FrozenShortlist, 'toldAt'> & { readonly frozenBy: string },
): Promise<boolean> {
  const { roundId, document, sha256, frozenAt, frozenBy, tellAt } = shortlist
  const { rows } = await sql`
    insert into shortlist (round_id, document, sha256, frozen_at, frozen_by, tell_at)
    values (${roundId}::uuid, ${document}, ${sha256}, ${frozenAt}, ${frozenBy}::uuid, ${tellAt})
    on conflict (round_id) do nothing returning round_id`.execute(tx)
  return rows.length === 1
}

/** Rounds whose applicants are due to be told and have not been. */
export async function dueToTell(db: Database | Tx, at: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ roundId: string }>`
    select l.round_id as "roundId" from shortlist l where l.told_at is null and l.tell_at <= ${at}
    order by l.tell_at, l.round_id`.execute(db)
  return rows.map(({ roundId }) => roundId)
}

/** Says that they are told, once. @returns false when somebody else has */
export async function markTold(tx: Tx, roundId: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update shortlist set told_at = ${at} where round_id = ${roundId}::uuid and told_at is null
    returning round_id`.execute(tx)
  return rows.length === 1
}

/** What the panel decided of one application, against what was proposed then. */
export type Choice = {
  readonly applicationId: string
  readonly proposed: boolean
  readonly chosen: boolean
  readonly rule: string
  readonly reason: string
  readonly decidedAt: Date
  readonly decidedByName: string | null
}

export async function choicesOf(db: Database | Tx, roundId: string): Promise<readonly Choice[]> {
  const { rows } = await sql<Choice>`
    select c.application_id as "applicationId", c.proposed, c.chosen, c.rule, c.reason, c.decided_at as "decidedAt",
      p.name as "decidedByName"
    from shortlist_choice c left join person p on p.id = c.decided_by
    where c.round_id = ${roundId}::uuid order by c.application_id`.execute(db)
  return rows
}

export async function saveChoice(
  tx: Tx,
  choice: Omit<Choice, 'decidedByName'> & { readonly roundId: string; readonly decidedBy: string },
): Promise<void> {
  const { roundId, applicationId, proposed, chosen, rule, reason, decidedAt, decidedBy } = choice
  await sql`
    insert into shortlist_choice (round_id, application_id, proposed, chosen, rule, reason, decided_at, decided_by)
    values (${roundId}::uuid, ${applicationId}::uuid, ${proposed}, ${chosen}, ${rule}, ${reason}, ${decidedAt},
      ${decidedBy}::uuid)
    on conflict (round_id, application_id) do update set proposed = excluded.proposed, chosen = excluded.chosen,
      rule = excluded.rule, reason = excluded.reason, decided_at = excluded.decided_at,
      decided_by = excluded.decided_by`.execute(tx)
}

/** The value of the draw and the panel's comparisons: the last of two counts. */
export type TieFacts = {
  readonly drawValue: string
  readonly preferred: readonly (readonly [better: string, other: string])[]
}

export async function tieFactsOf(db: Database | Tx, roundId: string): Promise<TieFacts> {
  const { rows } = await sql<TieFacts>`
    select coalesce((select value from shortlist_draw where round_id = ${roundId}::uuid), '') as "drawValue",
      (select coalesce(jsonb_agg(jsonb_build_array(c.better_id, c.other_id) order by c.number), '[]') from (
        select distinct on (least(better_id, other_id), greatest(better_id, other_id)) * from shortlist_comparison
        where round_id = ${roundId}::uuid
        order by least(better_id, other_id), greatest(better_id, other_id), number desc) c) as preferred`.execute(db)
  return rows[0] ?? { drawValue: '', preferred: [] }
}

/** The public value that was said to have come out. */
export type Draw = { readonly value: string; readonly knownAt: Date; readonly knownByName: string | null }

export async function drawOf(db: Database | Tx, roundId: string): Promise<Draw | undefined> {
  const { rows } = await sql<Draw>`
    select d.value, d.known_at as "knownAt", p.name as "knownByName"
    from shortlist_draw d left join person p on p.id = d.known_by where d.round_id = ${roundId}::uuid`.execute(db)
  return rows[0]
}

/** Says what came out; a mistake is put right until the shortlist is frozen. */
export async function saveDraw(
  tx: Tx,
  draw: { readonly roundId: string; readonly value: string; readonly at: Date; readonly by: string },
): Promise<void> {
  const { roundId, value, at, by } = draw
  await sql`
    insert into shortlist_draw (round_id, value, known_at, known_by)
    values (${roundId}::uuid, ${value}, ${at}, ${by}::uuid)
    on conflict (round_id) do update set value = excluded.value, known_at = excluded.known_at,
      known_by = excluded.known_by`.execute(tx)
}

export async function insertComparison(
  tx: Tx,
  comparison: {
    readonly roundId: string
    readonly betterId: string
    readonly otherId: string
    readonly reason: string
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  const { roundId, betterId, otherId, reason, at, by } = comparison
  await sql`
    insert into shortlist_comparison (round_id, better_id, other_id, number, reason, decided_at, decided_by)
    select ${roundId}::uuid, ${betterId}::uuid, ${otherId}::uuid, coalesce(max(number), 0) + 1, ${reason}, ${at},
      ${by}::uuid from shortlist_comparison where round_id = ${roundId}::uuid`.execute(tx)
}

/** When each application of a round was submitted. */
export async function submittedTimes(db: Database | Tx, roundId: string): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ id: string; submittedAt: Date }>`
    select id, submitted_at as "submittedAt" from application
    where round_id = ${roundId}::uuid and submitted_at is not null`.execute(db)
  return new Map(rows.map(({ id, submittedAt }) => [id, submittedAt]))
}
