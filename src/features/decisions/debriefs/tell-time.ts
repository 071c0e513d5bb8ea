import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { peopleById } from '../../accounts/index.ts'
import { queueAbout } from '../../applications/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { applicantsOf, type Invited, insertInvitation, invitationsSent } from '../interviewing/invitations.store.ts'
import { debriefEvent, debriefUid } from './debrief-event.ts'
import type { WhatOfTime } from './debrief-mail.messages.ts'
import type { Debrief, DebriefTime } from './debriefs.store.ts'

/** A time of a debrief that people are told of. `cancelled`: it is taken out of their calendars. */
export type ToldTime = {
  readonly round: RoundInFund
  readonly debrief: Pick<Debrief, 'applicationId' | 'reference'>
  readonly time: DebriefTime
  readonly what: WhatOfTime
  readonly at: Date
}

/**
 * Tells the people of an applicant, and whoever proposed it, of the time of a debrief, with an event for their calendars: a
 * later one changes the one before, one number higher. Who has none is not told that it is cancelled.
 */
export async function tellTime(tx: Tx, services: Services, told: ToldTime): Promise<void> {
  const { round, debrief, time, what, at } = told
  const uid = debriefUid(services.config, debrief.applicationId)
  const sent = new Map((await invitationsSent(tx, [uid])).map((each) => [each.recipient, each]))
  const { startsAt, endsAt, place } = time
  const said = JSON.stringify({ startsAt, endsAt, place })
  for (const person of await peopleOf(tx, debrief.applicationId, time.proposedBy)) {
    const { personId, email } = person
    const before = sent.get(email)
    if (what === 'cancelled' && before?.method !== 'REQUEST') continue
    const number = (before?.number ?? -1) + 1
    const event = { round, debrief, time, what, person, number, at }
    const method = what === 'cancelled' ? 'CANCEL' : 'REQUEST'
    await insertInvitation(tx, { uid, recipient: email, number, method, said, at })
    await queueAbout(tx, services, round, {
      kind: 'debrief-time',
      recipient: email,
      personId,
      words: (say) => {
        const { mail, calendar } = debriefEvent(services.config, event, say)
        return { subject: mail.subject, body: mail.body, calendar }
      },
    })
  }
}

/** The applicants, and the person of the programme team who meets them. */
async function peopleOf(
  tx: Tx,
  applicationId: string,
  proposedBy: string,
): Promise<readonly (Invited & { readonly team: boolean })[]> {
  const applicants = (await applicantsOf(tx, [applicationId])).get(applicationId) ?? []
  const host = (await peopleById(tx, [proposedBy])).get(proposedBy)
  return [
    ...applicants.map((each) => ({ ...each, team: false })),
    ...(host === undefined || applicants.some(({ email }) => email === host.email)
      ? []
      : [{ personId: proposedBy, name: host.name || host.email, email: host.email, team: true }]),
  ]
}
