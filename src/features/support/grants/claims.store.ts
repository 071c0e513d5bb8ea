import { sql } from 'kysely'
import type { ClaimRead, ClaimState, PaymentRead } from '../../../core/support/index.ts'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

type Doing = { readonly at: Date; readonly by: string | null }

/** A claim of a council on an instalment of its grant. */
export type Claim = ClaimRead & {
  readonly number: number
  readonly instalment: number
  readonly state: ClaimState
  readonly sentAt: Date
  readonly sentBy: string
  readonly checkedAt: Date | null
  /** Who checked it, by id and by name. */
  readonly checkedById: string | null
  readonly checkedBy: string
  readonly checkedReason: string
  readonly answeredAt: Date | null
  readonly answeredBy: string
  readonly reason: string
  /** Whether the council took it back; it is refused then, by whoever did. */
  readonly takenBack: boolean
  readonly paidOn: IsoDay | null
  readonly paymentReference: string
}

const nameOf = (person: string) => sql.raw(`coalesce(nullif(${person}.name, ''), ${person}.email, '')`)

/** The claims of an award, the first one first. */
export async function claimsOf(db: Database | Tx, awardId: string): Promise<readonly Claim[]> {
  const { rows } = await sql<Claim>`
    select c.number, c.instalment, c.pence, c.what, c.state, c.sent_at as "sentAt", ${nameOf('p')} as "sentBy",
      c.checked_at as "checkedAt", c.checked_by as "checkedById", ${nameOf('q')} as "checkedBy",
      c.checked_reason as "checkedReason", c.answered_at as "answeredAt", ${nameOf('n')} as "answeredBy", c.reason,
      c.taken_back as "takenBack",
      c.paid_on as "paidOn", c.payment_reference as "paymentReference"
    from grant_claim c left join person p on p.id = c.sent_by left join person q on q.id = c.checked_by
      left join person n on n.id = c.answered_by
    where c.award_id = ${awardId}::uuid order by c.number`.execute(db)
  return rows
}

/** @throws where it is beyond its instalment, its award or its fund */
export async function insertClaim(
  tx: Tx,
  awardId: string,
  { number, instalment, pence, what, at, by }: ClaimRead & { number: number; instalment: number } & Doing,
): Promise<void> {
  await sql`
    insert into grant_claim (award_id, number, instalment, pence, what, sent_at, sent_by)
    values (${awardId}::uuid, ${number}, ${instalment}, ${pence}, ${what}, ${at}, ${by}::uuid)`.execute(tx)
}

/** Keeps that the first of two people has checked a claim. */
export async function markChecked(
  tx: Tx,
  awardId: string,
  number: number,
  { reason, at, by }: { readonly reason: string } & Doing,
): Promise<void> {
  await sql`
    update grant_claim set state = 'checked', checked_at = ${at}, checked_by = ${by}::uuid, checked_reason = ${reason}
    where award_id = ${awardId}::uuid and number = ${number}`.execute(tx)
}

/** @throws where it is approved by who checked it, or a condition is not met */
export async function markClaimAnswered(
  tx: Tx,
  awardId: string,
  number: number,
  { state, reason, at, by }: { readonly state: 'approved' | 'refused'; readonly reason: string } & Doing,
): Promise<void> {
  await sql`
    update grant_claim set state = ${state}, answered_at = ${at}, answered_by = ${by}::uuid, reason = ${reason}
    where award_id = ${awardId}::uuid and number = ${number}`.execute(tx)
}

/** @throws where it is decided already */
export async function markClaimTakenBack(
  tx: Tx,
  awardId: string,
  number: number,
  { reason, at, by }: { readonly reason: string } & Doing,
): Promise<void> {
  await sql`
    update grant_claim set state = 'refused', taken_back = true, answered_at = ${at}, answered_by = ${by}::uuid,
      reason = ${reason}
    where award_id = ${awardId}::uuid and number = ${number}`.execute(tx)
}

export async function markClaimPaid(
  tx: Tx,
  awardId: string,
  number: number,
  { paidOn, reference, by }: PaymentRead & { readonly by: string | null },
): Promise<void> {
  await sql`
    update grant_claim set state = 'paid', paid_on = ${paidOn}::date, payment_reference = ${reference}, paid_by = ${by}::uuid
    where award_id = ${awardId}::uuid and number = ${number}`.execute(tx)
}

/** What is claimed of an award and not refused, in pence. */
export async function claimedPence(db: Database | Tx, awardId: string): Promise<number> {
  const { rows } = await sql<{ pence: number }>`
    select coalesce(sum(pence), 0)::bigint as pence from grant_claim
    where award_id = ${awardId}::uuid and state <> 'refused'`.execute(db)
  return rows[0]?.pence ?? 0
}
