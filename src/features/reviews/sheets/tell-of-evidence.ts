import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { personById } from '../../accounts/index.ts'
import type { StoredFile } from '../../files/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { queueMessage } from '../../notifications/index.ts'
import { sheetFileMail } from '../../sheets/index.ts'
import { reviewPath } from '../reviews.paths.ts'

/** Writes to whoever sent a file of a review that nobody can open it, and what to do. */
export async function tellOfReviewFile(tx: Tx, services: Services, file: StoredFile): Promise<void> {
  const person = await personById(tx, file.uploadedBy)
  if (person === undefined) return
  const link = `${originForMail(services.config)}${reviewPath(file.ownerId)}`
  await queueMessage(tx, services, {
    kind: 'review-file-refused',
    recipient: person.email,
    personId: person.id,
    words: (say) => say(sheetFileMail)({ file, of: { review: file.ownerId }, link }),
  })
}
