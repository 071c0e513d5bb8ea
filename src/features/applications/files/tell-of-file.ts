import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { personById } from '../../accounts/index.ts'
import type { StoredFile } from '../../files/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { applicationPath } from '../applications.paths.ts'
import { applicationByReference } from '../applications.store.ts'
import { queueAbout } from '../queue-about.ts'
import { fileRefusedMail } from './file-refused-mail.messages.ts'

/** Writes to whoever sent a file that it has a virus, or could not be looked at, and what to do. */
export async function tellOfFile(tx: Tx, services: Services, file: StoredFile): Promise<void> {
  const person = await personById(tx, file.uploadedBy)
  const application = await applicationByReference(tx, file.ownerId, [], [])
  if (person === undefined || application === undefined) return
  const link = `${originForMail(services.config)}${applicationPath(file.ownerId)}`
  await queueAbout(tx, services, application, {
    kind: 'file-refused',
    recipient: person.email,
    personId: person.id,
    words: (say) => say(fileRefusedMail)(file, application, link),
  })
}
