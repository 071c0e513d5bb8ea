import { isoDay } from '../../../core/time/day.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { applicationByReference, lockApplication } from '../applications.store.ts'
import { addressesOf, mailAbout, mostMessagesInDay, sendAbout } from './mail-signer.ts'
import { signOffsNow } from './open-sign-off.ts'
import { reopenedMail } from './sign-offs.messages.ts'
import { changedSinceSigned, clearToldOf, countMessage, markLookedAt, markToldOf } from './sign-offs.store.ts'

/** The job that tells signers of what no longer is as they signed it. */
export const tellReopenedJob = 'tell-signers'

/** Somebody who types a sum in three keystrokes has changed it once. */
const quietMillis = 60_000

/**
 * Tells those whose signature does not hold any more, with what changed. It is asked here rather than at each save, so
 * that saving stays one statement; what holds is always worked out from the content, and does not wait for this.
 */
export async function tellReopened(services: Services): Promise<void> {
  const at = services.clock()
  const changed = await changedSinceSigned(services.db, new Date(at.getTime() - quietMillis))
  for (const { reference, changedAt } of changed) await tellOf(services, reference, changedAt, at)
}

async function tellOf(services: Services, reference: string, changedAt: Date, at: Date): Promise<void> {
  const origin = originForMail(services.config)
  await services.db.transaction().execute(async (tx) => {
    if ((await lockApplication(tx, reference)) === undefined) return
    const application = await applicationByReference(tx, reference, [], 'all')
    if (application === undefined || application.state === 'submitted') return
    const { all, lead } = await signOffsNow(tx, services, application)
    await markLookedAt(tx, application.id, changedAt)
    // What cannot be submitted any more needs nobody's signature.
    if (application.deadlineAt !== null && at > application.deadlineAt) return
    for (const signOff of all.list) {
      const { kind, organisationId, changes, standing, onPaper } = signOff
      const key = { applicationId: application.id, kind, organisationId }
      if (standing === 'signed') await clearToldOf(tx, key)
      // Of paper it is for those who key it in to look again.
      if (standing !== 'needs-signing-again' || onPaper) continue
      if (!(await markToldOf(tx, key, all.materialSha256))) continue
      await recordEvent(tx, {
        action: 'application.sign-off-reopened',
        actorId: null,
        fundId: application.fundId,
        objectType: 'application',
        objectId: reference,
        at,
        facts: { kind, organisation: organisationId, materialSha256: all.materialSha256 },
      })
      if (!(await countMessage(tx, key, isoDay(at), mostMessagesInDay))) continue
      await sendAbout(tx, services, application, await addressesOf(tx, signOff, services.clock()), {
        kind: 'sign-off-reopened',
        words: (say) => say(reopenedMail)(mailAbout(application, signOff, lead, origin), changes),
      })
    }
  })
}
