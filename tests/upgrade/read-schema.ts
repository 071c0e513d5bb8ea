import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import type { Column, Rule, Schema, Trigger } from './breaks-between.ts'

/** The shape of a database as PostgreSQL itself has it: what migrations made, in whatever words. */
export async function readSchema(db: Database): Promise<Schema> {
  const columns = await sql<Column>`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull as "notNull", a.atthasdef or a.attidentity <> '' as filled
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
    order by 1, 2`.execute(db)
  const constraints = await sql<Rule>`
    select c.relname as "table", k.conname as name, pg_get_constraintdef(k.oid) as definition,
      coalesce((select jsonb_agg(a.attname order by a.attname) from pg_attribute a
        where a.attrelid = k.conrelid and a.attnum = any (k.conkey)), '[]') as columns
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where c.relnamespace = 'public'::regnamespace and k.contype in ('c', 'f', 'p', 'u', 'x') order by 1, 2`.execute(db)
  const indexes = await sql<Rule>`
    select c.relname as "table", n.relname as name, pg_get_indexdef(i.indexrelid) as definition,
      (select coalesce(jsonb_agg(a.attname order by a.attname), '[]') from pg_attribute a
        where a.attrelid = i.indrelid and a.attnum = any (i.indkey)) as columns
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_class n on n.oid = i.indexrelid
    where c.relnamespace = 'public'::regnamespace and i.indisunique
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid) order by 1, 2`.execute(db)
  const triggers = await sql<Trigger>`
    select c.relname as "table", t.tgname as name, pg_get_triggerdef(t.oid) as definition, p.prosrc as body
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal order by 1, 2`.execute(db)
  return { columns: columns.rows, rules: [...constraints.rows, ...indexes.rows], triggers: triggers.rows }
}
