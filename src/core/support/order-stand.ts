/** What decides where an order stands. */
export type OrderEnds = {
  readonly withdrawnAt: Date | null
  /** When it was closed short. */
  readonly closedAt: Date | null
  /** What it costs without value added tax: once it is closed, what was accepted. */
  readonly netPence: number
  /** What of that is paid. */
  readonly paidPence: number
}

export type OrderStand = 'ordered' | 'closed' | 'paid' | 'withdrawn'

/**
 * Where an order stands. It is paid once all that it costs is paid; one that costs nothing never is.
 *
 * @example orderStand({ withdrawnAt: null, closedAt: null, netPence: 100, paidPence: 100 }) // => 'paid'
 */
export function orderStand({ withdrawnAt, closedAt, netPence, paidPence }: OrderEnds): OrderStand {
  if (withdrawnAt !== null) return 'withdrawn'
  if (netPence > 0 && paidPence >= netPence) return 'paid'
  return closedAt === null ? 'ordered' : 'closed'
}

/** Whether something of an order can still be delivered or changed. */
export const isOpenOrder = ({ withdrawnAt, closedAt }: Pick<OrderEnds, 'withdrawnAt' | 'closedAt'>): boolean =>
  withdrawnAt === null && closedAt === null
