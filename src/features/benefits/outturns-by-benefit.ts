import { type Benefit, benefitKindName } from '../../core/benefits/index.ts'
import { percentWords } from './benefits.messages.ts'
import type { BenefitOutturn } from './pages/outturn-tables.ts'

type OfBenefit = Pick<Benefit, 'title' | 'kind' | 'isMoney' | 'attribution' | 'optimism'> & { readonly benefit: string }

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
    years.slice(0, 1).map(({ title, kind, isMoney, attribution, optimism }) => ({
      benefit: `${title} (${benefitKindName(kind).toLowerCase()})`,
      counted: isMoney ? countedSentence(attribution, optimism) : '',
      rows: years.map(row),
    })),
  )

/** How much of a benefit counts in the sums: the share that is due to the award, and by which its forecast is lowered. */
function countedSentence(attribution: number, optimism: number): string {
  const due =
    attribution === 1 ? '' : `In the sums it counts for ${percentWords(attribution)}, which is due to the award`
  if (optimism === 0) return due === '' ? '' : `${due}.`
  const less = `its forecast is ${percentWords(optimism)} less for optimism`
  return due === '' ? `In the sums ${less}.` : `${due}, and ${less}.`
}
