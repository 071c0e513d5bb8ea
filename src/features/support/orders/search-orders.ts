import { fundsWith, organisationsOf } from '../../../core/permissions/index.ts'
import type { Found, Search } from '../../../core/search/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { orderPath, type Place } from '../support.paths.ts'
import { type OrderByWords, ordersByWords } from './search.store.ts'

/** The orders of support of somebody's fund, council or supplier: one statement. */
export async function searchOrders(db: Database, { actor, ...search }: Search): Promise<readonly Found[]> {
  if (actor.kind !== 'person') return []
  const rows = await ordersByWords(db, {
    ...search,
    personId: actor.personId,
    organisationIds: organisationsOf(actor),
    fundIds: fundsWith(actor, 'support:read'),
  })
  return rows.map((row) => {
    const { reference, title, council, supplier, illustrative, excerpt, rank, exact } = row
    const detail = `${supplier} for ${council}, ${reference}`
    return {
      kind: 'order',
      href: orderPath(placeOf(row), reference),
      title,
      detail,
      illustrative,
      excerpt,
      rank,
      exact,
    }
  })
}

function placeOf({ side, fund, application }: OrderByWords): Place {
  if (side === 'team') return { side, fund }
  return side === 'council' ? { side, application } : { side }
}
