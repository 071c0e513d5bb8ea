import type { OptionAppraisal } from '../../appraisal/index.ts'
import type { Payback } from '../money/index.ts'

/** Where there is no benefit with a price, a ratio of benefits is 0 whatever the costs are, and says nothing. */
const noBenefits = 'No benefit has a price'

/**
 * A ratio of benefits to costs, without a band for it (Green Book 2026, paragraph 6.98).
 *
 * @param ratio null where there is nothing to divide by
 * @example ratioWords({ ratio: 1.254, pvBenefits: 10 }) // => '1.25'
 */
export function ratioWords({
  ratio,
  pvBenefits,
}: {
  readonly ratio: number | null
  readonly pvBenefits: number
}): string {
  if (pvBenefits === 0) return '–'
  return ratio === null ? 'None' : ratio.toFixed(2)
}

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
export function switchingWords({ switching, pvBenefits }: Pick<OptionAppraisal, 'switching' | 'pvBenefits'>) {
  const ofBenefits = (factor: number | null): string => (pvBenefits === 0 ? noBenefits : changeWords(factor))
  return {
    costsForZero: ofBenefits(switching.costsForZero),
    benefitsForZero: ofBenefits(switching.benefitsForZero),
    costsForEqual: changeWords(switching.costsForEqual),
    benefitsForEqual: ofBenefits(switching.benefitsForEqual),
  }
}

export const switchingHeadings = [
  'Option',
  'Costs, until it is worth nothing',
  'Benefits, until it is worth nothing',
  'Costs, until the best other option is as good',
  'Benefits, until the best other option is as good',
] as const

/** After how many years an option has paid for itself, against business as usual. */
export function paybackWords({ payback, isUsual }: { readonly payback: Payback; readonly isUsual: boolean }): string {
  if (isUsual) return 'Others are measured against it'
  if (payback === 'never') return 'Never'
  return payback === 'nothing' ? 'Nothing to pay back' : `${payback.toFixed(1)} years`
}
