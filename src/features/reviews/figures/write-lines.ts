import { economicPartOf, isFinancial, signOf } from '../../../core/appraisal/index.ts'
import { type ReviewAppraisal, yearWords } from '../../../core/reviews/index.ts'
import { columnName, fixedRows } from '../../../platform/spreadsheet/cell-names.ts'
import type { Sheet, SheetCell } from '../../../platform/spreadsheet/write-spreadsheet.ts'
import { bearerNames, kindNames, natureNames, partNames } from './figures.messages.ts'
import { type FiguresRow, figuresRows, sheetNames } from './figures-rows.ts'
import { rateCell } from './write-rates.ts'
import { expectedOf } from './write-risks.ts'

const headings = [
  'Option number',
  'Option',
  'Line',
  'Kind',
  'Whose',
  'Nature',
  'Pounds of',
  'Price rise beyond all prices',
  'Optimism bias left',
  'Sign',
  'In the economic case',
  'In the financial case',
  'Counts as',
] as const

/** Where a line says what it is. */
export const lineColumn = { option: 0, growth: 7, bias: 8, sign: 9, economic: 10, financial: 11, part: 12 } as const

/** The cell of a line. @example lineCell('sign', 2) // => 'Lines!$J2' */
export const lineCell = (column: keyof typeof lineColumn, row: number): string =>
  `${sheetNames.lines}!$${columnName(lineColumn[column])}${row}`

/** What a line has in a year, before anything is done to it. */
export const amountCell = (year: number, row: number): string =>
  `${sheetNames.lines}!${columnName(headings.length + year)}${row}`

/** A column of all lines. */
export const lineRows = (column: keyof typeof lineColumn, lines: number): string =>
  fixedRows(sheetNames.lines, lineColumn[column], 2, lines + 1)

/** Every line as it was given: what there is to be changed by hand. Amounts of risks come from their sheet. */
export const writeLines = (appraisal: ReviewAppraisal): Sheet => ({
  name: sheetNames.lines,
  headings: [...headings, ...appraisal.period.years.map(yearWords)],
  rows: figuresRows(appraisal).map((row) => [...whatIs(row), ...amountsOf(row, appraisal)]),
})

function whatIs({ number, option, line: { title, line } }: FiguresRow): readonly SheetCell[] {
  const { kind, bearer, nature, basis, relativeGrowth = 0, optimismBias = 0 } = line
  const part = economicPartOf(line)
  return [
    number,
    option.option.title,
    title,
    kindNames[kind],
    bearerNames[bearer],
    natureNames[nature],
    basis === 'real' ? 'The first year' : 'The day',
    relativeGrowth,
    optimismBias,
    signOf(line),
    part === null ? 0 : 1,
    isFinancial(line) ? 1 : 0,
    part === null ? '' : partNames[part],
  ]
}

const amountsOf = ({ line: { line }, row }: FiguresRow, { period }: ReviewAppraisal): readonly SheetCell[] =>
  period.years.map((_, year) => {
    const result = line.pounds[year] ?? 0
    return line.id === 'risks' ? { formula: expectedOf(`$A${row}`, rateCell('number', year)), result } : result
  })
