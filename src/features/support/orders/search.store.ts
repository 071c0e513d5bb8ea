import { sql } from 'kysely'
import type { Search } from '../../../core/search/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type TextMatch, textMatch } from '../../../platform/database/full-text.ts'
import { inPlaceOf } from '../../accounts/index.ts'

export type OrderByWords = TextMatch & {
  readonly reference: string
  readonly title: string
  readonly council: string
  readonly supplier: string
  readonly fund: string
  readonly application: string
  readonly illustrative: boolean
  /** From where the reader looks at it. */
  readonly side: 'team' | 'council' | 'supplier'
}

type Asked = Omit<Search, 'actor'> & {
  readonly personId: string
  readonly organisationIds: readonly string[]
  readonly fundIds: readonly string[]
}

/** The orders with these words of these funds, of accepted awards of these bodies, and of a person's suppliers. */
export async function ordersByWords(
  db: Database,
  { words, at, limit, personId, organisationIds, fundIds }: Asked,
): Promise<readonly OrderByWords[]> {
  const text = sql`concat_ws(' ', 'order', reference, title, what, council, supplier, application)`
  const match = textMatch(words, text, sql`reference`, sql`what`)
  const { rows } = await sql<OrderByWords>`
    with body as materialized ${inPlaceOf(organisationIds, isoDay(at))}, open as (
      select d.reference, d.title, d.what, o.name as council, s.name as supplier, f.slug as fund,
        a.reference as application, r.illustrative or f.illustrative as illustrative,
        case when f.id = any(${[...fundIds]}::uuid[]) then 'team'
          when w.state = 'accepted' and w.organisation_id in (select id from body) then 'council'
          when exists (select from support_supplier_person p where p.supplier_id = d.supplier_id
            and p.person_id = ${personId}::uuid and p.ended_at is null) then 'supplier' end as side
      from support_order d join support_supplier s on s.id = d.supplier_id join award w on w.id = d.award_id
        join application a on a.id = w.application_id join organisation o on o.id = w.organisation_id
        join round r on r.id = w.round_id join fund f on f.id = r.fund_id
    )
    select reference, title, council, supplier, fund, application, illustrative, side, ${match.columns}
    from open where side is not null and ${match.found} order by ${match.order}, reference limit ${limit}`.execute(db)
  return rows
}
