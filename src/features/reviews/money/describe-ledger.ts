import { wholePounds } from '../../../core/forms/index.ts'
import { type AppraisedReviewOption, type ReviewAppraisal, yearWords } from '../../../core/reviews/index.ts'
import { whatIs } from './money.messages.ts'
import type { LedgerModel } from './pages/ledger.ts'

type Shown = Omit<LedgerModel, 'illustrative' | 'breadcrumbs'>

const columns = ['economic', 'discounting', 'accountsOnly', 'notInAccounts', 'inflation', 'financial'] as const

/** Both ledgers of an option: each line from the one to the other, and each year of both. */
export function describeLedger(
  appraisal: ReviewAppraisal,
  found: AppraisedReviewOption,
  lineHref: (line: string) => string,
): Shown {
  const { period } = appraisal
  const { option, lines, byYear } = found
  const saved = savedSoFar(appraisal, found)
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
    saved: saved && describeSaved(appraisal, saved),
    years: period.years.map((year, at) => ({
      year: yearWords(year),
      saved: saved && wholePounds(saved[at] ?? 0),
      economic: wholePounds(byYear.economic[at] ?? 0),
      financial: wholePounds(byYear.financial[at] ?? 0),
      soFar: wholePounds(byYear.financial.slice(0, at + 1).reduce((sum, pounds) => sum + pounds, 0)),
    })),
  }
}

/** What was saved until the end of each year against business as usual, in the pounds that are paid; not of that itself. */
function savedSoFar(
  { options, businessAsUsual }: ReviewAppraisal,
  { option, byYear }: AppraisedReviewOption,
): readonly number[] | undefined {
  const usual = options.find((each) => each.option === businessAsUsual)?.byYear.financial
  if (usual === undefined || option === businessAsUsual) return undefined
  let sum = 0
  return byYear.financial.map((pounds, at) => {
    sum += pounds - (usual[at] ?? 0)
    return sum
  })
}

function describeSaved(
  { period, businessAsUsual }: ReviewAppraisal,
  saved: readonly number[],
): NonNullable<LedgerModel['saved']> {
  const end = saved.at(-1) ?? 0
  const [least, worst] = saved.reduce(([at, low], pounds, year) => (pounds < low ? [year, pounds] : [at, low]), [0, 0])
  const first = period.years[0] ?? 0
  const depth =
    worst < 0 ? `At most ${wholePounds(-worst)} more is paid, by the end of ${yearWords(first + least)}. ` : ''
  const until = `By the end of ${yearWords(first + saved.length - 1)} ${wholePounds(Math.abs(end))}`
  return {
    usual: businessAsUsual.title,
    finding: `${depth}${until} ${end < 0 ? 'more is paid than in' : 'is saved against'} “${businessAsUsual.title}”.`,
    points: saved.map((pounds, at) => ({ x: first + at, y: pounds })),
  }
}
