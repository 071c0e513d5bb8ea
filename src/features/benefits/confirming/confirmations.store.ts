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
