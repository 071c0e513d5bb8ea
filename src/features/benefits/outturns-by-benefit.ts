import { type BenefitKind, benefitKindName } from '../../core/benefits/index.ts'
import type { BenefitOutturn } from './pages/outturn-tables.ts'

type OfBenefit = { readonly benefit: string; readonly title: string; readonly kind: BenefitKind }

/**
 * Outturns under the name and kind of their benefit, each benefit where it first stands.
 *
 * @param outturns of a benefit in a year each
 * @param row what stands in a year, the year first
 */
export const outturnsByBenefit = <Of extends OfBenefit>(
  outturns: readonly Of[],
  row: (outturn: Of) => readonly string[],
): readonly BenefitOutturn[] =>
  [...Map.groupBy(outturns, ({ benefit }) => benefit).values()].flatMap((years) =>
    years.slice(0, 1).map(({ title, kind }) => ({
      benefit: `${title} (${benefitKindName(kind).toLowerCase()})`,
      rows: years.map(row),
    })),
  )
