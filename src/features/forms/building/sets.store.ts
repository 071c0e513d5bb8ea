import { sql } from 'kysely'
import type { Question } from '../../../core/forms/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Questions kept under a name, to be put into forms of the fund, or of every fund when it has none. */
export type QuestionSet = {
  readonly id: string
  readonly fundId: string | null
  readonly name: string
  readonly questions: readonly Question[]
  readonly createdAt: Date
}

/** The sets that are offered to a fund, by name: its own, then those of the service. */
export async function setsFor(db: Database | Tx, fundId: string): Promise<readonly QuestionSet[]> {
  const { rows } = await sql<QuestionSet>`
    select id, fund_id as "fundId", name, questions, created_at as "createdAt" from question_set
    where (fund_id = ${fundId}::uuid or fund_id is null) and retired_at is null
    order by fund_id is null, lower(name), id`.execute(db)
  return rows
}

/** A set with the name of its fund; null when it is of the service. */
export type SetOfFund = QuestionSet & { readonly fundName: string | null }

/** All sets that are offered anywhere, those of the service first. */
export async function everySet(db: Database | Tx): Promise<readonly SetOfFund[]> {
  const { rows } = await sql<SetOfFund>`
    select s.id, s.fund_id as "fundId", f.name as "fundName", s.name, s.questions, s.created_at as "createdAt"
    from question_set s left join fund f on f.id = s.fund_id
    where s.retired_at is null order by s.fund_id is not null, lower(f.name), lower(s.name), s.id`.execute(db)
  return rows
}

/** @returns false when the fund, or the service, has a set of that name */
export async function insertSet(tx: Tx, set: QuestionSet & { readonly personId: string }): Promise<boolean> {
  const { rows } = await sql`
    insert into question_set (id, fund_id, name, questions, created_at, created_by)
    values (${set.id}::uuid, ${set.fundId}::uuid, ${set.name}, ${JSON.stringify(set.questions)}::jsonb, ${set.createdAt},
      ${set.personId}::uuid)
    on conflict do nothing returning id`.execute(tx)
  return rows.length === 1
}

/** @returns the id of the set that was offered under this name until now, in capitals or not */
export async function retireSetNamed(
  tx: Tx,
  name: string,
  fundId: string | null,
  at: Date,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    update question_set set retired_at = ${at}
    where lower(name) = lower(${name}) and fund_id is not distinct from ${fundId}::uuid and retired_at is null returning id`.execute(
    tx,
  )
  return rows[0]?.id
}

/** @returns whether it was offered until now */
export async function retireSetRow(tx: Tx, id: string, fundId: string | null, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update question_set set retired_at = ${at}
    where id::text = ${id} and fund_id is not distinct from ${fundId}::uuid and retired_at is null returning id`.execute(
    tx,
  )
  return rows.length === 1
}
