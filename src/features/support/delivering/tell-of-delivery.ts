import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { StoredFile } from '../../files/index.ts'
import { orderByReference } from '../orders/orders.store.ts'
import { tellSides } from '../tell-sides.ts'
import { fileRefusedMail } from './delivering-mail.messages.ts'

/** Writes to the people of a supplier that nobody can open a file of a delivery, and what to do. */
export async function tellOfDelivery(tx: Tx, services: Services, file: StoredFile): Promise<void> {
  const order = await orderByReference(tx, file.ownerId)
  if (order === undefined) return
  await tellSides(tx, services, order, ['supplier'], fileRefusedMail(order, file.name))
}
