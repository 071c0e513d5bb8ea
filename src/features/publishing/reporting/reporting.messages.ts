import type { Stage } from '../../../core/reporting/index.ts'

/** How far applications came, in words. */
export const stageWords: Readonly<Record<Stage, string>> = {
  received: 'Received',
  eligible: 'Eligible',
  'in-scope': 'In scope',
  scored: 'Scored by somebody',
  shortlisted: 'Shortlisted',
  awarded: 'Awarded',
}

/** What the map shows, as a sentence. */
export function mapWords(regions: readonly { readonly group: string; readonly received: number }[]): string {
  const some = regions.filter(({ received }) => received > 0)
  if (some.length === 0) return 'No application has come from a region of England.'
  const most = Math.max(...some.map(({ received }) => received))
  const leaders = some.filter(({ received }) => received === most).map(({ group }) => group)
  return `Most have come from ${leaders.join(' and ')}: ${most}. ${some.length} of the 9 regions have at least one.`
}
