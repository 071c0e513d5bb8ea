import type { Services } from '../../../platform/services.ts'
import { extensionsOf, roundById } from '../../funds/index.ts'
import { titlesOfPart } from '../colleagues/titles-of-part.ts'
import { queueAbout } from '../queue-about.ts'
import { roundOfExtension, takeUntoldOfDrafts } from './drafts.store.ts'
import { extensionMail } from './extension-mail.messages.ts'

/** The job that tells those who are writing that they have more time. */
export const tellOfExtensionJob = 'tell-of-extension'

export type TellOfExtension = { readonly extensionId: string; readonly origin: string }

/** So many are told in one transaction. */
const batch = 50

/** Writes to everyone who can write an application that an extension is for and that is not submitted. Doing it again tells nobody twice. */
export async function tellOfExtension(services: Services, { extensionId, origin }: TellOfExtension): Promise<void> {
  const { db, clock } = services
  const roundId = await roundOfExtension(db, extensionId)
  const round = roundId === undefined ? undefined : await roundById(db, roundId)
  const extension = round && (await extensionsOf(db, round.id)).find(({ id }) => id === extensionId)
  if (round === undefined || extension === undefined) throw new Error(`there is no extension ${extensionId}`)
  const { applicationId, deadlineAt: dueAt } = extension
  for (;;) {
    const told = await db.transaction().execute(async (tx) => {
      const telling = { roundId: round.id, applicationId, hours: 0, dueAt, at: clock(), most: batch }
      const people = await takeUntoldOfDrafts(tx, telling)
      for (const person of people) {
        const { personId, email: recipient } = person
        const more = { origin, titles: await titlesOfPart(tx, person) }
        const { illustrative } = person
        await queueAbout(
          tx,
          services,
          { illustrative, fundId: round.fundId },
          {
            kind: 'deadline-extended',
            personId,
            recipient,
            words: (say) => say(extensionMail)(person, extension, round, more),
          },
        )
      }
      return people.length
    })
    if (told < batch) return
  }
}

/** The email that says so: plain text. */
