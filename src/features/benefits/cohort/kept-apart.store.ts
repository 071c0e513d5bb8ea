import { sql } from 'kysely'
import type { BenefitName, KeptBoth } from '../../../core/benefits/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Which benefits of different awards of a fund both count, and why: the last that was decided of each pair. */
export async function keptApartOf(db: Database | Tx, fundId: string): Promise<readonly KeptBoth[]> {
  const { rows } = await sql<KeptBoth>`
    select jsonb_build_object('reference', a.reference, 'benefit', k.first_entry) as first,
      jsonb_build_object('reference', b.reference, 'benefit', k.second_entry) as second, k.reason
    from (select distinct on (first_award, first_entry, second_award, second_entry) * from benefit_kept_apart
      order by first_award, first_entry, second_award, second_entry, number desc) as k
      join award v on v.id = k.first_award join application a on a.id = v.application_id
      join award w on w.id = k.second_award join application b on b.id = w.application_id
      join round r on r.id = v.round_id
    where r.fund_id = ${fundId}::uuid and k.reason <> ''
    order by k.first_award, k.first_entry, k.second_award, k.second_entry`.execute(db)
  return rows
}

type OfAward = Pick<BenefitName, 'benefit'> & { readonly awardId: string }

/** Says why both count; '' where they are counted once again. */
export async function insertKeptApart(
  tx: Tx,
  pair: readonly [OfAward, OfAward],
  { reason, at, by }: { readonly reason: string; readonly at: Date; readonly by: string },
): Promise<void> {
  const [first, second] = pair[0].awardId < pair[1].awardId ? pair : [pair[1], pair[0]]
  await sql`
    insert into benefit_kept_apart (first_award, first_entry, second_award, second_entry, number, reason, decided_at, decided_by)
    select ${first.awardId}::uuid, ${first.benefit}, ${second.awardId}::uuid, ${second.benefit}, 1 + coalesce(max(number), 0),
      ${reason}, ${at}, ${by}::uuid
    from benefit_kept_apart where (first_award, first_entry, second_award, second_entry)
      = (${first.awardId}::uuid, ${first.benefit}, ${second.awardId}::uuid, ${second.benefit})`.execute(tx)
}
