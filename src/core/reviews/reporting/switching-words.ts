import type { OptionAppraisal } from '../../appraisal/index.ts'

/** A factor on costs or benefits as a change. @example changeWords(1.31) // => '31.0% more' */
export function changeWords(factor: number | null): string {
  if (factor === null || factor < 0) return 'No change does it'
  const percent = (factor - 1) * 100
  return `${Math.abs(percent).toFixed(1)}% ${percent < 0 ? 'less' : 'more'}`
}

/**
 * By how much all costs, or all benefits, of one option would have to change, both kinds of switching value: until it is
 * worth nothing, and until the best other option is as good.
 *
 * @see docs/sources.md#green-book-2026 (paragraphs 6.103 and 6.104)
 */
export const switchingWords = ({ switching }: Pick<OptionAppraisal, 'switching'>) => ({
  costsForZero: changeWords(switching.costsForZero),
  benefitsForZero: changeWords(switching.benefitsForZero),
  costsForEqual: changeWords(switching.costsForEqual),
  benefitsForEqual: changeWords(switching.benefitsForEqual),
})

export const switchingHeadings = [
  'Option',
  'Costs, until it is worth nothing',
  'Benefits, until it is worth nothing',
  'Costs, until the best other option is as good',
  'Benefits, until the best other option is as good',
] as const

/** After how many years an option has paid for itself. */
export const paybackWords = (years: number | null): string =>
  years === null ? 'Never, or nothing to pay back' : `${years.toFixed(1)} years`
