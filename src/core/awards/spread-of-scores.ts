/** How many scored in one band of ten percent: from `from`, up to but not including the next, and 100 with the last. */
export type ScoreBand = { readonly from: number; readonly count: number }

/**
 * How all scored, without saying who: the ten bands, from the lowest.
 *
 * @example spreadOfScores([71.2, 79.9, 100])[7] // => { from: 70, count: 2 }
 */
export function spreadOfScores(percents: readonly number[]): readonly ScoreBand[] {
  const bandOf = (percent: number): number => Math.min(9, Math.max(0, Math.floor(percent / 10)))
  return Array.from({ length: 10 }, (_, band) => ({
    from: band * 10,
    count: percents.filter((percent) => bandOf(percent) === band).length,
  }))
}
