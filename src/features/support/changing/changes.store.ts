import { sql } from 'kysely'
import type { AcceptingSide, DatedTerms, SideAnswer, SupportSide } from '../../../core/support/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** What a side said of a change. Times are ISO 8601. */
export type ChangeAnswer = SideAnswer & { readonly reason: string; readonly at: string; readonly by: string }

/** A version of the terms of an order: as it was ordered, or as somebody asked for. */
export type Terms = DatedTerms & {
  readonly number: number
  readonly reason: string
  readonly askedAt: Date
  readonly askedBy: string
  readonly askedSide: SupportSide
  readonly answers: readonly ChangeAnswer[]
}

/** Every version of the terms of an order, the first one first. */
export async function termsOf(db: Database | Tx, orderId: string): Promise<readonly Terms[]> {
  const { rows } = await sql<Terms>`
    select t.number, t.tenth_days as "tenthDays", t.rate_pence as "ratePence", t.expenses_pence as "expensesPence",
      t.vat_percent as "vatPercent", t.due_on as "dueOn", t.reason, t.asked_at as "askedAt", t.asked_side as "askedSide",
      coalesce(nullif(p.name, ''), p.email, '') as "askedBy",
      (select coalesce(jsonb_agg(jsonb_build_object('side', a.side, 'yes', a.agreed, 'reason', a.reason,
        'at', a.answered_at, 'by', coalesce(nullif(q.name, ''), q.email, '')) order by a.answered_at, a.side), '[]')
        from support_terms_answer a left join person q on q.id = a.answered_by
        where (a.order_id, a.number) = (t.order_id, t.number)) as answers
    from support_order_terms t left join person p on p.id = t.asked_by
    where t.order_id = ${orderId}::uuid order by t.number`.execute(db)
  return rows
}

type Doing = { readonly at: Date; readonly by: string | null }

/** Keeps terms that somebody asks for. */
export async function insertTerms(
  tx: Tx,
  orderId: string,
  terms: DatedTerms & { readonly number: number; readonly reason: string; readonly side: SupportSide } & Doing,
): Promise<void> {
  const { number, tenthDays, ratePence, expensesPence, vatPercent, dueOn, reason, side, at, by } = terms
  await sql`
    insert into support_order_terms (order_id, number, tenth_days, rate_pence, expenses_pence, vat_percent, due_on, reason,
      asked_side, asked_at, asked_by)
    values (${orderId}::uuid, ${number}, ${tenthDays}, ${ratePence}, ${expensesPence}, ${vatPercent}, ${dueOn}::date,
      ${reason}, ${side}, ${at}, ${by}::uuid)`.execute(tx)
}

export async function insertTermsAnswer(
  tx: Tx,
  orderId: string,
  number: number,
  { side, yes, reason, at, by }: SideAnswer & { readonly side: AcceptingSide; readonly reason: string } & Doing,
): Promise<void> {
  await sql`
    insert into support_terms_answer (order_id, number, side, agreed, reason, answered_at, answered_by)
    values (${orderId}::uuid, ${number}, ${side}, ${yes}, ${reason}, ${at}, ${by}::uuid)`.execute(tx)
}

/** Puts terms in force. @throws where the order would go beyond its award or fund, or cost less than its deliverables */
export async function applyTerms(tx: Tx, orderId: string, number: number): Promise<void> {
  await sql`
    update support_order d set terms = t.number, tenth_days = t.tenth_days, rate_pence = t.rate_pence,
      expenses_pence = t.expenses_pence, vat_percent = t.vat_percent, due_on = t.due_on
    from support_order_terms t
    where d.id = ${orderId}::uuid and t.order_id = d.id and t.number = ${number}`.execute(tx)
}

/** Closes an order at what was accepted of it, which the database works out. */
export async function markClosed(
  tx: Tx,
  orderId: string,
  { reason, at, by }: { readonly reason: string; readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    update support_order set closed_at = ${at}, closed_by = ${by}::uuid, closed_reason = ${reason}
    where id = ${orderId}::uuid`.execute(tx)
}

export async function markWithdrawn(
  tx: Tx,
  orderId: string,
  { reason, at, by }: { readonly reason: string; readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    update support_order set withdrawn_at = ${at}, withdrawn_by = ${by}::uuid, reason = ${reason}
    where id = ${orderId}::uuid`.execute(tx)
}
