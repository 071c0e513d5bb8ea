import { sql } from 'kysely'
import type { Confirmation } from '../../../core/benefits/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** What finance has confirmed of awards, by the id of the award. */
export async function confirmationsOf(
  db: Database | Tx,
  awardIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Confirmation[]>> {
  const { rows } = await sql<Confirmation & { readonly awardId: string }>`
    select award_id as "awardId", entry, version from actual_confirmation
    where award_id = any(${[...awardIds]}::uuid[]) order by award_id, entry, version`.execute(db)
  return Map.groupBy(rows, ({ awardId }) => awardId)
}

/** Those of these actuals which somebody wrote any version of: they cannot confirm them. */
export async function writtenBy(db: Database | Tx, awardId: string, personId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ readonly entry: string }>`
    select distinct entry from award_entry
    where award_id = ${awardId}::uuid and sheet = 'actuals' and changed_by = ${personId}::uuid`.execute(db)
  return new Set(rows.map(({ entry }) => entry))
}

/** Confirms actuals as they stand; one that is confirmed already stays so. */
export async function insertConfirmations(
  tx: Tx,
  awardId: string,
  confirmed: readonly Confirmation[],
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    insert into actual_confirmation (award_id, sheet, entry, version, confirmed_at, confirmed_by)
    select ${awardId}::uuid, 'actuals', c->>'entry', (c->>'version')::integer, ${at}, ${by}::uuid
    from jsonb_array_elements(${JSON.stringify(confirmed)}::jsonb) as t (c) on conflict do nothing`.execute(tx)
}

/** An actual that finance did not confirm, and what is wrong with it. */
export type SentBack = Confirmation & { readonly reason: string; readonly by: string; readonly at: Date }

/** The actuals of an award that finance sent back, as they were then. */
export async function sentBackOf(db: Database | Tx, awardId: string): Promise<readonly SentBack[]> {
  const { rows } = await sql<SentBack>`
    select s.entry, s.version, s.reason, coalesce(nullif(p.name, ''), p.email) as by, s.sent_back_at as at
    from actual_sent_back s join person p on p.id = s.sent_back_by
    where s.award_id = ${awardId}::uuid order by s.entry, s.version`.execute(db)
  return rows
}

/** Whether something was said of an actual as it stands. */
export const isOf = (
  { id, version }: { readonly id: string; readonly version: number },
  said: Pick<Confirmation, 'entry' | 'version'>,
): boolean => said.entry === id && said.version === version

/** Sends actuals back as they stand; one that was sent back already stays so, for the reason that was given then. */
export async function insertSentBack(
  tx: Tx,
  awardId: string,
  sent: readonly Confirmation[],
  { reason, at, by }: { readonly reason: string; readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    insert into actual_sent_back (award_id, sheet, entry, version, reason, sent_back_at, sent_back_by)
    select ${awardId}::uuid, 'actuals', c->>'entry', (c->>'version')::integer, ${reason}, ${at}, ${by}::uuid
    from jsonb_array_elements(${JSON.stringify(sent)}::jsonb) as t (c) on conflict do nothing`.execute(tx)
}

/** How many actuals of an award wait for its finance, and how many it has sent back. */
export type ActualsWaiting = { readonly awardId: string; readonly toConfirm: number; readonly sentBack: number }

/**
 * What waits for finance, by the id of the award: actuals that are not confirmed as they stand. One statement.
 *
 * @param personId who cannot confirm what they wrote a version of: that does not wait for them
 */
export async function actualsWaiting(
  db: Database,
  awardIds: readonly string[],
  personId: string,
): Promise<ReadonlyMap<string, ActualsWaiting>> {
  const { rows } = await sql<ActualsWaiting>`
    with last as (
      select distinct on (award_id, entry) award_id, sheet, entry, version, content from award_entry
      where sheet = 'actuals' and award_id = any(${[...awardIds]}::uuid[]) order by award_id, entry, version desc)
    select a.award_id as "awardId", count(s.entry)::int as "sentBack",
      count(*) filter (where s.entry is null and not exists (select from award_entry e where e.award_id = a.award_id
        and e.sheet = a.sheet and e.entry = a.entry and e.changed_by = ${personId}::uuid))::int as "toConfirm"
    from last a left join actual_sent_back s using (award_id, sheet, entry, version)
    where a.content is not null and not exists (select from actual_confirmation c
      where (c.award_id, c.sheet, c.entry, c.version) = (a.award_id, a.sheet, a.entry, a.version))
    group by a.award_id`.execute(db)
  return new Map(rows.map((row) => [row.awardId, row]))
}

/** Who wrote these actuals as they stand, each once. */
export async function writersOf(
  tx: Tx,
  awardId: string,
  actuals: readonly Confirmation[],
): Promise<readonly { readonly id: string; readonly email: string }[]> {
  const { rows } = await sql<{ readonly id: string; readonly email: string }>`
    select distinct p.id, p.email from award_entry e join person p on p.id = e.changed_by
      join jsonb_array_elements(${JSON.stringify(actuals)}::jsonb) as t (c)
        on (e.entry, e.version) = (c->>'entry', (c->>'version')::integer)
    where e.award_id = ${awardId}::uuid and e.sheet = 'actuals' order by p.id`.execute(tx)
  return rows
}

/** Names who confirms for the finance of the council, in place of whoever was named before. */
export async function insertFinance(
  tx: Tx,
  awardId: string,
  { email, name, at, by }: { readonly email: string; readonly name: string; readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    insert into award_finance (award_id, number, email, name, named_at, named_by)
    select ${awardId}::uuid, 1 + coalesce(max(number), 0), ${email}, ${name}, ${at}, ${by}::uuid
    from award_finance where award_id = ${awardId}::uuid`.execute(tx)
}
