import { sql } from 'kysely'
import type { AgreedStatement } from '../../../core/sign-offs/index.ts'
import type { ReturnRead, StatementRead, YearEndRead } from '../../../core/support/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

type Doing = { readonly at: Date; readonly by: string | null }

/** Money that came back. */
export type MoneyBack = ReturnRead & { readonly number: number; readonly recordedAt: Date; readonly recordedBy: string }

/** What the finance officer of a council signed. */
export type Statement = StatementRead & AgreedStatement & { readonly number: number; readonly signedAt: Date }

/** A review at the end of a year; the last number of a year counts. */
export type YearEnd = YearEndRead & {
  readonly number: number
  readonly paidPence: number
  readonly madeAt: Date
  readonly madeBy: string
}

export async function returnsOf(db: Database | Tx, awardId: string): Promise<readonly MoneyBack[]> {
  const { rows } = await sql<MoneyBack>`
    select b.number, b.pence, b.returned_on as "returnedOn", b.payment_reference as reference, b.reason,
      b.recorded_at as "recordedAt", coalesce(nullif(p.name, ''), p.email, '') as "recordedBy"
    from grant_return b left join person p on p.id = b.recorded_by
    where b.award_id = ${awardId}::uuid order by b.number`.execute(db)
  return rows
}

/** @throws where more would come back than was paid */
export async function insertReturn(
  tx: Tx,
  awardId: string,
  { number, pence, returnedOn, reference, reason, at, by }: ReturnRead & { readonly number: number } & Doing,
): Promise<void> {
  await sql`
    insert into grant_return (award_id, number, pence, returned_on, payment_reference, reason, recorded_at, recorded_by)
    values (${awardId}::uuid, ${number}, ${pence}, ${returnedOn}::date, ${reference}, ${reason}, ${at}, ${by}::uuid)`.execute(
    tx,
  )
}

/** Every statement of an award, the last one first. */
export async function statementsOf(db: Database | Tx, awardId: string): Promise<readonly Statement[]> {
  const { rows } = await sql<Statement>`
    select number, until_on as "untilOn", spent_pence as "spentPence", what, less_because as "lessBecause", name, job_title as "jobTitle", statement,
      case when read_language is null then null
        else jsonb_build_object('language', read_language, 'statement', read_statement) end as read, signed_at as "signedAt"
    from grant_statement where award_id = ${awardId}::uuid order by number desc`.execute(db)
  return rows
}

/** @throws where more is said to be spent than was paid */
export async function insertStatement(
  tx: Tx,
  awardId: string,
  statement: StatementRead &
    AgreedStatement & {
      readonly number: number
      readonly at: Date
      readonly by: string
    },
): Promise<void> {
  const { number, untilOn, spentPence, what, lessBecause, name, jobTitle, read, at, by } = statement
  await sql`
    insert into grant_statement (award_id, number, until_on, spent_pence, what, less_because, name, job_title, statement,
      read_statement, read_language, signed_at, signed_by)
    values (${awardId}::uuid, ${number}, ${untilOn}::date, ${spentPence}, ${what}, ${lessBecause}, ${name}, ${jobTitle},
      ${statement.statement}, ${read?.statement ?? null}, ${read?.language ?? null}, ${at}, ${by}::uuid)`.execute(tx)
}

/** Every review of the years of an award, the last year first. */
export async function yearEndsOf(db: Database | Tx, awardId: string): Promise<readonly YearEnd[]> {
  const { rows } = await sql<YearEnd>`
    select y.year, y.number, y.paid_pence as "paidPence", y.ledger_pence as "ledgerPence", y.finding, y.reason,
      y.made_at as "madeAt", coalesce(nullif(p.name, ''), p.email, '') as "madeBy"
    from grant_year_end y left join person p on p.id = y.made_by
    where y.award_id = ${awardId}::uuid order by y.year desc, y.number desc`.execute(db)
  return rows
}

export async function insertYearEnd(
  tx: Tx,
  awardId: string,
  {
    year,
    number,
    paidPence,
    ledgerPence,
    finding,
    reason,
    at,
    by,
  }: YearEndRead & {
    readonly number: number
    readonly paidPence: number
  } & Doing,
): Promise<void> {
  await sql`
    insert into grant_year_end (award_id, year, number, paid_pence, ledger_pence, finding, reason, made_at, made_by)
    values (${awardId}::uuid, ${year}, ${number}, ${paidPence}, ${ledgerPence}, ${finding}, ${reason}, ${at}, ${by}::uuid)`.execute(
    tx,
  )
}
