import { notFound } from '../../../core/errors.ts'
import type { Actor, SignedIn } from '../../../core/permissions/index.ts'
import type { Fund } from '../../../core/rounds/fund.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { findFund } from '../../funds/index.ts'
import { type Supplier, supplierById } from './suppliers.store.ts'

export type OpenedSupplier = { readonly actor: SignedIn; readonly fund: Fund; readonly supplier: Supplier }

/**
 * A supplier of a fund, for those who run it, or look at it.
 *
 * @throws {NotFound} for anybody else, and where it is none of this fund
 */
export async function openSupplier(
  db: Database | Tx,
  actor: Actor,
  permission: 'support:read' | 'support:run',
  { fundSlug, supplierId }: { readonly fundSlug: string; readonly supplierId: string },
): Promise<OpenedSupplier> {
  const fund = await findFund(db, actor, permission, fundSlug)
  const supplier = await supplierById(db, supplierId)
  if (actor.kind !== 'person' || supplier?.fundId !== fund.id) throw notFound('supplier')
  return { actor, fund, supplier }
}
