import { sql } from 'kysely'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A condition of an agreement in force, with the day by which it is due. */
export type ConditionInForce = {
  readonly awardId: string
  /** Of the application. */
  readonly reference: string
  readonly text: string
  readonly dueOn: IsoDay
}

/** The conditions of all awards that are due in these days, both included, by award and day. */
export async function conditionsDue(
  db: Database,
  { from, to }: { readonly from: IsoDay; readonly to: IsoDay },
): Promise<readonly ConditionInForce[]> {
  const { rows } = await sql<ConditionInForce>`
    select w.id as "awardId", a.reference, c.value ->> 'text' as text, c.value ->> 'dueOn' as "dueOn"
    from award w join application a on a.id = w.application_id join award_agreement g on g.award_id = w.id and g.number = w.version
    cross join lateral jsonb_array_elements(g.document::jsonb -> 'conditions') with ordinality c (value, place)
    where w.state = 'accepted' and c.value ->> 'dueOn' between ${from} and ${to}
    order by w.id, c.value ->> 'dueOn', c.place`.execute(db)
  return rows
}

/** Notes that a council is reminded of a condition. @returns false when it was already */
export async function noteReminder(
  tx: Tx,
  reminder: {
    readonly awardId: string
    readonly conditionSha256: string
    readonly dueOn: IsoDay
    readonly days: number
    readonly at: Date
  },
): Promise<boolean> {
  const { awardId, conditionSha256, dueOn, days, at } = reminder
  const { rows } = await sql`
    insert into award_condition_reminder (award_id, condition_sha256, due_on, days, reminded_at)
    values (${awardId}::uuid, ${conditionSha256}, ${dueOn}::date, ${days}, ${at})
    on conflict do nothing returning award_id`.execute(tx)
  return rows.length === 1
}
