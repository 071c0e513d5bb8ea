import { sql } from 'kysely'
import type { AwardPayment } from '../../../core/open-data/index.ts'
import type { Database } from '../../../platform/database/database.ts'

/** What was paid of the grants of a round, and what came back, by award and day: one statement. */
export async function grantPayments(db: Database, roundId: string): Promise<readonly AwardPayment[]> {
  const { rows } = await sql<AwardPayment>`
    with moved as (
      select award_id, 'payment-' || number as id, paid_on as on_day, pence, payment_reference from grant_claim
      where state = 'paid'
      union all
      select award_id, 'return-' || number, returned_on, -pence, payment_reference from grant_return)
    select a.reference, m.id, m.on_day as "on", m.pence::bigint as pence, m.payment_reference as "paymentReference"
    from moved m join award w on w.id = m.award_id join application a on a.id = w.application_id
    where w.round_id = ${roundId}::uuid order by a.reference, m.on_day, m.id`.execute(db)
  return rows
}
