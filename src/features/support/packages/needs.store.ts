import { sql } from 'kysely'
import type { NeedLevel, SupportWork } from '../../../core/support/index.ts'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** An accepted award of which nobody has said what support the council needs. */
export type NeedsToSay = { readonly application: string; readonly title: string; readonly fundName: string }

/**
 * The awards of support of these councils of which nothing is said and nothing is ordered: whoever runs the fund cannot tell
 * what to buy. One statement.
 */
export async function needsToSay(db: Database, organisationIds: readonly string[]): Promise<readonly NeedsToSay[]> {
  const { rows } = await sql<NeedsToSay>`
    select a.reference as application, w.title, f.name as "fundName"
    from award w join application a on a.id = w.application_id join round r on r.id = w.round_id join fund f on f.id = r.fund_id
    where w.state = 'accepted' and w.type = 'support-in-kind' and w.organisation_id = any(${[...organisationIds]}::text[])
      and not exists (select from support_need n where n.award_id = w.id)
      and not exists (select from support_order d where d.award_id = w.id)
    order by a.reference`.execute(db)
  return rows
}

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
