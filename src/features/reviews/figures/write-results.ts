import type { AppraisedReviewOption, ReviewAppraisal } from '../../../core/reviews/index.ts'
import type { Sheet, SheetCell } from '../../../platform/spreadsheet/write-spreadsheet.ts'
import { partNames } from './figures.messages.ts'
import { figuresRows, sheetNames } from './figures-rows.ts'
import { totalRows } from './write-ledgers.ts'
import { lineRows } from './write-lines.ts'
import { ratesOfYears } from './write-rates.ts'

/** What every option comes to, worked out of the other sheets. */
export function writeResults(appraisal: ReviewAppraisal): Sheet {
  const { options, businessAsUsual } = appraisal
  const usualRow = options.findIndex(({ option }) => option === businessAsUsual) + 2
  return {
    name: sheetNames.results,
    headings: [
      'Option number',
      'Option',
      partNames['public-costs'],
      partNames['other-costs'],
      partNames.benefits,
      'Net present social value',
      'Against business as usual',
      'Benefits for a pound of cost',
      'Return on public sector cost',
      'Cost a year, spread evenly',
      'In the accounts of the council',
    ],
    rows: options.map((option, at) => resultsOf(appraisal, option, { number: at + 1, row: at + 2, usualRow })),
  }
}

function resultsOf(
  appraisal: ReviewAppraisal,
  { option, economic, equivalentAnnualCost, financial }: AppraisedReviewOption,
  { number, row, usualRow }: { readonly number: number; readonly row: number; readonly usualRow: number },
): readonly SheetCell[] {
  const lines = figuresRows(appraisal).length
  const years = appraisal.period.years.length
  const ofOption = `${lineRows('option', lines)},$A${row}`
  const partIn = (column: string): string =>
    `SUMIFS(${totalRows('real', years, lines)},${ofOption},${lineRows('part', lines)},${column}$1)`
  const costs = `(C${row}+D${row})`
  const ratio = (formula: string, result: number | null): SheetCell => (result === null ? 'None' : { formula, result })
  return [
    number,
    option.title,
    { formula: `0-${partIn('C')}`, result: economic.pvPublicCosts },
    { formula: `0-${partIn('D')}`, result: economic.pvOtherCosts },
    { formula: partIn('E'), result: economic.pvBenefits },
    { formula: `E${row}-C${row}-D${row}`, result: economic.npsv },
    { formula: `F${row}-F$${usualRow}`, result: economic.againstBusinessAsUsual.npsv },
    ratio(`E${row}/${costs}`, economic.bcr),
    ratio(`(E${row}-D${row})/C${row}`, economic.rpsc),
    { formula: `${costs}/SUM(${ratesOfYears('discount', years)})`, result: equivalentAnnualCost },
    { formula: `SUMIFS(${totalRows('nominal', years, lines)},${ofOption})`, result: financial },
  ]
}
