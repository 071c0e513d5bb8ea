import type { RoundInFund } from '../../../core/rounds/round.ts'
import { dayInWords, isoDay } from '../../../core/time/day.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'

/** What happens in a round, and whether it has. */
export type TimetableEntry = {
  readonly title: string
  readonly time: string
  readonly datetime: string
  readonly past: boolean
}

/** The dates of a round that are set, in the order in which they come. A day is past when it is over. */
export function timetableEntries(round: RoundInFund, now: Date): readonly TimetableEntry[] {
  const today = isoDay(now)
  const moment = (title: string, at: Date | null): readonly TimetableEntry[] =>
    at === null ? [] : [{ title, time: ukTimeWithZone(at), datetime: at.toISOString(), past: at < now }]
  const day = (title: string, on: string | null): readonly TimetableEntry[] =>
    on === null ? [] : [{ title, time: dayInWords(on), datetime: on, past: on < today }]
  return [
    ...moment('Published', round.publishedAt),
    ...moment('Applications open', round.opensAt),
    ...moment('Questions close', round.questionsCloseAt),
    ...moment('Deadline for applications', round.deadlineAt),
    ...day('Applications assessed by', round.siftedOn),
    ...day('Shortlist', round.shortlistOn),
    ...(round.interviewsHeld
      ? [...day('Interviews begin', round.interviewsFromOn), ...day('Interviews end', round.interviewsToOn)]
      : []),
    ...day('Decisions', round.decisionsOn),
    ...day('Work starts', round.startsOn),
  ]
}
