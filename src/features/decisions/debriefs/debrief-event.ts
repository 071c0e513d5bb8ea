import { calendarText } from '../../../core/calendar/index.ts'
import type { Config } from '../../../platform/config/config.ts'
import { type Say, sayOwn } from '../../../platform/languages.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { hostForMail, originForMail } from '../../guidance/index.ts'
import { debriefTimeMail, type WhatOfTime } from './debrief-mail.messages.ts'
import type { Debrief, DebriefTime } from './debriefs.store.ts'

/** The time of a debrief as one person has it in their calendar. `number`: how often it was changed for them. */
export type DebriefEvent = {
  readonly round: RoundInFund
  readonly debrief: Pick<Debrief, 'applicationId' | 'reference'>
  readonly time: DebriefTime
  readonly what: WhatOfTime
  readonly person: { readonly name: string; readonly email: string; readonly team: boolean }
  readonly number: number
  readonly at: Date
}

/** By which calendars know the event of a debrief. */
export const debriefUid = (config: Config, applicationId: string): string =>
  `debrief-${applicationId}@${hostForMail(config)}`

/** The event as a file, and the mail that goes with it. */
export function debriefEvent(
  config: Config,
  { round, debrief, time, what, person, number, at }: DebriefEvent,
  say: Say = sayOwn,
) {
  const { name, email, team } = person
  const { startsAt, endsAt, place } = time
  const method = what === 'cancelled' ? 'CANCEL' : 'REQUEST'
  const mail = say(debriefTimeMail)(round, {
    reference: debrief.reference,
    time,
    what,
    team,
    origin: originForMail(config),
  })
  const content = calendarText({
    method,
    uid: debriefUid(config, debrief.applicationId),
    sequence: number,
    stampedAt: at,
    startsAt,
    endsAt,
    summary: mail.summary,
    description: mail.description,
    location: place,
    organiser: { name: round.fund.name, email: round.contactEmail || `debriefs@${hostForMail(config)}` },
    attendee: { name, email },
  })
  return { mail, calendar: { method, content } } as const
}
