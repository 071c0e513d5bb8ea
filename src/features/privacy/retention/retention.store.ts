import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { keptPeople } from '../anonymising/keepers.store.ts'
import { candidates, dayOf, type RowRule, tablesOf } from './due-rows.ts'

/** What a rule comes to at an instant, in rows. */
export type RuleCount = {
  readonly due: number
  /** Would be due, but for a hold. */
  readonly held: number
  /** Will be due within 90 days. */
  readonly soon: number
  /** A few of those that are due, the longest kept first: references of applications, names of rounds, or days. */
  readonly examples: readonly string[]
}

/** @param before whose clock began earlier is due @param soon the same, 90 days on */
export async function countRule(db: Database, rule: RowRule, before: Date, soon: Date): Promise<RuleCount> {
  const rows = sql.join(
    tablesOf(rule).map((table) => candidates(rule, table, soon)),
    sql` union all `,
  )
  return await countOf(db, rows, before, soon)
}

/** The same for people: those who were last here before then, and whom nothing keeps on that day. */
export async function countPeople(db: Database, before: Date, soon: Date, today: string): Promise<RuleCount> {
  return await countOf(db, idlePeople(soon, today), before, soon)
}

async function countOf(
  db: Database,
  rows: ReturnType<typeof candidates>,
  before: Date,
  soon: Date,
): Promise<RuleCount> {
  const { rows: found } = await sql<RuleCount>`
    with c as (${rows})
    select count(*) filter (where clock < ${before} and not held) as due,
      count(*) filter (where clock < ${before} and held) as held,
      count(*) filter (where clock >= ${before} and clock < ${soon} and not held) as soon,
      (select coalesce(jsonb_agg(called order by first, called), '[]') from (
        select called, min(clock) as first from c where clock < ${before} and not held
        group by called order by 2, 1 limit 5) few) as examples
    from c`.execute(db)
  return found[0] ?? { due: 0, held: 0, soon: 0, examples: [] }
}

/**
 * People who were last here before an instant, by what they did last or when they signed in last. Whoever holds a role or is
 * kept by something else is not among them: they would be counted, and stand in the way of others, each night anew.
 */
const idlePeople = (until: Date, today: string) => sql`
  select p.id, p.clock, person_is_held(p.id) as held, ${dayOf(sql`p.clock`)} as called
  from (
    select id, greatest(created_at, (select max(e.at) from audit_event e where e.actor_id = person.id),
      (select max(s.last_seen_at) from session s where s.person_id = person.id)) as clock
    from person where anonymised_at is null and created_at < ${until} offset 0) p
  where p.clock < ${until}
    and not exists (select from role_assignment r where r.person_id = p.id and r.ended_at is null)
    and p.id not in (select k.person_id from (${keptPeople(today)}) k where k.person_id is not null)`

/** Those of them who are due, the longest away first. */
export async function peopleDue(
  db: Database,
  { before, today, most }: { readonly before: Date; readonly today: string; readonly most: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (${idlePeople(before, today)}) idle where not held order by clock, id limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Deletes or empties what is due by a rule. @returns how many rows */
export async function sweepRule(tx: Tx, rule: RowRule, before: Date): Promise<number> {
  let went = 0
  for (const table of tablesOf(rule)) {
    const due = sql`ctid in (select place from (${candidates(rule, table, before)}) c where not held)`
    const { numAffectedRows } = await change(rule, table, due).execute(tx)
    went += Number(numAffectedRows ?? 0)
  }
  return went
}

/** Deletes the rows of the rule, or empties their columns. */
export const change = ({ sweep }: RowRule, table: string, where: ReturnType<typeof candidates>) =>
  sweep.blank === undefined
    ? sql`delete from ${sql.table(table)} where ${where}`
    : sql`update ${sql.table(table)} set ${sql.join(sweep.blank.map((name) => sql`${sql.ref(name)} = ''`))} where ${where}`

/** Whether the rules are carried out, and what was last asked for. */
export type Switch = {
  readonly number: number
  readonly turn: 'on' | 'off'
  readonly reason: string
  readonly askedAt: Date
  readonly askedBy: string
  readonly askedByName: string
  readonly confirmedAt: Date | null
  readonly confirmedByName: string | null
}

/** All turns of the switch, the newest first. */
export async function switchTurns(db: Database | Tx): Promise<readonly Switch[]> {
  const { rows } = await sql<Switch>`
    select s.number, s.turn, s.reason, s.asked_at as "askedAt", s.asked_by as "askedBy",
      coalesce(nullif(a.name, ''), a.email) as "askedByName", s.confirmed_at as "confirmedAt",
      coalesce(nullif(c.name, ''), c.email) as "confirmedByName"
    from retention_switch s join person a on a.id = s.asked_by left join person c on c.id = s.confirmed_by
    order by s.number desc limit 20`.execute(db)
  return rows
}

/** The same with the switch locked, so that two who turn it take turns. */
export async function lockSwitch(tx: Tx): Promise<readonly Switch[]> {
  await sql`lock table retention_switch in share row exclusive mode`.execute(tx)
  return await switchTurns(tx)
}

export async function insertTurn(
  tx: Tx,
  turn: { readonly turn: 'on' | 'off'; readonly reason: string; readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    insert into retention_switch (number, turn, reason, asked_at, asked_by)
    select coalesce(max(number), 0) + 1, ${turn.turn}, ${turn.reason}, ${turn.at}::timestamptz, ${turn.by}::uuid
    from retention_switch`.execute(tx)
}

export async function confirmTurn(tx: Tx, number: number, at: Date, by: string): Promise<void> {
  await sql`
    update retention_switch set confirmed_at = ${at}, confirmed_by = ${by}::uuid
    where number = ${number} and confirmed_at is null`.execute(tx)
}

/** What went in one night, by rule. */
export type Run = { readonly ranAt: Date; readonly went: Readonly<Record<string, number>> }

export async function insertRun(tx: Tx, { id, ranAt, went }: Run & { readonly id: string }): Promise<void> {
  await sql`insert into retention_run (id, ran_at, went) values (${id}::uuid, ${ranAt}, ${JSON.stringify(went)}::jsonb)`.execute(
    tx,
  )
}

/** The last nights in which something was carried out. */
export async function lastRuns(db: Database): Promise<readonly Run[]> {
  const { rows } =
    await sql<Run>`select ran_at as "ranAt", went from retention_run order by ran_at desc, id desc limit 5`.execute(db)
  return rows
}
