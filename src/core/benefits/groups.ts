/**
 * Things that are one, directly or by way of others, in groups, each in the order of all; what is one with nothing is a group
 * by itself.
 */
export function groupsOf<Of>(
  all: readonly Of[],
  areOne: (one: Of, other: Of) => boolean,
): readonly (readonly [Of, ...Of[]])[] {
  const groups: [Of, ...Of[]][] = []
  for (const each of all) {
    const [joined, ...others] = groups.filter((group) => group.some((other) => areOne(other, each)))
    if (joined === undefined) groups.push([each])
    else {
      for (const other of others) joined.push(...groups.splice(groups.indexOf(other), 1).flat())
      joined.push(each)
    }
  }
  return groups.map((group) => group.toSorted((one, other) => all.indexOf(one) - all.indexOf(other)) as [Of, ...Of[]])
}

/** Which of a group is counted for all of it: the largest, of equal ones the first. */
export const largestOf = <Of>([first, ...others]: readonly [Of, ...Of[]], sizeOf: (each: Of) => number): Of =>
  others.reduce((best, each) => (sizeOf(each) > sizeOf(best) ? each : best), first)
