import type { Tx } from '../../../platform/database/database.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { peopleById } from '../../accounts/index.ts'
import { queueAbout, type Withdrawn } from '../../applications/index.ts'
import { roundById } from '../../funds/index.ts'
import { notHeldMail } from './invitation-mail.messages.ts'
import { insertPlace, nowhere, placeOf, stands } from './places.store.ts'
import { sendInvitations } from './send-invitations.ts'

/**
 * Frees the place of an interview whose application is withdrawn, in the same transaction: it goes out of every calendar
 * that it is in, and those who were to hear it are told. What is over stays as it was.
 */
export async function freeInterview(
  tx: Tx,
  services: Services,
  { applicationId, roundId, at, by }: Withdrawn,
): Promise<void> {
  const place = await placeOf(tx, applicationId)
  const round = await roundById(tx, roundId)
  if (place === undefined || round === undefined || !stands(place) || place.endsAt <= at) return
  await insertPlace(tx, { ...nowhere, applicationId, runId: null, reason: 'The application is withdrawn', at, by })
  await sendInvitations(tx, services, round, at)
  const mail = (say: Say) => say(notHeldMail)(round, place)
  for (const [personId, { email }] of await peopleById(tx, place.memberIds))
    await queueAbout(tx, services, round, { kind: 'interview-panel', recipient: email, personId, words: mail })
}
