import type { MoneyRollUp } from '../../core/benefits/index.ts'

/** That a benefit is left out of sums, and as what it is counted. @param titleOf the title of a benefit by its id */
export const leftOutSentence = (
  { benefit, for: other }: MoneyRollUp['leftOut'][number],
  titleOf: (id: string) => string,
): string => `“${benefit.title}” is left out of the sums: it is counted as “${titleOf(other)}”.`
