import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { readSupplier, type SupplierProblem, type SupplierTyped } from '../../../core/support/index.ts'
import type { Services } from '../../../platform/services.ts'
import { findFund } from '../../funds/index.ts'
import { recordSupport } from '../record-support.ts'
import { openSupplier } from './open-supplier.ts'
import { insertSupplier, lotsOf, setLots, updateSupplier } from './suppliers.store.ts'

export type SaveProblem = SupplierProblem | { readonly code: 'supplier-there' }

type Asked = { readonly fund: string; readonly typed: SupplierTyped; readonly at: Date }

/** Adds a supplier to a fund. @returns its id @throws {NotFound} if this person does not run the fund */
export async function addSupplier(
  services: Services,
  actor: Actor,
  { fund: slug, typed, at }: Asked,
): Promise<Result<string, SaveProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const fund = await findFund(tx, actor, 'support:run', slug)
    if (actor.kind !== 'person') throw notFound('fund')
    const read = readSupplier(typed)
    if (!read.ok) return read
    const supplier = { ...read.value, id: services.newId(), fundId: fund.id }
    if (!(await insertSupplier(tx, { ...supplier, at, by: actor.personId }))) return refused({ code: 'supplier-there' })
    const known = await lotsOf(tx, fund.id)
    const lots = typed.lots.filter((lot) => known.some(({ id }) => id === lot))
    await setLots(tx, supplier.id, lots)
    const facts = { name: supplier.name, lots }
    await recordSupport(tx, actor, fund.id, { action: 'support.supplier-added', at, objectId: supplier.id, facts })
    return done(supplier.id)
  })
}

/** Changes a supplier. @throws {NotFound} if this person does not run its fund */
export async function changeSupplier(
  services: Services,
  actor: Actor,
  { fund: slug, supplierId, typed, at }: Asked & { readonly supplierId: string },
): Promise<Result<null, SaveProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const asked = { fundSlug: slug, supplierId }
    const { actor: person, fund, supplier } = await openSupplier(tx, actor, 'support:run', asked)
    const read = readSupplier(typed)
    if (!read.ok) return read
    if (!(await updateSupplier(tx, { ...supplier, ...read.value }))) return refused({ code: 'supplier-there' })
    const known = await lotsOf(tx, fund.id)
    const lots = typed.lots.filter((lot) => known.some(({ id }) => id === lot))
    await setLots(tx, supplier.id, lots)
    const facts = { name: read.value.name, lots }
    await recordSupport(tx, person, fund.id, { action: 'support.supplier-changed', at, objectId: supplier.id, facts })
    return done(null)
  })
}
