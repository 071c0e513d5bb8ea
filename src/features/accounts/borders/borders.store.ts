import { sql } from 'kysely'
import type { Border } from '../../../core/authorities/borders.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Where borders are known from, and of which day that is true, `YYYY-MM-DD`. */
export type BorderSource = { readonly source: string; readonly asOfOn: string }

/** Every border between bodies that are real, in the order of the codes. */
export async function bordersAsKept(db: Database | Tx): Promise<readonly (Border & BorderSource)[]> {
  const { rows } = await sql<Border & BorderSource>`
    select b.one_id as one, b.other_id as other, b.note, b.source, b.as_of_on as "asOfOn" from organisation_border b
    join organisation o on o.id = b.one_id where not o.illustrative
    order by b.one_id collate "C", b.other_id collate "C"`.execute(db)
  return rows
}

/** Puts borders in place of all that there are between bodies that are real. Those between made-up ones stay. */
export async function replaceBorders(tx: Tx, borders: readonly Border[], source: BorderSource): Promise<void> {
  await sql`delete from organisation_border b using organisation o where o.id = b.one_id and not o.illustrative`.execute(
    tx,
  )
  await insertBorders(tx, borders, source)
}

/** Adds borders that are not there yet, in one statement. */
export async function insertBorders(
  tx: Tx,
  borders: readonly Border[],
  { source, asOfOn }: BorderSource,
): Promise<void> {
  await sql`
    insert into organisation_border (one_id, other_id, source, as_of_on, note)
    select one, other, ${source}, ${asOfOn}::date, note
    from jsonb_to_recordset(${JSON.stringify(borders)}::jsonb) as b (one text, other text, note text)
    on conflict on constraint organisation_border_pk do nothing`.execute(tx)
}

/** How many borders the register has between bodies that are real, or between made-up ones, by where they are from. */
export async function borderSources(
  db: Database | Tx,
  { illustrative }: { readonly illustrative: boolean },
): Promise<readonly (BorderSource & { readonly count: number })[]> {
  const { rows } = await sql<BorderSource & { count: number }>`
    select b.source, b.as_of_on as "asOfOn", count(*) as count from organisation_border b
    join organisation o on o.id = b.one_id where o.illustrative = ${illustrative}
    group by b.source, b.as_of_on order by count(*) desc, b.source`.execute(db)
  return rows
}

/** The bodies beyond the borders of one. */
export async function bodiesBeside(
  db: Database,
  id: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select o.id, o.name from organisation_border b
    join organisation o on o.id = case when b.one_id = ${id} then b.other_id else b.one_id end
    where ${id} in (b.one_id, b.other_id) order by o.short_name, o.id`.execute(db)
  return rows
}
