import type { SignedIn } from '../../core/permissions/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { awardsToDeclare, suppliersOfPerson, type WorksFor } from './suppliers/people.store.ts'

/** A supplier for which somebody works, with how many of its interests nobody has declared. */
export type SupplierWork = WorksFor & { readonly toDeclare: number }

/** For whom somebody works, and what they have yet to say there: two statements. */
export async function supplierWork(
  db: Database,
  { personId }: Pick<SignedIn, 'personId'>,
): Promise<readonly SupplierWork[]> {
  const [suppliers, awards] = await Promise.all([suppliersOfPerson(db, personId), awardsToDeclare(db, personId)])
  return suppliers.map((of) => ({
    ...of,
    toDeclare: awards.filter(({ supplierId, interested }) => supplierId === of.supplierId && interested === null)
      .length,
  }))
}
