import { sql } from 'kysely'
import type { Tx } from '../../src/platform/database/database.ts'

/**
 * So many more applications in a made-up round than it has names of authorities for: copies of those that were scored, with
 * their submissions, sift and scores, each of an authority of its own that is made up here.
 */
export async function copyApplications(tx: Tx, roundId: string, count: number): Promise<void> {
  // Scores are given while scoring is open: it closes again when it did.
  const { rows } = await sql<{ closedAt: Date | null }>`
    select closed_at as "closedAt" from assessment where round_id = ${roundId}::uuid`.execute(tx)
  const close = async (at: Date | null) =>
    await sql`update assessment set closed_at = ${at} where round_id = ${roundId}::uuid`.execute(tx)
  await close(null)
  await sql`
    create temporary table copy_of on commit drop as
    select a.id as old, gen_random_uuid() as new, row_number() over (order by a.reference) as n, a.lead_id as lead
    from application a join application_sift s on s.application_id = a.id
    where a.round_id = ${roundId}::uuid and a.state = 'submitted' and a.mode = 'live' and s.scope = 'in-scope'
    order by a.reference limit ${count}`.execute(tx)
  const copied = async (table: string, of: string, changes: string) =>
    await sql`
      insert into ${sql.id(table)}
      select copy.* from ${sql.raw(of)},
        jsonb_populate_record(null::${sql.id(table)}, to_jsonb(t) || ${sql.raw(changes)}) as copy`.execute(tx)
  await copied(
    'organisation',
    'copy_of c join organisation t on t.id = c.lead',
    `jsonb_build_object('id', 'X-COPY-' || c.n, 'name', 'Copied Council ' || c.n, 'short_name', 'Copy ' || c.n, 'gss_code', null)`,
  )
  await copied(
    'application',
    'copy_of c join application t on t.id = c.old',
    `jsonb_build_object('id', c.new, 'lead_id', 'X-COPY-' || c.n, 'reference', 'DD-2099-' || lpad(c.n::text, 4, '0') || '-C')`,
  )
  const ofApplication = (table: string) => `copy_of c join ${table} t on t.application_id = c.old`
  const itself = `'application_id', c.new`
  await copied('submission', ofApplication('submission'), `jsonb_build_object('id', gen_random_uuid(), ${itself})`)
  await copied('application_sift', ofApplication('application_sift'), `jsonb_build_object(${itself})`)
  await copied('assignment', ofApplication('assignment'), `jsonb_build_object('id', gen_random_uuid(), ${itself})`)
  // The id of a copied review is made of what it is of, so that its scores find it.
  const review = `md5(c.new::text || v.id::text)::uuid`
  await copied(
    'review',
    `copy_of c join review v on v.application_id = c.old join review t on t.id = v.id`,
    `jsonb_build_object('id', ${review}, ${itself}, 'state', 'open', 'submitted_at', null)`,
  )
  await copied(
    'score',
    `copy_of c join review v on v.application_id = c.old join score t on t.review_id = v.id`,
    `jsonb_build_object('review_id', ${review})`,
  )
  // What is submitted is not scored again: it is submitted last.
  await sql`
    update review t set state = v.state, submitted_at = v.submitted_at
    from copy_of c join review v on v.application_id = c.old
    where t.id = ${sql.raw(review)} and v.state = 'submitted'`.execute(tx)
  await close(rows[0]?.closedAt ?? null)
}
