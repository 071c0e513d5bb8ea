import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { OrderSpend } from '../spend/spend.store.ts'

/**
 * What became of the money of every instalment of the grants of a fund, in the words of orders: ordered is what its
 * instalment comes to, accepted what is claimed, invoiced what is approved. What came back is taken from them all.
 */
export async function grantSpendOfFund(db: Database | Tx, fundId: string): Promise<readonly OrderSpend[]> {
  const { rows } = await sql<OrderSpend>`
    with held as (
      select w.id, a.reference, o.name from award w join application a on a.id = w.application_id
        join organisation o on o.id = w.organisation_id join round r on r.id = w.round_id
      where r.fund_id = ${fundId}::uuid and w.type = 'grant' and w.accepted_at is not null),
    line as (
      select h.id, i.number as place, i.number::text as line, i.title, i.pence as ordered,
        coalesce(sum(c.pence) filter (where c.state <> 'refused'), 0) as claimed,
        coalesce(sum(c.pence) filter (where c.state in ('approved', 'paid')), 0) as approved,
        coalesce(sum(c.pence) filter (where c.state = 'paid'), 0) as paid
      from held h join grant_instalment i on i.award_id = h.id
          and i.schedule = (select max(s.number) from grant_schedule s where s.award_id = h.id)
        left join grant_claim c on c.award_id = h.id and c.instalment = i.number
      group by h.id, i.number, i.title, i.pence
      union all
      select h.id, 1000 + b.number, 'return-' || b.number, 'Returned', -b.pence, -b.pence, -b.pence, -b.pence
      from held h join grant_return b on b.award_id = h.id)
    select h.reference || '/' || l.line as reference, h.id as "awardId", h.reference as application, h.name as council,
      'Grant' as lot, '' as supplier, l.title, l.ordered::bigint as "orderedPence", l.claimed::bigint as "acceptedPence",
      l.approved::bigint as "invoicedPence", l.paid::bigint as "paidPence"
    from line l join held h on h.id = l.id order by h.name, h.reference, l.place`.execute(db)
  return rows
}
