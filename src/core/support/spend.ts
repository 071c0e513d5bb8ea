/** What became of the money of an order, in pence as it counts against its award. Each is part of the one before it. */
export type Spend = {
  readonly orderedPence: number
  readonly acceptedPence: number
  readonly invoicedPence: number
  readonly paidPence: number
}

const nothing: Spend = { orderedPence: 0, acceptedPence: 0, invoicedPence: 0, paidPence: 0 }

/** Several spends as one. @example totalSpend([]).paidPence // => 0 */
export const totalSpend = (spends: readonly Spend[]): Spend =>
  spends.reduce(
    (sum, spend) => ({
      orderedPence: sum.orderedPence + spend.orderedPence,
      acceptedPence: sum.acceptedPence + spend.acceptedPence,
      invoicedPence: sum.invoicedPence + spend.invoicedPence,
      paidPence: sum.paidPence + spend.paidPence,
    }),
    nothing,
  )

/** Money by how far it has come: parts that add up to the whole, none of them below nothing. */
export type SpendParts = {
  readonly paid: number
  readonly invoiced: number
  readonly accepted: number
  readonly ordered: number
  readonly left: number
}

/**
 * A spend as parts that do not overlap: what is paid, what is invoiced and not paid, and so on to what is not ordered.
 *
 * @param wholePence what there is in all
 */
export function spendParts(
  { orderedPence, acceptedPence, invoicedPence, paidPence }: Spend,
  wholePence: number,
): SpendParts {
  const between = (more: number, less: number): number => Math.max(0, more - less)
  return {
    paid: paidPence,
    invoiced: between(invoicedPence, paidPence),
    accepted: between(acceptedPence, invoicedPence),
    ordered: between(orderedPence, acceptedPence),
    left: between(wholePence, orderedPence),
  }
}

/** Spends put together by what they have in common, in the order in which it first came. */
export function spendBy<Row extends Spend>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly { readonly key: string; readonly spend: Spend }[] {
  const keys = [...new Set(rows.map(keyOf))]
  return keys.map((key) => ({ key, spend: totalSpend(rows.filter((row) => keyOf(row) === key)) }))
}
