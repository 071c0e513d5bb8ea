import {
  type Benefit,
  financialYearWords,
  type MoneyRollUp,
  type Outturn,
  type Overlap,
  outturnsOf,
  overlapsOf,
  rollUpOf,
} from '../../../core/benefits/index.ts'
import { wholePounds } from '../../../core/forms/index.ts'
import { fromTo, overlapWords, valueOrNone, valueWords } from '../benefits.messages.ts'
import { leftOutSentence } from '../left-out-sentence.ts'
import { outturnsByBenefit } from '../outturns-by-benefit.ts'
import type { BenefitOutturn } from '../pages/outturn-tables.ts'
import type { BenefitsRead } from '../read-benefits.ts'

/** What stands on pages of benefits: sums, what may be counted twice, and forecast against outturn. */
export type DescribedBenefits = {
  readonly statistics: readonly { readonly value: string; readonly label: string }[]
  readonly years: readonly (readonly string[])[]
  readonly overlaps: readonly string[]
  readonly leftOut: readonly string[]
  readonly outturns: readonly BenefitOutturn[]
}

export const yearHeadings = ['Year', 'Forecast', 'Confirmed', 'Not confirmed yet'] as const

export const outturnHeadings = ['Year', 'Forecast', 'Range', 'Confirmed', 'Difference', 'Not confirmed yet'] as const

export function describeBenefits({ benefits, actuals }: Pick<BenefitsRead, 'benefits' | 'actuals'>): DescribedBenefits {
  const rollUp = rollUpOf(benefits, actuals)
  const titleOf = (id: string) => benefits.find((benefit) => benefit.id === id)?.title ?? id
  return {
    statistics: statisticsOf(rollUp),
    years: rollUp.years.map(({ year, ...sums }) => [
      financialYearWords(year),
      wholePounds(sums.forecast),
      wholePounds(sums.confirmed),
      wholePounds(sums.unconfirmed),
    ]),
    overlaps: overlapsOf(benefits).map((overlap) => overlapText(overlap, titleOf)),
    leftOut: rollUp.leftOut.map((each) => leftOutSentence(each, titleOf)),
    outturns: outturnsByBenefit(
      outturnsOf(benefits, actuals).flatMap((outturn) => {
        const benefit = benefits.find(({ id }) => id === outturn.benefit)
        return benefit === undefined ? [] : [{ ...benefit, ...outturn }]
      }),
      outturnRow,
    ),
  }
}

const statisticsOf = ({ forecast, confirmed, unconfirmed }: MoneyRollUp) => [
  { value: wholePounds(forecast), label: 'Forecast' },
  { value: wholePounds(confirmed), label: 'Confirmed by finance' },
  { value: wholePounds(unconfirmed), label: 'Not confirmed yet' },
]

const overlapText = ({ first, second, reasons }: Overlap, titleOf: (id: string) => string): string =>
  `“${titleOf(first)}” and “${titleOf(second)}”: ${reasons.map((reason) => overlapWords[reason]).join('; ')}.`

function outturnRow(outturn: Benefit & Outturn): readonly string[] {
  const { year, low, central, high, actual, difference, unconfirmed } = outturn
  return [
    financialYearWords(year),
    valueWords(outturn, central),
    low === high ? 'No range' : fromTo(outturn, low, high),
    actual === undefined
      ? 'None yet'
      : `${valueWords(outturn, actual)}${low === high ? '' : `, ${rangeWords(outturn)}`}`,
    valueOrNone(outturn, difference),
    valueOrNone(outturn, unconfirmed),
  ]
}

const rangeWords = ({ withinRange }: Outturn): string => (withinRange === true ? 'in the range' : 'outside the range')
