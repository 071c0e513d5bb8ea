import { type DiscountSchedule, discountFactors, presentValue } from './discount-schedule.ts'

/** An option in real pounds a year, index 0 the decision year; costs and benefits are positive. */
export type AppraisedOption = {
  readonly id: string
  readonly publicCosts: readonly number[]
  readonly otherCosts?: readonly number[]
  readonly benefits: readonly number[]
  /** Costs of both kinds are raised by `costs` × (1 - `mitigated`), fractions. */
  readonly optimismBias?: { readonly costs: number; readonly mitigated: number }
}

/** Factors on all costs, or all benefits, of an option at which something switches; null where there is none. */
export type Switching = {
  /** Its net present social value is nothing. */
  readonly costsForZero: number | null
  readonly benefitsForZero: number | null
  /** It is worth as much as the best other option. */
  readonly costsForEqual: number | null
  readonly benefitsForEqual: number | null
}

/** What an option comes to, in pounds of the decision year. */
export type OptionAppraisal = {
  readonly id: string
  readonly pvPublicCosts: number
  readonly pvOtherCosts: number
  readonly pvBenefits: number
  /** Net present social value: benefits less all costs. */
  readonly npsv: number
  /** Benefits over all costs. */
  readonly bcr: number | null
  /** Return on public sector cost: benefits less other costs, over public costs. */
  readonly rpsc: number | null
  readonly againstBusinessAsUsual: { readonly npsv: number }
  readonly switching: Switching
}

const over = (above: number, below: number): number | null => (below === 0 ? null : above / below)

/**
 * The economic appraisal of options: real, discounted, with the business as usual among them.
 *
 * @throws {RangeError} if no option is the business as usual
 * @see docs/sources.md#green-book-2026 (paragraphs 6.54, 6.78, 6.93 to 6.105, table 10)
 */
export function appraise(
  schedule: DiscountSchedule,
  options: readonly AppraisedOption[],
  businessAsUsual: string,
): readonly OptionAppraisal[] {
  const values = options.map((option) => presentValuesOf(schedule, option))
  const usual = values.find(({ id }) => id === businessAsUsual)
  if (usual === undefined) throw new RangeError(`no option is “${businessAsUsual}”`)
  return values.map((value) => {
    const { pvPublicCosts, pvOtherCosts, pvBenefits, npsv } = value
    const costs = pvPublicCosts + pvOtherCosts
    const others = values.filter((other) => other !== value).map((other) => other.npsv)
    const best = others.length === 0 ? null : Math.max(...others)
    return {
      ...value,
      bcr: over(pvBenefits, costs),
      rpsc: over(pvBenefits - pvOtherCosts, pvPublicCosts),
      againstBusinessAsUsual: { npsv: npsv - usual.npsv },
      switching: {
        costsForZero: over(pvBenefits, costs),
        benefitsForZero: over(costs, pvBenefits),
        costsForEqual: best === null ? null : over(pvBenefits - best, costs),
        benefitsForEqual: best === null ? null : over(best + costs, pvBenefits),
      },
    }
  })
}

type PresentValues = Pick<OptionAppraisal, 'id' | 'pvPublicCosts' | 'pvOtherCosts' | 'pvBenefits' | 'npsv'>

function presentValuesOf(schedule: DiscountSchedule, option: AppraisedOption): PresentValues {
  const { id, publicCosts, otherCosts = [], benefits, optimismBias } = option
  const years = Math.max(publicCosts.length, otherCosts.length, benefits.length)
  const factors = discountFactors(schedule, years)
  const raised = optimismBias === undefined ? 1 : 1 + optimismBias.costs * (1 - optimismBias.mitigated)
  const pvPublicCosts = raised * presentValue(publicCosts, factors)
  const pvOtherCosts = raised * presentValue(otherCosts, factors)
  const pvBenefits = presentValue(benefits, factors)
  return { id, pvPublicCosts, pvOtherCosts, pvBenefits, npsv: pvBenefits - pvPublicCosts - pvOtherCosts }
}
