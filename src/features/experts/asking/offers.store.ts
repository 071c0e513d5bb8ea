import { sql } from 'kysely'
import type { Candidate } from '../../../core/experts/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

export type OfferAnswer = 'accepted' | 'declined' | 'conflict'

/** That a request was offered to an expert, and what they said. */
export type Offer = {
  readonly number: number
  readonly expertId: string
  readonly expert: string
  readonly first: boolean
  readonly reason: string
  readonly offeredAt: Date
  readonly offeredBy: string
  readonly answer: OfferAnswer | null
  readonly answerReason: string
}

/** To whom a request was offered, the latest first. */
export async function offersOf(db: Database | Tx, requestId: string): Promise<readonly Offer[]> {
  const { rows } = await sql<Offer>`
    select f.number, f.expert_id as "expertId", coalesce(nullif(x.name, ''), x.email) as expert, f.first, f.reason,
      f.offered_at as "offeredAt", coalesce(nullif(p.name, ''), p.email, '') as "offeredBy", f.answer,
      f.answer_reason as "answerReason"
    from expert_offer f join expert e on e.id = f.expert_id join person x on x.id = e.person_id
      left join person p on p.id = f.offered_by
    where f.request_id = ${requestId}::uuid order by f.number desc`.execute(db)
  return rows
}

export type NewOffer = Pick<Offer, 'expertId' | 'first' | 'reason'> & {
  readonly requestId: string
  readonly match: Candidate
  readonly at: Date
  readonly by: string | null
}

export async function insertOffer(
  tx: Tx,
  { requestId, expertId, first, match, reason, at, by }: NewOffer,
): Promise<void> {
  await sql`
    insert into expert_offer (request_id, number, expert_id, first, match, reason, offered_at, offered_by)
    select ${requestId}::uuid, 1 + coalesce(max(number), 0), ${expertId}::uuid, ${first}, ${JSON.stringify(match)}::jsonb,
      ${reason}, ${at}::timestamptz, ${by}::uuid
    from expert_offer where request_id = ${requestId}::uuid`.execute(tx)
}

export async function answerLatest(
  tx: Tx,
  requestId: string,
  { answer, reason, at }: { readonly answer: OfferAnswer; readonly reason: string; readonly at: Date },
): Promise<void> {
  await sql`
    update expert_offer f set answer = ${answer}, answer_reason = ${reason}, answered_at = ${at}
    where f.request_id = ${requestId}::uuid
      and f.number = (select max(number) from expert_offer where request_id = ${requestId}::uuid)`.execute(tx)
}

/** How many requests each expert of a fund was offered or has taken, and has not advised on. */
export async function openRequestsOf(db: Database | Tx, fundId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ expertId: string; open: number }>`
    select f.expert_id as "expertId", count(*)::int as open
    from expert_request q join lateral (select * from expert_offer each where each.request_id = q.id
      order by each.number desc limit 1) f on f.answer is null or f.answer = 'accepted'
    where q.fund_id = ${fundId}::uuid and q.state in ('offered', 'taken') group by f.expert_id`.execute(db)
  return new Map(rows.map(({ expertId, open }) => [expertId, open]))
}

/** Experts of a fund who said that they have a conflict with a council. */
export async function declaredAgainst(
  db: Database | Tx,
  fundId: string,
  organisationId: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ expertId: string }>`
    select distinct f.expert_id as "expertId" from expert_offer f join expert_request q on q.id = f.request_id
    where q.fund_id = ${fundId}::uuid and q.organisation_id = ${organisationId} and f.answer = 'conflict'`.execute(db)
  return new Set(rows.map(({ expertId }) => expertId))
}

/** Hours of a month that each expert has booked or spent: booked ones from now on, and those of notes. */
export async function hoursTakenIn(
  db: Database | Tx,
  fundId: string,
  month: { readonly from: Date; readonly to: Date },
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ expertId: string; hours: number }>`
    select e.id as "expertId",
      ((select count(*) from expert_booked_hour b where b.expert_id = e.id and b.starts_at >= ${month.from} and b.starts_at < ${month.to})
       + coalesce((select sum(n.hours) from expert_note n where n.expert_id = e.id and n.written_at >= ${month.from}
           and n.written_at < ${month.to} and n.number = (select max(number) from expert_note l where l.request_id = n.request_id)
           and not exists (select from expert_booking b where b.request_id = n.request_id)), 0))::float8 as hours
    from expert e where e.fund_id = ${fundId}::uuid`.execute(db)
  return new Map(rows.map(({ expertId, hours }) => [expertId, hours]))
}
