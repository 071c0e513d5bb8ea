import type { AppraisedReviewOption, ReviewAppraisal } from '../../../core/reviews/index.ts'
import { wholePounds } from './describe-summary.ts'
import { whatIs } from './money.messages.ts'
import type { LedgerModel } from './pages/ledger.ts'

type Shown = Omit<LedgerModel, 'illustrative' | 'breadcrumbs'>

const columns = ['economic', 'discounting', 'accountsOnly', 'notInAccounts', 'inflation', 'financial'] as const

/** Both ledgers of an option: each line from the one to the other, and each year of both. */
export function describeLedger(
  { period }: ReviewAppraisal,
  { option, lines, byYear }: AppraisedReviewOption,
  lineHref: (line: string) => string,
): Shown {
  const totals = columns.map((column) => lines.reduce((sum, { reconciled }) => sum + reconciled[column], 0))
  return {
    title: option.title,
    rows: lines.map((line) => ({
      href: line.line.id === 'risks' ? undefined : lineHref(line.line.id),
      title: line.title,
      what: whatIs(line.line),
      cells: columns.map((column) => wholePounds(line.reconciled[column])),
    })),
    totals: totals.map(wholePounds),
    years: period.years.map((year, at) => ({
      year: `${year} to ${year + 1}`,
      economic: wholePounds(byYear.economic[at] ?? 0),
      financial: wholePounds(byYear.financial[at] ?? 0),
      soFar: wholePounds(byYear.financial.slice(0, at + 1).reduce((sum, pounds) => sum + pounds, 0)),
    })),
  }
}
