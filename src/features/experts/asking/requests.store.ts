import { type RawBuilder, sql } from 'kysely'
import type { RequestState, RequestSubject } from '../../../core/experts/index.ts'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** What a council asks of the expert panel of a fund. */
export type ExpertRequest = RequestSubject & {
  readonly id: string
  readonly fundId: string
  /** Counts those of a fund. */
  readonly number: number
  readonly applicationId: string
  /** Of the application whose award it asks under. */
  readonly reference: string
  readonly roundId: string
  readonly organisationId: string
  readonly council: string
  readonly title: string
  readonly words: string
  readonly wantedOn: IsoDay | null
  /** How many hours of an expert are to be booked; null where an answer in writing is enough. */
  readonly hoursWanted: number | null
  readonly state: RequestState
  readonly askedAt: Date
  readonly askedById: string
  readonly askedBy: string
  /** Of the offer that counts: nobody has declined it. */
  readonly offer: number | null
  readonly expertId: string | null
  readonly expertPersonId: string | null
  readonly expert: string | null
  readonly withdrawnAt: Date | null
  readonly withdrawnBy: string | null
  readonly withdrawnReason: string
}

async function requestsWhere(db: Database | Tx, condition: RawBuilder<unknown>): Promise<readonly ExpertRequest[]> {
  const { rows } = await sql<ExpertRequest>`
    select q.id, q.fund_id as "fundId", q.number, q.application_id as "applicationId", a.reference, a.round_id as "roundId",
      q.organisation_id as "organisationId", o.name as council, q.title, q.words,
      to_jsonb(q.service_areas) as "serviceAreas", to_jsonb(q.delivery_models) as "deliveryModels",
      to_jsonb(q.disciplines) as disciplines, q.wanted_on as "wantedOn", q.hours_wanted as "hoursWanted", q.state,
      q.asked_at as "askedAt", q.asked_by as "askedById", coalesce(nullif(p.name, ''), p.email) as "askedBy", f.number as offer,
      f.expert_id as "expertId", e.person_id as "expertPersonId", coalesce(nullif(x.name, ''), x.email) as expert,
      q.withdrawn_at as "withdrawnAt", coalesce(nullif(w.name, ''), w.email) as "withdrawnBy",
      q.withdrawn_reason as "withdrawnReason"
    from expert_request q join application a on a.id = q.application_id join organisation o on o.id = q.organisation_id
      join person p on p.id = q.asked_by
      left join lateral (select * from expert_offer each where each.request_id = q.id order by each.number desc limit 1) f
        on f.answer is null or f.answer = 'accepted'
      left join expert e on e.id = f.expert_id left join person x on x.id = e.person_id left join person w on w.id = q.withdrawn_by
    where ${condition} order by q.number desc`.execute(db)
  return rows
}

/** Everything that was asked of a panel, the latest first. */
export const requestsOfFund = (db: Database | Tx, fundId: string): Promise<readonly ExpertRequest[]> =>
  requestsWhere(db, sql`q.fund_id = ${fundId}::uuid`)

/** What these councils have asked. */
export const requestsOfCouncils = (
  db: Database | Tx,
  fundId: string,
  organisationIds: readonly string[],
): Promise<readonly ExpertRequest[]> =>
  requestsWhere(db, sql`q.fund_id = ${fundId}::uuid and q.organisation_id = any(${[...organisationIds]}::text[])`)

/** What an expert was offered or has taken. */
export const requestsOfExpert = (db: Database | Tx, expertId: string): Promise<readonly ExpertRequest[]> =>
  requestsWhere(db, sql`f.expert_id = ${expertId}::uuid`)

export async function requestByNumber(
  db: Database | Tx,
  fundId: string,
  number: number,
): Promise<ExpertRequest | undefined> {
  if (!Number.isSafeInteger(number) || number < 1 || number > 1_000_000) return undefined
  const [request] = await requestsWhere(db, sql`q.fund_id = ${fundId}::uuid and q.number = ${number}`)
  return request
}

export async function requestById(db: Database | Tx, id: string): Promise<ExpertRequest | undefined> {
  const [request] = await requestsWhere(db, sql`q.id::text = ${id}`)
  return request
}

export type NewRequest = RequestSubject &
  Pick<
    ExpertRequest,
    'id' | 'fundId' | 'applicationId' | 'organisationId' | 'title' | 'words' | 'wantedOn' | 'hoursWanted' | 'askedAt'
  > & { readonly by: string }

/** @returns its number */
export async function insertRequest(tx: Tx, request: NewRequest): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into expert_request (id, fund_id, number, application_id, organisation_id, title, words, service_areas,
      delivery_models, disciplines, wanted_on, hours_wanted, asked_at, asked_by)
    select ${request.id}::uuid, ${request.fundId}::uuid, 1 + coalesce(max(number), 0), ${request.applicationId}::uuid,
      ${request.organisationId}, ${request.title}, ${request.words}, ${[...request.serviceAreas]}::text[],
      ${[...request.deliveryModels]}::text[], ${[...request.disciplines]}::text[], ${request.wantedOn}::date,
      ${request.hoursWanted}::int, ${request.askedAt}::timestamptz, ${request.by}::uuid
    from expert_request where fund_id = ${request.fundId}::uuid returning number`.execute(tx)
  return rows[0]?.number ?? 0
}

export async function lockRequest(tx: Tx, id: string): Promise<void> {
  await sql`select from expert_request where id = ${id}::uuid for update`.execute(tx)
}

export async function markState(tx: Tx, id: string, state: RequestState): Promise<void> {
  await sql`update expert_request set state = ${state} where id = ${id}::uuid`.execute(tx)
}

/** Keeps that a question is withdrawn, by whom and why. */
export async function markWithdrawn(
  tx: Tx,
  id: string,
  { reason, at, by }: { readonly reason: string; readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    update expert_request set state = 'withdrawn', withdrawn_at = ${at}, withdrawn_by = ${by}::uuid,
      withdrawn_reason = ${reason}
    where id = ${id}::uuid`.execute(tx)
}
