import type { RoundInFund } from '../../../core/rounds/round.ts'
import { ukClock, ukReading, ukWeekdayDate } from '../../../core/time/uk-time.ts'
import { debriefPath, ownDebriefPath } from './debriefs.paths.ts'

export type WhatOfTime = 'proposed' | 'changed' | 'cancelled'

type Round = Pick<RoundInFund, 'name' | 'slug' | 'fund'>

type Told = {
  readonly reference: string
  readonly time: { readonly startsAt: Date; readonly endsAt: Date; readonly place: string }
  readonly what: WhatOfTime
  /** Whether it goes to the programme team, else to the applicants. */
  readonly team: boolean
  readonly origin: string
}

const subjects = { proposed: 'Debrief', changed: 'Debrief moved', cancelled: 'Debrief cancelled' } as const

/** When a debrief is. @example 'Tuesday 1 December 2026, 2pm to 2:30pm GMT' */
export const whenOf = ({ startsAt, endsAt }: Told['time']): string =>
  `${ukWeekdayDate(startsAt)}, ${ukClock(startsAt)} to ${ukClock(endsAt)} ${ukReading(startsAt).zone}`

/** The time of a debrief, as an email with an event. */
export function debriefTimeMail({ name, slug, fund }: Round, { reference, time, what, team, origin }: Told) {
  const link = `${origin}${team ? debriefPath(fund.slug, slug, reference) : ownDebriefPath(reference)}`
  const of = `application ${reference} to ${fund.name}, ${name}`
  return {
    subject: `${subjects[what]}: ${reference}, ${fund.name}`,
    summary: `Debrief: ${fund.name}, ${reference}`,
    description: `Debrief on ${of}.\n${link}`,
    body: [
      what === 'cancelled' ? `The debrief on ${of}, is not held.` : `The debrief on ${of}, is on ${whenOf(time)}.`,
      ...(what === 'cancelled' ? [] : [`Where: ${time.place}`, `If you cannot come, or no longer want it:\n${link}`]),
      'The event in this email adds it to your calendar, or takes it out.',
    ].join('\n\n'),
  }
}

/** That a debrief was answered in writing. */
export const answeredMail = ({ name, fund }: Round, reference: string, origin: string) => ({
  subject: `Answer to your request for a debrief: ${reference}, ${fund.name}`,
  body: [
    `The programme team has answered in writing what you wanted to discuss about application ${reference} to ${fund.name}, ${name}.`,
    `Read the answer:\n${origin}${ownDebriefPath(reference)}`,
  ].join('\n\n'),
})

/** That a debrief waits, for those who run the round. */
export const waitingMail = ({ name, slug, fund }: Round, reference: string, origin: string) => ({
  subject: `Debrief asked for: ${reference}, ${fund.name}`,
  body: [
    `Application ${reference} to ${fund.name}, ${name}, has asked for a debrief.`,
    `Propose a time, or answer in writing:\n${origin}${debriefPath(fund.slug, slug, reference)}`,
  ].join('\n\n'),
})
