/**
 * How many read each application at least by the sealed rules: exactly so many as these say, but one where the round is so
 * small that everybody without a conflict reads everything.
 *
 * @example leastReaders(300, { everyoneUpTo: 15, each: 3 }) // => 3
 */
export const leastReaders = (
  applications: number,
  { everyoneUpTo, each }: { readonly everyoneUpTo: number; readonly each: number },
): number => (applications <= everyoneUpTo ? 1 : each)
