import type { Finding, GroundFound } from './complaint.ts'
import { findingOf } from './read-reply.ts'

/** A complaint as it is counted: what the last reply to it found, and how long that took. */
export type CountedComplaint = {
  readonly found: readonly Pick<GroundFound, 'finding'>[] | null
  /** Working days from when it came to the last reply; null while there is none. */
  readonly days: number | null
}

export type ComplaintCounts = Readonly<Record<Finding, number>> & {
  readonly received: number
  readonly open: number
  /** Of those with a reply; null where there is none. */
  readonly medianDays: number | null
}

/** How many complaints there were, what was found, and how long half of them took. */
export function countComplaints(complaints: readonly CountedComplaint[]): ComplaintCounts {
  const replied = complaints.flatMap(({ found }) => (found === null ? [] : [findingOf(found)]))
  const of = (finding: Finding): number => replied.filter((each) => each === finding).length
  return {
    received: complaints.length,
    open: complaints.length - replied.length,
    upheld: of('upheld'),
    'partly-upheld': of('partly-upheld'),
    'not-upheld': of('not-upheld'),
    medianDays: median(complaints.flatMap(({ days }) => (days === null ? [] : [days]))),
  }
}

/** The middle of some numbers; between two, their mean. */
function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
