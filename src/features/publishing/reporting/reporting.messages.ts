import type { ComplaintCounts } from '../../../core/complaints/index.ts'
import type { Figure, Stage } from '../../../core/reporting/index.ts'

/** How far applications came, in words. */
export const stageWords: Readonly<Record<Stage, string>> = {
  received: 'Received',
  eligible: 'Eligible',
  'in-scope': 'In scope',
  scored: 'Scored',
  shortlisted: 'Shortlisted',
  awarded: 'Awarded',
}

/** What a figure counts, in words. */
export const figureWords = (figure: Figure): string => {
  if (figure === 'draft') return 'Being written'
  return figure === 'withdrawn' ? 'Withdrawn' : stageWords[figure]
}

/** Complaints in numbers, a line each; of how long they took only where one was replied to. */
export const complaintLines = (
  counts: ComplaintCounts,
): readonly { readonly text: string; readonly count: number }[] => [
  { text: 'Received', count: counts.received },
  { text: 'Being looked at', count: counts.open },
  { text: 'Upheld', count: counts.upheld },
  { text: 'Upheld in part', count: counts['partly-upheld'] },
  { text: 'Not upheld', count: counts['not-upheld'] },
  ...(counts.medianDays === null
    ? []
    : [{ text: 'Working days that half of them took at most', count: counts.medianDays }]),
]

/** What the map shows, as a sentence. */
export function mapWords(regions: readonly { readonly group: string; readonly received: number }[]): string {
  const some = regions.filter(({ received }) => received > 0)
  if (some.length === 0) return 'No application has come from a region of England.'
  const most = Math.max(...some.map(({ received }) => received))
  const leaders = some.filter(({ received }) => received === most).map(({ group }) => group)
  return `Most have come from ${leaders.join(' and ')}: ${most}. ${some.length} of the 9 regions have at least one.`
}
