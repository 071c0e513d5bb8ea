import { nominalPounds, realPounds } from '../../../core/appraisal/index.ts'
import { type ReviewAppraisal, yearWords } from '../../../core/reviews/index.ts'
import { columnName, fixedRows } from '../../../platform/spreadsheet/cell-names.ts'
import type { Sheet, SheetCell } from '../../../platform/spreadsheet/write-spreadsheet.ts'
import { type FiguresRow, figuresRows, sheetNames } from './figures-rows.ts'
import { amountCell, lineCell } from './write-lines.ts'
import { rateCell, ratesOfYears } from './write-rates.ts'

const headings = ['Option number', 'Option', 'Line'] as const

/** Totals of all lines: the column after the years. */
export const totalRows = (sheet: 'real' | 'nominal', years: number, lines: number): string =>
  fixedRows(sheetNames[sheet], headings.length + years, 2, lines + 1)

const named = ({ number, option, line }: FiguresRow): readonly SheetCell[] => [number, option.option.title, line.title]

const yearsOf = (row: number, years: number): string =>
  `${columnName(headings.length)}${row}:${columnName(headings.length + years - 1)}${row}`

/** Every line in pounds of the first year, with its sign and its bias, and what it is worth in the economic case. */
export function writeReal(appraisal: ReviewAppraisal): Sheet {
  const { period, prices } = appraisal
  const years = period.years.length
  return {
    name: sheetNames.real,
    headings: [...headings, ...period.years.map(yearWords), 'Present value in the economic case'],
    rows: figuresRows(appraisal).map((each) => {
      const { row, line } = each
      const pounds = realPounds(line.line, prices)
      const weight = `${lineCell('sign', row)}*(1-${lineCell('sign', row)}*${lineCell('bias', row)})`
      return [
        ...named(each),
        ...period.years.map((_, year) => ({
          formula:
            line.line.basis === 'nominal'
              ? `${amountCell(year, row)}*${weight}/${rateCell('level', year)}`
              : `${amountCell(year, row)}*${weight}*(1+${lineCell('growth', row)})^${rateCell('number', year)}`,
          result: pounds[year] ?? 0,
        })),
        {
          formula: `${lineCell('economic', row)}*SUMPRODUCT(${yearsOf(row, years)},${ratesOfYears('discount', years)})`,
          result: line.reconciled.economic,
        },
      ]
    }),
  }
}

/** Every line in the pounds that are paid, and what it comes to in the accounts of the council. */
export function writeNominal(appraisal: ReviewAppraisal): Sheet {
  const { period, prices } = appraisal
  return {
    name: sheetNames.nominal,
    headings: [...headings, ...period.years.map(yearWords), 'In the accounts of the council'],
    rows: figuresRows(appraisal).map((each) => {
      const { row, line } = each
      const pounds = nominalPounds(line.line, prices)
      return [
        ...named(each),
        ...period.years.map((_, year) => ({
          formula: `${sheetNames.real}!${columnName(headings.length + year)}${row}*${rateCell('level', year)}`,
          result: pounds[year] ?? 0,
        })),
        {
          formula: `${lineCell('financial', row)}*SUM(${yearsOf(row, period.years.length)})`,
          result: line.reconciled.financial,
        },
      ]
    }),
  }
}
