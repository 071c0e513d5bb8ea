import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { Services } from '../../../platform/services.ts'
import { extensionsOf, type GivenExtension, type RoundInFund, roundById } from '../../funds/index.ts'
import { applicationPath } from '../applications.paths.ts'
import { describePart } from '../colleagues/describe-part.ts'
import { queueAbout } from '../queue-about.ts'
import { roundOfExtension, type ToTell, takeUntoldOfDrafts } from './drafts.store.ts'

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
        const message = extensionMessage(person, extension, round, { origin, part: await describePart(tx, person) })
        const { illustrative } = person
        const to = { kind: 'deadline-extended' as const, personId, recipient }
        await queueAbout(tx, services, { illustrative, fundId: round.fundId }, { ...to, ...message })
      }
      return people.length
    })
    if (told < batch) return
  }
}

/** The email that says so: plain text. */
function extensionMessage(
  { reference, leadName }: ToTell,
  { deadlineAt, fromAt, reason, notice, applicationId }: GivenExtension,
  round: RoundInFund,
  { origin, part }: { readonly origin: string; readonly part: string },
): { readonly subject: string; readonly body: string } {
  const whose = applicationId === null ? 'everyone' : leadName
  return {
    subject: `More time for application ${reference}: ${round.fund.name}`,
    body: [
      `The deadline of ${round.fund.name}, ${round.name}, was extended for ${whose}.`,
      `New deadline: ${ukTimeWithZone(deadlineAt)}\nIt was: ${ukTimeWithZone(fromAt)}`,
      `Reason: ${reason}`,
      ...(notice === '' ? [] : [notice]),
      `Continue with application ${reference}:\n${origin}${applicationPath(reference)}`,
      part,
    ].join('\n\n'),
  }
}
