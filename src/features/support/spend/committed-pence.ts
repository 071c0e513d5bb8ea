import type { Tx } from '../../../platform/database/database.ts'
import { claimedPence } from '../grants/claims.store.ts'
import { orderedPence } from '../orders/orders.store.ts'

/** What of an award is ordered, or claimed of its grant, in pence: it is worth no less, and is not withdrawn. */
export const committedPence = async (
  tx: Tx,
  award: { readonly id: string; readonly fundId: string },
): Promise<number> => (await orderedPence(tx, award)) + (await claimedPence(tx, award.id))
