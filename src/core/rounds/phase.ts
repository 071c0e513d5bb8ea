/** Where a round is in its life: not before the public yet, published and waiting, taking applications, over, or called off. */
export type Phase = 'preparing' | 'announced' | 'open' | 'closed' | 'cancelled'

/** The instants that say so; null while not set. */
export type PhaseTimes = {
  readonly publishedAt: Date | null
  readonly opensAt: Date | null
  readonly deadlineAt: Date | null
  /** When it was called off; left out where it was not. */
  readonly cancelledAt?: Date | null
}

/**
 * Where a round is at an instant. The instant of opening and that of the deadline are both in time; a millisecond after
 * the deadline is not. Nothing opens that has not been published, and nothing is published whose rules are not sealed.
 *
 * @example phaseOf({ publishedAt: null, opensAt: null, deadlineAt: null }, new Date(0)) // => 'preparing'
 */
export function phaseOf({ publishedAt, opensAt, deadlineAt, cancelledAt = null }: PhaseTimes, at: Date): Phase {
  if (publishedAt === null || publishedAt > at) return 'preparing'
  if (cancelledAt !== null && cancelledAt <= at) return 'cancelled'
  if (opensAt === null || at < opensAt) return 'announced'
  return deadlineAt === null || at <= deadlineAt ? 'open' : 'closed'
}
