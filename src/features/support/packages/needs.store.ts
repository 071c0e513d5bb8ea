import { sql } from 'kysely'
import type { NeedLevel, SupportWork } from '../../../core/support/index.ts'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** What a council needs of a kind of help, as it was said last. */
export type Need = {
  readonly work: SupportWork
  readonly level: NeedLevel
  readonly what: string
  readonly neededBy: IsoDay | null
  readonly saidAt: Date
  readonly saidBy: string
}

export async function needsOf(db: Database | Tx, awardId: string): Promise<readonly Need[]> {
  const { rows } = await sql<Need>`
    select distinct on (n.work) n.work, n.level, n.what, n.needed_by as "neededBy", n.said_at as "saidAt",
      coalesce(nullif(p.name, ''), p.email) as "saidBy"
    from support_need n join person p on p.id = n.said_by
    where n.award_id = ${awardId}::uuid order by n.work, n.number desc`.execute(db)
  return rows
}

export async function insertNeed(
  tx: Tx,
  awardId: string,
  need: Pick<Need, 'work' | 'level' | 'what' | 'neededBy'> & { readonly at: Date; readonly by: string },
): Promise<void> {
  const { work, level, what, neededBy, at, by } = need
  await sql`
    insert into support_need (award_id, work, number, level, what, needed_by, said_at, said_by)
    select ${awardId}::uuid, ${work}, coalesce(max(number), 0) + 1, ${level}, ${what}, ${neededBy}::date, ${at}, ${by}::uuid
    from support_need where award_id = ${awardId}::uuid and work = ${work}`.execute(tx)
}
