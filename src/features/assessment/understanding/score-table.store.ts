import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Points that count for one criterion of one review. */
export type CountedScore = {
  readonly applicationId: string
  readonly personId: string
  readonly reviewId: string
  readonly criterionId: string
  /** As moderated, where they were. */
  readonly points: number
  /** As the assessor gave them. */
  readonly original: number
}

/** Scores of submitted reviews that are not set aside, of applications that may be chosen, in a fixed order. */
export async function scoresThatCount(db: Database | Tx, roundId: string): Promise<readonly CountedScore[]> {
  const { rows } = await sql<CountedScore>`
    select v.application_id as "applicationId", v.person_id as "personId", v.id as "reviewId",
      s.criterion_id as "criterionId", coalesce(m.points, s.points)::float8 as points, s.points::float8 as original
    from review v
    join application a on a.id = v.application_id
    join application_sift f on f.application_id = a.id
    join score s on s.review_id = v.id
    left join lateral (
      select points from score_moderation m where m.review_id = v.id and m.criterion_id = s.criterion_id
      order by m.number desc limit 1) m on true
    where a.round_id = ${roundId}::uuid and a.state = 'submitted' and f.eligibility = 'eligible' and f.scope = 'in-scope'
      and v.state = 'submitted' and not v.practice and s.points is not null
      and not coalesce((select x.set_aside from review_set_aside x where x.review_id = v.id
        order by x.number desc limit 1), false)
    order by a.reference, v.person_id, s.criterion_id`.execute(db)
  return rows
}
