/**
 * A place in an order, as people write it.
 *
 * @param place a whole number, 1 or more
 * @example ordinal(22) // => '22nd'
 */
export function ordinal(place: number): string {
  const [last, lastTwo] = [place % 10, place % 100]
  if (lastTwo >= 11 && lastTwo <= 13) return `${place}th`
  return `${place}${({ 1: 'st', 2: 'nd', 3: 'rd' } as Readonly<Record<number, string>>)[last] ?? 'th'}`
}
