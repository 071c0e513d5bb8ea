import type { ReviewAppraisal } from '../../../core/reviews/index.ts'
import { fixedRows } from '../../../platform/spreadsheet/cell-names.ts'
import type { Sheet, SheetCell } from '../../../platform/spreadsheet/write-spreadsheet.ts'
import { sheetNames } from './figures-rows.ts'

const mostRisks = 1000

/** The register of risks, with what each is expected to cost. */
export function writeRisks({ options, period }: ReviewAppraisal): Sheet {
  const last = period.years.length - 1
  const risks = options.flatMap(({ option, risks: { list } }, at) =>
    list.map((risk) => ({ number: at + 1, option, risk })),
  )
  return {
    name: sheetNames.risks,
    headings: [
      'Option number',
      'Option',
      'Risk',
      'Likelihood',
      'Cost if it happens',
      'Years after the first',
      'To be expected',
    ],
    rows: risks.map(({ number, option, risk: { title, probability, pounds, year } }, at): readonly SheetCell[] => [
      number,
      option.title,
      title,
      probability,
      pounds,
      Math.min(year, last),
      { formula: `D${at + 2}*E${at + 2}`, result: probability * pounds },
    ]),
  }
}

/** What risks of an option are expected to cost in a year. */
export const expectedOf = (option: string, year: string): string => {
  const rows = (column: number): string => fixedRows(sheetNames.risks, column, 2, mostRisks)
  return `SUMIFS(${rows(6)},${rows(0)},${option},${rows(5)},${year})`
}
