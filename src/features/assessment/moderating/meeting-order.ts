/** Where an application stands in the order of the meeting. */
export type MeetingOrder = {
  /** 1 is the first; null for one that is not in the queue. */
  readonly at: number | null
  readonly of: number
  readonly settled: number
  /** The neighbours in the order. */
  readonly before: string | null
  readonly after: string | null
  /** The next that is not settled, after the last the first again; null where all others are. */
  readonly next: string | null
}

/**
 * The order of the meeting as seen from one application.
 *
 * @param queue what the reader may moderate, in its order
 * @example meetingOrder(['a', 'b', 'c'], new Set(['c']), 'b').next // => 'a'
 */
export function meetingOrder(queue: readonly string[], settled: ReadonlySet<string>, here: string): MeetingOrder {
  const at = queue.indexOf(here)
  const round = at < 0 ? queue : [...queue.slice(at + 1), ...queue.slice(0, at)]
  return {
    at: at < 0 ? null : at + 1,
    of: queue.length,
    settled: queue.filter((id) => settled.has(id)).length,
    before: queue[at - 1] ?? null,
    after: at < 0 ? null : (queue[at + 1] ?? null),
    next: round.find((id) => !settled.has(id)) ?? null,
  }
}
