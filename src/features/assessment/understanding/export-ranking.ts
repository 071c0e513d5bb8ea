import { type Column, csvOf } from '../../../platform/csv/write-csv.ts'
import { illustrativeWords } from '../../applications/index.ts'
import { bandWords } from '../shortlisting/shortlisting.messages.ts'
import { type RankedRow, rankingOf } from './describe-ranking.ts'
import type { Understood } from './read-understanding.ts'

/** The ranking for a spreadsheet: what assessors gave comes first, and estimates are beside it. */
export function rankingFile(understood: Understood, illustrative: boolean): string {
  const estimate = (value: (of: NonNullable<RankedRow['estimated']>) => number | string) => (row: RankedRow) =>
    row.estimated && value(row.estimated)
  const columns: readonly Column<RankedRow>[] = [
    ...(illustrative ? [{ heading: 'Note', cell: () => illustrativeWords }] : []),
    { heading: 'Rank by plain mean', cell: ({ plain }) => plain.rank },
    { heading: 'Reference', cell: ({ reference }) => reference },
    { heading: 'Applicant', cell: ({ leadName }) => leadName },
    { heading: 'Plain mean (of 100)', cell: ({ plain }) => plain.mean },
    { heading: 'Reviews', cell: ({ plain }) => plain.reviews },
    { heading: 'Lowest to highest total', cell: ({ plain }) => plain.range },
    { heading: 'Estimate (of 100)', cell: estimate((of) => of.estimate) },
    { heading: 'Rank by estimate', cell: estimate((of) => of.rank) },
    { heading: '50% interval from', cell: estimate((of) => of.interval50[0]) },
    { heading: '50% interval to', cell: estimate((of) => of.interval50[1]) },
    { heading: '90% interval from', cell: estimate((of) => of.interval90[0]) },
    { heading: '90% interval to', cell: estimate((of) => of.interval90[1]) },
    { heading: 'Expected rank', cell: estimate((of) => of.expectedRank) },
    { heading: `Chance of being among the best ${understood.input.places}`, cell: estimate((of) => of.probabilityIn) },
    { heading: 'Band', cell: estimate((of) => bandWords[of.band]) },
  ]
  return csvOf(columns, rankingOf(understood), { forPeople: true })
}
