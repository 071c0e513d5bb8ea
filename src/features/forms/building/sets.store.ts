import { sql } from 'kysely'
import type { Question } from '../../../core/forms/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Questions kept under a name, to be put into forms of the fund. */
export type QuestionSet = {
  readonly id: string
  readonly fundId: string
  readonly name: string
  readonly questions: readonly Question[]
  readonly createdAt: Date
}

/** The sets of a fund that are offered, by name. */
export async function setsOfFund(db: Database | Tx, fundId: string): Promise<readonly QuestionSet[]> {
  const { rows } = await sql<QuestionSet>`
    select id, fund_id as "fundId", name, questions, created_at as "createdAt" from question_set
    where fund_id = ${fundId}::uuid and retired_at is null order by lower(name), id`.execute(db)
  return rows
}

/** @returns false when the fund has a set of that name */
export async function insertSet(tx: Tx, set: QuestionSet & { readonly personId: string }): Promise<boolean> {
  const { rows } = await sql`
    insert into question_set (id, fund_id, name, questions, created_at, created_by)
    values (${set.id}::uuid, ${set.fundId}::uuid, ${set.name}, ${JSON.stringify(set.questions)}::jsonb, ${set.createdAt},
      ${set.personId}::uuid)
    on conflict do nothing returning id`.execute(tx)
  return rows.length === 1
}

/** @returns the id of the set that was offered under this name until now, in capitals or not */
export async function retireSetNamed(tx: Tx, name: string, fundId: string, at: Date): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    update question_set set retired_at = ${at}
    where lower(name) = lower(${name}) and fund_id = ${fundId}::uuid and retired_at is null returning id`.execute(tx)
  return rows[0]?.id
}

/** @returns whether it was offered until now */
export async function retireSetRow(tx: Tx, id: string, fundId: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update question_set set retired_at = ${at}
    where id::text = ${id} and fund_id = ${fundId}::uuid and retired_at is null returning id`.execute(tx)
  return rows.length === 1
}
