import { sql } from 'kysely'
import { type IsoDay, isoDay } from '../../../core/time/day.ts'
import type { Database } from '../../../platform/database/database.ts'

/** What waits in a grant: a claim for a first or a second person or its payment, or an instalment to claim. */
export type GrantStep = 'check' | 'approve' | 'pay' | 'claim'

export type GrantWaiting = {
  readonly application: string
  readonly fund: string
  readonly council: string
  readonly side: 'team' | 'council'
  readonly step: GrantStep
  readonly dueOn: IsoDay
}

type WaitingOf = {
  readonly personId: string
  readonly fundIds: readonly string[]
  readonly organisationIds: readonly string[]
  readonly at: Date
}

/** The grants in which something waits for somebody, by what is due first: one statement. */
export async function grantsWaitingFor(
  db: Database,
  { personId, fundIds, organisationIds, at }: WaitingOf,
): Promise<readonly GrantWaiting[]> {
  const { rows } = await sql<GrantWaiting>`
    with mine as (
      select w.id, w.application_id, w.organisation_id, r.fund_id, r.fund_id = any(${[...fundIds]}::uuid[]) as team,
        w.organisation_id = any(${[...organisationIds]}::text[]) as council
      from award w join round r on r.id = w.round_id where w.state = 'accepted' and w.type = 'grant'),
    waits as (
      select m.id, 'team' as side, case c.state when 'sent' then 'check' when 'checked' then 'approve' else 'pay' end as step,
        c.sent_at::date as due_on
      from mine m join grant_claim c on c.award_id = m.id
      where m.team and (c.state in ('sent', 'approved') or (c.state = 'checked' and c.checked_by is distinct from ${personId}::uuid))
      union all
      select m.id, 'council', 'claim', i.due_on
      from mine m join grant_instalment i on i.award_id = m.id
        and i.schedule = (select max(s.number) from grant_schedule s where s.award_id = m.id)
      where m.council and i.due_on <= ${isoDay(at)}::date and i.pence > (select coalesce(sum(c.pence), 0) from grant_claim c
        where c.award_id = m.id and c.instalment = i.number and c.state <> 'refused'))
    select a.reference as application, f.slug as fund, o.name as council, q.side, q.step, min(q.due_on) as "dueOn"
    from waits q join mine m on m.id = q.id join application a on a.id = m.application_id
      join organisation o on o.id = m.organisation_id join fund f on f.id = m.fund_id
    group by a.reference, f.slug, o.name, q.side, q.step order by "dueOn", a.reference, q.side, q.step`.execute(db)
  return rows
}
