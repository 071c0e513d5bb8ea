import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { personById } from '../../accounts/index.ts'
import { queueAbout } from '../../applications/index.ts'
import type { StoredFile } from '../../files/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { sheetFileMail } from '../../sheets/index.ts'
import { acceptedAward } from '../awards.store.ts'
import { benefitsPath } from '../benefits.paths.ts'

/** Writes to whoever sent a file about an award that nobody can open it, and what to do. */
export async function tellOfAwardFile(tx: Tx, services: Services, file: StoredFile): Promise<void> {
  const person = await personById(tx, file.uploadedBy)
  const award = await acceptedAward(tx, file.ownerId)
  if (person === undefined || award === undefined) return
  const link = `${originForMail(services.config)}${benefitsPath(award.reference)}`
  await queueAbout(tx, services, award, {
    kind: 'benefits.file-refused',
    recipient: person.email,
    personId: person.id,
    words: (say) => say(sheetFileMail)({ file, of: { award: award.title }, link }),
  })
}
