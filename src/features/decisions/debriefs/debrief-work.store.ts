import { sql } from 'kysely'
import { usualWindow } from '../../../core/debriefs/index.ts'
import type { Database } from '../../../platform/database/database.ts'

/** A round in which debriefs wait for its team: for an answer, or to be closed. */
export type DebriefsToAnswer = {
  readonly fund: string
  readonly fundName: string
  readonly round: string
  readonly roundName: string
  readonly waiting: number
  /** Whose time is over and of which nobody has written what came of them. */
  readonly toClose: number
  /** Since when the one that waits longest for an answer does; null where none does. */
  readonly since: Date | null
  /** After how many days people are reminded. */
  readonly remindDays: number
}

/** Rounds of these funds in which somebody waits for an answer, or a debrief is over and not closed. */
export async function debriefsToAnswer(
  db: Database,
  fundIds: readonly string[],
  at: Date,
): Promise<readonly DebriefsToAnswer[]> {
  if (fundIds.length === 0) return []
  const { rows } = await sql<DebriefsToAnswer>`
    select f.slug as fund, f.name as "fundName", r.slug as round, r.name as "roundName",
      count(*) filter (where d.state = 'asked')::int as waiting,
      count(*) filter (where d.state = 'arranged')::int as "toClose",
      min(d.asked_at) filter (where d.state = 'asked') as since, coalesce(max(w.remind_days), ${usualWindow.remindDays}::int) as "remindDays"
    from debrief d join application a on a.id = d.application_id join round r on r.id = a.round_id
      join fund f on f.id = r.fund_id left join debrief_window w on w.round_id = r.id
    where r.fund_id = any(${fundIds}::uuid[]) and (d.state = 'asked' or (d.state = 'arranged' and ${at} >= (
      select t.ends_at from debrief_time t where t.application_id = d.application_id order by t.number desc limit 1)))
    group by f.slug, f.name, r.slug, r.name order by min(d.asked_at), r.slug`.execute(db)
  return rows
}

/** A debrief for which the applicants were given a time. */
export type DebriefToCome = {
  readonly reference: string
  readonly fundName: string
  readonly roundName: string
  readonly startsAt: Date
  readonly place: string
}

/** The debriefs still to come of applications that these organisations lead. */
export async function debriefsToCome(
  db: Database,
  organisationIds: readonly string[],
  at: Date,
): Promise<readonly DebriefToCome[]> {
  if (organisationIds.length === 0) return []
  const { rows } = await sql<DebriefToCome>`
    select a.reference, f.name as "fundName", r.name as "roundName", t.starts_at as "startsAt", t.place
    from debrief d join application a on a.id = d.application_id join round r on r.id = a.round_id
      join fund f on f.id = r.fund_id
      join lateral (select * from debrief_time each where each.application_id = d.application_id
        order by each.number desc limit 1) t on true
    where d.state = 'arranged' and a.lead_id = any(${organisationIds}::text[]) and t.ends_at > ${at}
    order by t.starts_at, a.id`.execute(db)
  return rows
}
