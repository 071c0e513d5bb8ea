/** What a person did there: opened a page, had it saved while typing, pressed the button, and so on. */
export type Kind = 'page' | 'autosave' | 'save' | 'check' | 'submit' | 'receipt' | 'pdf'

/** One thing that a person did, from when they did it until they had their answer, over as many tries as it took. */
export type Deed = {
  readonly kind: Kind
  /** In milliseconds since the shape began. */
  readonly startedAt: number
  readonly endedAt: number
  /** What went wrong before it went right, in the order in which it did. */
  readonly errors: readonly string[]
}

/** A time in which something was broken on purpose, in milliseconds since the shape began. */
export type Outage = { readonly what: string; readonly from: number; readonly to: number }

/** How long deeds took, in milliseconds. */
export type Spread = {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly longest: number
}

/**
 * The smallest of the values that so great a share of them does not exceed (nearest rank); 0 of none.
 *
 * @example quantile([4, 1, 3, 2], 0.5) // => 2
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

export function spreadOf(deeds: readonly Deed[]): Spread {
  const times = deeds.map(({ startedAt, endedAt }) => endedAt - startedAt).sort((one, other) => one - other)
  const at = (share: number): number => times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? 0
  return { count: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), longest: at(1) }
}

/** Whether any part of a deed lay in an outage. */
export const touches = ({ startedAt, endedAt }: Deed, { from, to }: Outage): boolean =>
  startedAt <= to && endedAt >= from

/** The deeds that no outage touched, and those that each one did; a deed in two counts for the first. */
export function partByOutage(
  deeds: readonly Deed[],
  outages: readonly Outage[],
): { readonly clear: readonly Deed[]; readonly hit: readonly (readonly Deed[])[] } {
  const hit: Deed[][] = outages.map(() => [])
  const clear: Deed[] = []
  for (const deed of deeds) {
    const list = hit[outages.findIndex((outage) => touches(deed, outage))] ?? clear
    list.push(deed)
  }
  return { clear, hit }
}

/** How often each kind of error came, the most frequent first. */
export function countErrors(deeds: readonly Deed[]): readonly (readonly [error: string, times: number])[] {
  const counts = new Map<string, number>()
  for (const { errors } of deeds) for (const error of errors) counts.set(error, (counts.get(error) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)
}
