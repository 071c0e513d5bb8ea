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

type TooShort = Extract<TimetableWarning, { readonly code: 'sift-too-short' | 'interviews-too-short' }>

const isTooShort = (warning: TimetableWarning): warning is TooShort =>
  warning.code === 'sift-too-short' || warning.code === 'interviews-too-short'

/** What about a round's dates and people cannot work, a sentence each. What is as wrong at several numbers is said once. */
export function timetableWarningWords(warnings: readonly TimetableWarning[]): readonly string[] {
  const short = Map.groupBy(warnings.filter(isTooShort), ({ code, daysNeeded }) => `${code} ${daysNeeded}`)
  return [
    ...warnings.filter((warning) => !isTooShort(warning)).map(warningText),
    ...[...short.values()].map(tooShortText),
  ]
}

const tooShortWords = { 'sift-too-short': 'assessment takes', 'interviews-too-short': 'interviews take' } as const

function tooShortText(at: readonly TooShort[]): string {
  const [first, last] = [at[0], at.at(-1)]
  if (first === undefined || last === undefined) return ''
  const most = counted(last.applications)
  const count =
    first === last
      ? `${most} (${volumeWords[first.volume].toLowerCase()})`
      : first.applications === last.applications
        ? most
        : `${first.applications} to ${most}`
  return `With ${count} ${tooShortWords[first.code]} ${days(first.daysNeeded)}, and the timetable gives ${days(first.daysAvailable)}.`
}

const counted = (applications: number): string =>
  applications === 1 ? '1 application' : `${applications} applications`

function warningText(warning: Exclude<TimetableWarning, TooShort>): string {
  switch (warning.code) {
    case 'dates-out-of-order':
      return `${capital(dateWords[warning.later])} (${dated(warning.laterOn)}) should come after ${dateWords[warning.earlier]} (${dated(warning.earlierOn)}).`
    case 'date-in-the-past':
      return `${capital(dateWords[warning.date])} (${dated(warning.on)}) has passed.`
    case 'not-a-working-day':
      return `${capital(dateWords[warning.date])} falls on ${dated(warning.on)}, which is not a working day.`
    case 'too-few-assessors':
      return `There ${warning.assessors === 1 ? 'is 1 assessor' : `are ${warning.assessors} assessors`}, and each application needs ${warning.needed}.`
  }
}
