import { capital } from '../../core/text/capital.ts'
import { dayInWords, weekdayOf } from '../../core/time/day.ts'
import type { RoundDate, TimetableWarning, Volumes } from '../../core/workload/round-workload.ts'

const dateWords: Record<RoundDate, string> = {
  opensOn: 'the opening',
  questionsCloseOn: 'the close of questions',
  deadlineOn: 'the deadline',
  siftEndsOn: 'the end of the assessment',
  shortlistOn: 'the shortlist',
  interviewsStartOn: 'the first interviews',
  interviewsEndOn: 'the last interviews',
  decisionsOn: 'the decisions',
}

export const volumeWords: Record<keyof Volumes, string> = { low: 'Low', expected: 'Expected', high: 'High' }

const days = (count: number): string => `${count} working ${count === 1 ? 'day' : 'days'}`

const dated = (day: string): string => `${weekdayOf(day)} ${dayInWords(day)}`

/** What about a round's dates and people cannot work. */
export function timetableWarningWords(warning: TimetableWarning): string {
  switch (warning.code) {
    case 'dates-out-of-order':
      return `${capital(dateWords[warning.later])} (${dated(warning.laterOn)}) should come after ${dateWords[warning.earlier]} (${dated(warning.earlierOn)}).`
    case 'date-in-the-past':
      return `${capital(dateWords[warning.date])} (${dated(warning.on)}) has passed.`
    case 'not-a-working-day':
      return `${capital(dateWords[warning.date])} falls on ${dated(warning.on)}, which is not a working day.`
    case 'too-few-assessors':
      return `There ${warning.assessors === 1 ? 'is 1 assessor' : `are ${warning.assessors} assessors`}, and each application needs ${warning.needed}.`
    case 'sift-too-short':
      return `With ${warning.applications === 1 ? '1 application' : `${warning.applications} applications`} (${volumeWords[warning.volume].toLowerCase()}) assessment takes ${days(warning.daysNeeded)}, and the timetable gives ${days(warning.daysAvailable)}.`
    case 'interviews-too-short':
      return `With ${warning.applications === 1 ? '1 application' : `${warning.applications} applications`} (${volumeWords[warning.volume].toLowerCase()}) interviews take ${days(warning.daysNeeded)}, and the timetable gives ${days(warning.daysAvailable)}.`
  }
}
