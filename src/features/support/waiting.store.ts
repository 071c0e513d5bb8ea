import { sql } from 'kysely'
import type { SupportSide } from '../../core/support/index.ts'
import type { IsoDay } from '../../core/time/day.ts'
import type { Database } from '../../platform/database/database.ts'

/** What waits in an order: something to deliver, again or at first, an answer to a delivery or a change, an invoice. */
export type WhatWaits = 'delivery' | 'sent-back' | 'answer' | 'change' | 'invoice'

/** An order in which something waits for a side of somebody's. */
export type OrderWaiting = {
  /** In the order of the letters. */
  readonly what: readonly WhatWaits[]
  readonly reference: string
  readonly application: string
  readonly fund: string
  readonly council: string
  readonly title: string
  readonly side: SupportSide
  readonly dueOn: IsoDay
}

/** Whose orders are asked for: of these funds as their team, of these councils, and of the suppliers of this person. */
export type WaitingOf = {
  readonly personId: string
  readonly fundIds: readonly string[]
  readonly organisationIds: readonly string[]
}

/** The orders in which something waits for somebody, by what is due first: one statement. */
export async function ordersWaiting(
  db: Database,
  { personId, fundIds, organisationIds }: WaitingOf,
): Promise<readonly OrderWaiting[]> {
  const { rows } = await sql<OrderWaiting>`
    with deliverable as (
      select v.order_id, v.due_on, y.number as delivery,
        (select count(*) from support_delivery_answer n where not n.accepted
          and (n.order_id, n.deliverable, n.number) = (v.order_id, v.number, y.number)) as no,
        array(select n.side from support_delivery_answer n
          where (n.order_id, n.deliverable, n.number) = (v.order_id, v.number, y.number)) as said
      from support_deliverable v left join lateral (select max(number) as number from support_delivery l
        where (l.order_id, l.deliverable) = (v.order_id, v.number)) y on true
      where v.removed_at is null),
    mine as (
      select d.id, d.closed_at is not null as closed, s.side from support_order d join award w on w.id = d.award_id join round r on r.id = w.round_id,
        lateral (values ('team', r.fund_id = any(${[...fundIds]}::uuid[])),
          ('council', w.state = 'accepted' and w.organisation_id = any(${[...organisationIds]}::text[])),
          ('supplier', exists (select from support_supplier_person p where p.supplier_id = d.supplier_id
            and p.person_id = ${personId}::uuid and p.ended_at is null))) as s (side, holds)
      where s.holds and d.withdrawn_at is null),
    waits as (
      select m.id, m.side, v.due_on, case when m.side <> 'supplier' then 'answer' when v.delivery is null then 'delivery'
        else 'sent-back' end as what from mine m join deliverable v on v.order_id = m.id
      where not m.closed and case when m.side = 'supplier' then v.delivery is null or v.no > 0
        else v.delivery is not null and v.no = 0 and not m.side = any(v.said) end
      union all
      select m.id, m.side, i.dated_on, 'invoice' from mine m join support_invoice i on i.order_id = m.id
      where m.side = 'team' and i.state = 'sent'
      union all
      select m.id, m.side, (t.asked_at at time zone 'Europe/London')::date, 'change'
      from mine m join support_order d on d.id = m.id join support_order_terms t on t.order_id = m.id
      where not m.closed and m.side <> 'supplier' and t.number > d.terms
        and not exists (select from support_order_terms l where l.order_id = t.order_id and l.number > t.number)
        and not exists (select from support_terms_answer n where (n.order_id, n.number) = (t.order_id, t.number)
          and (n.side = m.side or not n.agreed)))
    select d.reference, a.reference as application, f.slug as fund, o.name as council, d.title, q.side, min(q.due_on) as "dueOn",
      array_agg(distinct q.what order by q.what) as what
    from waits q join support_order d on d.id = q.id join award w on w.id = d.award_id
      join application a on a.id = w.application_id join organisation o on o.id = w.organisation_id
      join round r on r.id = w.round_id join fund f on f.id = r.fund_id
    group by d.reference, a.reference, f.slug, o.name, d.title, q.side order by "dueOn", d.reference, q.side`.execute(
    db,
  )
  return rows
}
