import type { SheetRecord } from '../sheets/index.ts'
import type { IsoDay } from '../time/day.ts'
import { type FinancialYear, financialYearOf } from './financial-year.ts'

/** What is written of an award after it was accepted: all that is worked out is worked out of this. */
export type BenefitRecord = SheetRecord & { readonly acceptedOn: IsoDay }

/** Years for which benefits are forecast: that of the acceptance, and four after it. */
const yearsForecast = 5

/** The years of an award, the first first. */
export const yearsOf = ({ acceptedOn }: Pick<BenefitRecord, 'acceptedOn'>): readonly FinancialYear[] => {
  const first = financialYearOf(acceptedOn)
  return Array.from({ length: yearsForecast }, (_, at) => first + at)
}
