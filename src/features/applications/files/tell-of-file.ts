import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { personById } from '../../accounts/index.ts'
import type { StoredFile } from '../../files/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { applicationPath } from '../applications.paths.ts'
import { applicationByReference } from '../applications.store.ts'
import { queueAbout } from '../queue-about.ts'

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
    subject: `${file.ownerId}: a file that you uploaded cannot be used`,
    body: [
      `You uploaded “${file.name}” for application ${file.ownerId} (${application.fundName}, ${application.roundName}).`,
      file.state === 'infected'
        ? `A virus was found in it (${file.virus}), so nobody can open it here. Tell your IT team: your own copy may have it too.`
        : 'It could not be checked for viruses, so nobody can open it here.',
      application.state === 'submitted'
        ? 'The application has been submitted and stays submitted. The programme team can see that this file cannot be opened. Before the deadline you can withdraw the application, replace the file and submit again.'
        : 'Remove it from the application before you submit, and upload a clean copy if you have one.',
      link,
    ].join('\n\n'),
  })
}
