import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { personById } from '../../accounts/index.ts'
import type { StoredFile } from '../../files/index.ts'
import { roundById } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { mailEach } from '../awarding/mail-council.ts'
import { refusedFileMail } from './complaint-mail.messages.ts'
import { complaintByReference } from './complaints.store.ts'

/** Writes to whoever added a file to a complaint that nobody can open it, and what to do. */
export async function tellOfEvidence(tx: Tx, services: Services, file: StoredFile): Promise<void> {
  const complaint = await complaintByReference(tx, file.ownerId)
  const person = await personById(tx, file.uploadedBy)
  const round = complaint && (await roundById(tx, complaint.roundId))
  if (complaint === undefined || person === undefined || round === undefined) return
  const about = { ...complaint, round, fund: round.fund, origin: originForMail(services.config), file: file.name }
  await mailEach(tx, services, round, [person.email], {
    kind: 'file-refused',
    words: (say) => say(refusedFileMail)(about),
  })
}
