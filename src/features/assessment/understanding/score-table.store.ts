import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Points as moderated; null puts the original back. */
export type Moderated = { readonly reviewId: string; readonly criterionId: string; readonly points: number | null }

/** What was moderated in a round, the last of each score, and which reviews are set aside. */
export async function moderationOf(
  db: Database | Tx,
  roundId: string,
): Promise<{ readonly moderated: readonly Moderated[]; readonly setAside: readonly string[] }> {
  const { rows } = await sql<{ moderated: readonly Moderated[]; setAside: readonly string[] }>`
    with of_round as (
      select v.id from review v join application a on a.id = v.application_id where a.round_id = ${roundId}::uuid)
    select
      (select coalesce(jsonb_agg(jsonb_build_object('reviewId', m.review_id, 'criterionId', m.criterion_id,
        'points', m.points)), '[]') from (
        select distinct on (s.review_id, s.criterion_id) s.* from score_moderation s join of_round r on r.id = s.review_id
        order by s.review_id, s.criterion_id, s.number desc) m) as moderated,
      (select coalesce(jsonb_agg(x.review_id), '[]') from (
        select distinct on (s.review_id) s.* from review_set_aside s join of_round r on r.id = s.review_id
        order by s.review_id, s.number desc) x where x.set_aside) as "setAside"`.execute(db)
  return rows[0] ?? { moderated: [], setAside: [] }
}
