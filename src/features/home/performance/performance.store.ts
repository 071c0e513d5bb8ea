import { type RawBuilder, sql } from 'kysely'
import type { Cost, MonthCounts } from '../../../core/performance/index.ts'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

const monthOf = (at: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`to_char(${at} at time zone 'Europe/London', 'YYYY-MM')`

/**
 * What was counted of the service, month by month. One statement.
 *
 * @param made whether what is made up counts too: in a service that is being evaluated there is nothing else
 */
export async function monthCounts(db: Database, made: boolean): Promise<readonly MonthCounts[]> {
  const { rows } = await sql<MonthCounts>`
    with sent as (
      select a.created_at, k.application_id is not null as keyed,
        (select min(s.received_at) from submission s where s.application_id = a.id) as received_at
      from application a left join keyed_application k on k.application_id = a.id
      where a.mode = 'live' and (${made}::boolean or not a.illustrative)
    ), begun as (
      select ${monthOf(sql`created_at`)} as month, count(*)::int as begun, count(received_at)::int as completed
      from sent where not keyed group by 1
    ), submitted as (
      select ${monthOf(sql`received_at`)} as month, count(*)::int as submitted,
        (count(*) filter (where keyed))::int as assisted, (count(*) filter (where not keyed))::int as timed,
        round((percentile_cont(0.5) within group (order by extract(epoch from received_at - created_at)::float8)
          filter (where not keyed) / 3600)::numeric)::int as median_hours
      from sent where received_at is not null group by 1
    ), rated as (
      select to_char(given_on, 'YYYY-MM') as month, count(*)::int as ratings,
        (count(*) filter (where rating >= 4))::int as satisfied
      from service_feedback where ${made}::boolean or not illustrative group by 1
    ), cost as (
      select month, sum(pounds)::float8 as pounds from (
        select distinct on (c.fund_id, c.month) c.month, c.pounds from service_cost c join fund f on f.id = c.fund_id
        where ${made}::boolean or not f.illustrative order by c.fund_id, c.month, c.number desc) as last group by 1
    )
    select month, coalesce(begun, 0) as begun, coalesce(completed, 0) as completed, coalesce(submitted, 0) as submitted,
      coalesce(assisted, 0) as assisted, median_hours as "medianHours", coalesce(timed, 0) as timed,
      coalesce(ratings, 0) as ratings, coalesce(satisfied, 0) as satisfied, cost.pounds as "costPounds"
    from begun full join submitted using (month) full join rated using (month) full join cost using (month)
    order by month desc`.execute(db)
  return rows
}

export const feedbackAfter = ['submitting', 'page'] as const
export type FeedbackAfter = (typeof feedbackAfter)[number]

/** Keeps an answer with its day, and nothing else about it. */
export async function insertFeedback(
  tx: Tx,
  given: {
    readonly on: IsoDay
    readonly after: FeedbackAfter
    readonly rating: number
    readonly illustrative: boolean
  },
): Promise<void> {
  // An id of ours would say when it was made.
  await sql`insert into service_feedback (id, given_on, after, rating, illustrative)
    values (gen_random_uuid(), ${given.on}::date, ${given.after}, ${given.rating}, ${given.illustrative})`.execute(tx)
}

/** Whether answers were made up here already. */
export async function hasMadeUpFeedback(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select from service_feedback where illustrative limit 1`.execute(tx)
  return rows.length > 0
}

/** Removes the answers of before a day. */
export async function deleteFeedback(db: Database, before: IsoDay): Promise<void> {
  await sql`delete from service_feedback where given_on < ${before}::date`.execute(db)
}

export type EnteredCost = Cost & { readonly enteredAt: Date; readonly by: string }

/** What was entered for a fund, of each month what counts, the latest first. */
export async function costsOf(db: Database, fundId: string): Promise<readonly EnteredCost[]> {
  const { rows } = await sql<EnteredCost>`
    select * from (
      select distinct on (c.month) c.month, c.pounds::float8 as pounds, c.source, c.entered_at as "enteredAt",
        coalesce(nullif(p.name, ''), p.email) as by
      from service_cost c join person p on p.id = c.entered_by where c.fund_id = ${fundId}::uuid
      order by c.month, c.number desc) as last
    order by month desc`.execute(db)
  return rows
}

export async function insertCost(
  tx: Tx,
  { month, pounds, source, ...of }: Cost & { readonly fundId: string; readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    insert into service_cost (fund_id, month, number, pounds, source, entered_at, entered_by)
    select ${of.fundId}::uuid, ${month}, 1 + coalesce(max(number), 0), ${pounds}, ${source}, ${of.at}::timestamptz, ${of.by}::uuid
    from service_cost where fund_id = ${of.fundId}::uuid and month = ${month}`.execute(tx)
}
