/** The largest whole number that divides all; 1 when they are not all whole, or all nothing. */
export function sharedStep(values: readonly number[]): number {
  let step = 0
  for (const value of values) {
    if (!Number.isSafeInteger(value)) return 1
    let [one, other] = [step, Math.abs(value)]
    while (other !== 0) [one, other] = [other, one % other]
    step = one
  }
  return step || 1
}
