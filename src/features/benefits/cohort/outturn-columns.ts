import { benefitKindName, type CohortOutturn, financialYearWords } from '../../../core/benefits/index.ts'
import type { Column } from '../../../platform/csv/write-csv.ts'

/** Whose an outturn is. */
export type OfAward = { readonly reference: string; readonly organisation: string }

/** Forecast against confirmed outturn, a row for each benefit and year. */
export const outturnColumns: readonly Column<CohortOutturn<OfAward>>[] = [
  { heading: 'Award', cell: ({ of }) => of.reference },
  { heading: 'Council', cell: ({ of }) => of.organisation },
  { heading: 'Benefit', cell: ({ title }) => title },
  { heading: 'Kind', cell: ({ kind }) => benefitKindName(kind) },
  { heading: 'Unit', cell: ({ unit }) => unit },
  { heading: 'Year', cell: ({ year }) => financialYearWords(year) },
  { heading: 'Forecast, low', cell: ({ low }) => low },
  { heading: 'Forecast, central', cell: ({ central }) => central },
  { heading: 'Forecast, high', cell: ({ high }) => high },
  { heading: 'Confirmed', cell: ({ actual }) => actual },
  { heading: 'Difference', cell: ({ difference }) => difference },
  { heading: 'Within the range', cell: ({ withinRange }) => withinRange },
  { heading: 'Due to the award (%)', cell: ({ attribution }) => Math.round(attribution * 100) },
  { heading: 'Less for optimism (%)', cell: ({ optimism }) => Math.round(optimism * 100) },
]
