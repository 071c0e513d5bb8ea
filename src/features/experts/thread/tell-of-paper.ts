import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { personById } from '../../accounts/index.ts'
import type { StoredFile } from '../../files/index.ts'
import { fundById } from '../../funds/index.ts'
import { requestById } from '../asking/requests.store.ts'
import { paperRefusedMail } from '../experts-mail.messages.ts'
import { mailPlace, writeTo } from '../write-to.ts'

/** Writes to whoever sent a paper with a message to an expert that nobody can open it, and what to do. */
export async function tellOfPaper(
  tx: Tx,
  services: Services,
  { ownerId, uploadedBy, name }: StoredFile,
): Promise<void> {
  const request = await requestById(tx, ownerId)
  const fund = request && (await fundById(tx, request.fundId))
  const person = await personById(tx, uploadedBy)
  if (request === undefined || fund === undefined || person === undefined) return
  const of = { ...mailPlace(services, fund), number: request.number, title: request.title }
  await writeTo(tx, services, fund, [person], (say) => say(paperRefusedMail)(of, name))
}
