import type { CashBand, OptionSpread } from '../../uncertainty/index.ts'

/** The version of the method: it changes when the same input gives another answer. */
export const costEngine = 'scrambled Sobol and Gaussian copula, version 1'

/** What came of a simulation: of every option what it may come to, and what will have been paid by the end of each year. */
export type CostResult = {
  readonly spreads: readonly OptionSpread[]
  readonly cash: readonly (CashBand & { readonly id: string })[]
}
