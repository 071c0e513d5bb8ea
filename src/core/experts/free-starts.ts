const hourMs = 3_600_000

/**
 * When so many hours on end can begin: each of them is offered, taken by nobody and still to come.
 *
 * @param offered the beginnings of whole hours
 * @example freeStarts({ offered: [new Date('2026-01-05T09:00:00Z')], taken: [], hours: 1, after: new Date('2026-01-01T00:00:00Z') })
 * // => [new Date('2026-01-05T09:00:00Z')]
 */
export function freeStarts({
  offered,
  taken,
  hours,
  after,
}: {
  readonly offered: readonly Date[]
  readonly taken: readonly Date[]
  readonly hours: number
  readonly after: Date
}): readonly Date[] {
  const away = new Set(taken.map((at) => at.getTime()))
  const free = new Set(offered.map((at) => at.getTime()).filter((at) => at > after.getTime() && !away.has(at)))
  return [...free]
    .filter((start) => hoursFrom(new Date(start), hours).every((hour) => free.has(hour.getTime())))
    .sort((one, other) => one - other)
    .map((start) => new Date(start))
}

/** The beginnings of so many hours on end. */
export const hoursFrom = (startsAt: Date, hours: number): readonly Date[] =>
  Array.from({ length: hours }, (_, index) => new Date(startsAt.getTime() + index * hourMs))
