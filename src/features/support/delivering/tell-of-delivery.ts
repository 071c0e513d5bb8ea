import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { StoredFile } from '../../files/index.ts'
import { evidenceRefusedMail } from '../grants/grants-mail.messages.ts'
import { orderByReference } from '../orders/orders.store.ts'
import { supportedAward } from '../packages/awards.store.ts'
import { tellAward } from '../tell-award.ts'
import { tellSides } from '../tell-sides.ts'
import { fileRefusedMail } from './delivering-mail.messages.ts'

/** Writes to whoever sent a file of a delivery or of a claim that nobody can open it, and what to do. */
export async function tellOfDelivery(tx: Tx, services: Services, file: StoredFile): Promise<void> {
  const order = await orderByReference(tx, file.ownerId)
  if (order !== undefined)
    return await tellSides(tx, services, order, ['supplier'], (say) => say(fileRefusedMail)(order, file.name))
  const award = await supportedAward(tx, file.ownerId)
  if (award !== undefined)
    await tellAward(tx, services, award, 'council', (say) => say(evidenceRefusedMail)(award, file.name))
}
