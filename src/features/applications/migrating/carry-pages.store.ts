import { sql } from 'kysely'
import type { MovedPage } from '../../../core/forms/index.ts'
import type { Tx } from '../../../platform/database/database.ts'

/**
 * Gives whoever was given a page that goes the pages on which its questions stand now, unless those are given already.
 * What they had stays noted, so that it is theirs again should the page come back. Those to whom a page is given by name
 * are told as of every page that is.
 */
export async function carryPages(
  tx: Tx,
  applicationIds: readonly string[],
  moved: readonly Pick<MovedPage, 'id' | 'to'>[],
  at: Date,
): Promise<void> {
  const pairs = JSON.stringify(moved.flatMap(({ id, to }) => to.map((page) => ({ from: id, to: page }))))
  const pair = sql`jsonb_to_recordset(${pairs}::jsonb) as pair ("from" text, "to" text)`
  const chosen = sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(applicationIds)}::jsonb))`
  const carried = sql`pages || (select jsonb_agg(distinct pair."to") from ${pair}
      where jsonb_exists(pages, pair."from") and not jsonb_exists(pages, pair."to"))
    where application_id in ${chosen} and exists (select from ${pair}
      where jsonb_exists(pages, pair."from") and not jsonb_exists(pages, pair."to"))`
  await sql`update application_contributor set pages = ${carried}`.execute(tx)
  await sql`update application_partner set pages = ${carried}`.execute(tx)
  await sql`
    insert into page_assignment (application_id, page_id, person_id, due_on, given_at, given_by, told_at)
    select distinct on (g.application_id, pair."to") g.application_id, pair."to", g.person_id, g.due_on, ${at}, g.given_by,
      null::timestamptz
    from page_assignment g join ${pair} on pair."from" = g.page_id
    where g.application_id in ${chosen} order by g.application_id, pair."to", g.given_at
    on conflict on constraint page_assignment_pk do nothing`.execute(tx)
}
