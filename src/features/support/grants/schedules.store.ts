import { sql } from 'kysely'
import type { Instalment } from '../../../core/support/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

type Doing = { readonly at: Date; readonly by: string | null }

/** A version of the instalments of a grant. */
export type Schedule = {
  readonly number: number
  readonly reason: string
  readonly madeAt: Date
  readonly madeBy: string
  readonly instalments: readonly Instalment[]
}

/** That the condition of an instalment is met, as it read then. */
export type ConditionMet = {
  readonly instalment: number
  readonly condition: string
  readonly reason: string
  readonly metAt: Date
  readonly metBy: string
}

/** Every version of the instalments of an award, the last one first. */
export async function schedulesOf(db: Database | Tx, awardId: string): Promise<readonly Schedule[]> {
  const { rows } = await sql<Schedule>`
    select s.number, s.reason, s.made_at as "madeAt", coalesce(nullif(p.name, ''), p.email, '') as "madeBy",
      (select coalesce(jsonb_agg(jsonb_build_object('number', i.number, 'title', i.title, 'upon', i.upon,
        'dueOn', i.due_on, 'pence', i.pence, 'condition', i.condition) order by i.number), '[]')
        from grant_instalment i where (i.award_id, i.schedule) = (s.award_id, s.number)) as instalments
    from grant_schedule s left join person p on p.id = s.made_by
    where s.award_id = ${awardId}::uuid order by s.number desc`.execute(db)
  return rows
}

/** Keeps a version. @throws once the transaction ends, where it is more than the award or less than is claimed */
export async function insertSchedule(
  tx: Tx,
  awardId: string,
  { number, reason, instalments, at, by }: Pick<Schedule, 'number' | 'reason' | 'instalments'> & Doing,
): Promise<void> {
  await sql`
    insert into grant_schedule (award_id, number, reason, made_at, made_by)
    values (${awardId}::uuid, ${number}, ${reason}, ${at}, ${by}::uuid)`.execute(tx)
  await sql`
    insert into grant_instalment (award_id, schedule, number, title, upon, due_on, pence, condition)
    select ${awardId}::uuid, ${number}, i.number, i.title, i.upon, i."dueOn", i.pence, i.condition
    from jsonb_to_recordset(${JSON.stringify(instalments)}::jsonb)
      as i (number integer, title text, upon text, "dueOn" date, pence bigint, condition text)`.execute(tx)
}

/** The conditions of an award that are met, of every version. */
export async function conditionsMet(db: Database | Tx, awardId: string): Promise<readonly ConditionMet[]> {
  const { rows } = await sql<ConditionMet>`
    select m.instalment, i.condition, m.reason, m.met_at as "metAt", coalesce(nullif(p.name, ''), p.email, '') as "metBy"
    from grant_condition_met m
      join grant_instalment i on (i.award_id, i.schedule, i.number) = (m.award_id, m.schedule, m.instalment)
      left join person p on p.id = m.met_by
    where m.award_id = ${awardId}::uuid order by m.met_at, m.schedule, m.instalment`.execute(db)
  return rows
}

export async function insertConditionMet(
  tx: Tx,
  awardId: string,
  { schedule, instalment, reason, at, by }: { schedule: number; instalment: number; reason: string } & Doing,
): Promise<void> {
  await sql`
    insert into grant_condition_met (award_id, schedule, instalment, reason, met_at, met_by)
    values (${awardId}::uuid, ${schedule}, ${instalment}, ${reason}, ${at}, ${by}::uuid)`.execute(tx)
}
