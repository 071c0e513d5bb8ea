import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { freeOfConflict } from '../scoring/free-of-conflict.store.ts'

/** The leading bodies of applications of a round that were not withdrawn, by the reference of the application. */
export async function leadsOf(db: Database | Tx, roundId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ reference: string; leadId: string }>`
    select reference, lead_id as "leadId" from application
    where round_id = ${roundId}::uuid and state = 'submitted' and mode = 'live'`.execute(db)
  return new Map(rows.map(({ reference, leadId }) => [reference, leadId]))
}

/** What assessors whose reviews count wrote of an application, by criterion, without their names. */
export async function commentsOn(
  db: Database | Tx,
  applicationId: string,
  criteria: readonly { readonly id: string; readonly name: string }[],
): Promise<readonly { readonly criterion: string; readonly comments: readonly string[] }[]> {
  const { rows } = await sql<{ criterionId: string; comments: readonly string[] }>`
    select s.criterion_id as "criterionId", jsonb_agg(s.comment order by md5(v.id::text)) as comments
    from review v join score s on s.review_id = v.id
    where v.application_id = ${applicationId}::uuid and v.state = 'submitted' and not v.practice and s.comment <> ''
      and ${freeOfConflict}
      and not coalesce((select x.set_aside from review_set_aside x where x.review_id = v.id
        order by x.number desc limit 1), false)
    group by s.criterion_id`.execute(db)
  return criteria.flatMap(({ id, name }) => {
    const found = rows.find(({ criterionId }) => criterionId === id)
    return found === undefined ? [] : [{ criterion: name, comments: found.comments }]
  })
}
