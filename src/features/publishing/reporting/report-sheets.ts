import type { ComplaintCounts } from '../../../core/complaints/index.ts'
import { type CountsByGroup, type RoundSummary, stages } from '../../../core/reporting/index.ts'
import { type Sheet, sumAbove } from '../../../platform/spreadsheet/write-spreadsheet.ts'
import { complaintLines, stageWords } from './reporting.messages.ts'

/** A figure of the report as a row of a file for machines and people. */
export type ReportRow = {
  readonly table: string
  readonly group: string
  readonly stage: string
  readonly count: number
}

/** Every figure of a report, one to a row. @param kindOf the words for a type of authority */
export function reportRows(
  summary: RoundSummary & { readonly complaints: ComplaintCounts },
  kindOf: (kind: string) => string,
): readonly ReportRow[] {
  const of = (table: string, group: string, counts: Omit<CountsByGroup, 'group'>): readonly ReportRow[] => [
    ...stages.map((stage) => ({ table, group, stage: stageWords[stage], count: counts[stage] })),
    { table, group, stage: 'Awarded, whole pounds', count: counts.awardedPounds },
  ]
  return [
    { table: 'All', group: 'All', stage: 'Being written', count: summary.drafts },
    { table: 'All', group: 'All', stage: 'Withdrawn', count: summary.withdrawn },
    ...of('All', 'All', summary.all),
    ...summary.byRegion.flatMap((counts) => of('Region', counts.group, counts)),
    ...summary.byKind.flatMap((counts) => of('Type of authority', kindOf(counts.group), counts)),
    ...complaintLines(summary.complaints).map(({ text, count }) => ({
      table: 'Complaints',
      group: 'All',
      stage: text,
      count,
    })),
  ]
}

/** The same as sheets, with sums that are worked out where they are read. */
export function reportSheets(
  summary: RoundSummary,
  kindOf: (kind: string) => string,
  about: readonly (readonly [string, string])[],
): readonly Sheet[] {
  const headings = [...stages.map((stage) => stageWords[stage]), 'Awarded, whole pounds']
  const measures = [...stages, 'awardedPounds'] as const
  const sheetOf = (name: string, heading: string, groups: readonly CountsByGroup[]): Sheet => ({
    name,
    headings: [heading, ...headings],
    rows: [
      ...groups.map((counts) => [counts.group, ...measures.map((measure) => counts[measure])]),
      [
        'All',
        ...measures.map((measure, index) =>
          sumAbove(
            index + 1,
            groups.map((counts) => counts[measure]),
          ),
        ),
      ],
    ],
  })
  return [
    { name: 'About', headings: ['What', 'Which'], rows: about.map((row) => [...row]) },
    {
      name: 'How far',
      headings: ['Stage', 'Applications'],
      rows: [
        ['Being written', summary.drafts],
        ['Withdrawn', summary.withdrawn],
        ...stages.map((stage) => [stageWords[stage], summary.all[stage]]),
      ],
    },
    sheetOf('By region', 'Region', summary.byRegion),
    sheetOf(
      'By type',
      'Type of authority',
      summary.byKind.map((counts) => ({ ...counts, group: kindOf(counts.group) })),
    ),
  ]
}
