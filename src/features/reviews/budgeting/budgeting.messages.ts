import { problemText } from '../../../core/forms/index.ts'
import {
  type BudgetLine,
  type BudgetRowProblem,
  type BudgetTableProblem,
  budgetLimits,
  type MappingProblem,
} from '../../../core/reviews/index.ts'
import type { TableProblem } from '../../../platform/spreadsheet/read-spreadsheet.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'

/** The largest file that is read. */
export const mostBudgetBytes = 2_000_000

/** Why what was sent cannot be read as a budget. */
export type SentProblem =
  | TableProblem
  | BudgetTableProblem
  | { readonly code: 'option-missing' | 'nothing-sent' | 'file-over-limit' | 'table-lost' }

const files = 'Select a spreadsheet (.xlsx or .ods) or a CSV file'

export function sentProblemText(problem: SentProblem): FieldText {
  if (problem.code === 'sheet-missing')
    return fieldText(
      'sheet',
      `The workbook has no such sheet that holds anything. It has: ${problem.sheets.join(', ')}`,
    )
  if (problem.code === 'table-too-large')
    return fieldText(
      'file',
      `The table has ${problem.rows} rows and ${problem.columns} columns, or more. It can have ${budgetLimits.rows} rows and ${budgetLimits.columns} columns: send the part that is the budget of the service`,
    )
  return {
    'option-missing': fieldText('option', 'Select the option whose budget it is'),
    'nothing-sent': fieldText('file', `${files}, or paste the cells`),
    'file-over-limit': fieldText('file', 'The file must be smaller than 2 MB'),
    'file-too-large': fieldText(
      'file',
      'The file is too large when it is unpacked: save the one sheet in a file of its own',
    ),
    'file-unreadable': fieldText('file', `The file could not be read. ${files} that opens without a password`),
    'table-empty': fieldText('file', 'There is nothing in the table'),
    'table-lost': fieldText('file', 'Part of the table is missing. Send it again'),
  }[problem.code]
}

export const mappingProblemText = ({ code }: MappingProblem): FieldText =>
  ({
    'titles-missing': fieldText('column-0', 'Select the column that says what each line is'),
    'titles-twice': fieldText('column-0', 'Select one column only that says what each line is'),
    'years-missing': fieldText('column-0', 'Select a year for each column of amounts'),
    'year-twice': fieldText('column-0', 'Select each year for one column only'),
  })[code]

/** In which pounds amounts are, in the middle of a sentence. */
const poundsWords = { real: 'pounds of the first year', nominal: 'the pounds that will be paid' } as const

/** What comes of a row that is taken over. */
export function effectText({ there, kept }: Pick<BudgetLine, 'there' | 'kept'>): string {
  if (there === undefined) return 'Added'
  if (kept === 0) return 'Replaces the amounts of all years'
  return `Replaces the years of the budget and keeps ${kept === 1 ? 'one other year' : `${kept} other years`}`
}

export function rowProblemText(problem: BudgetRowProblem): string {
  if (problem.code === 'not-an-amount') return `Cell ${problem.cell} is not an amount: “${problem.text}”`
  if (problem.code === 'title-missing') return 'The row has no name. Enter one, or leave the row out'
  if (problem.code === 'twice') return `Row ${problem.row} has the same name`
  if (problem.code === 'several-there')
    return `The option has ${problem.lines} lines of this name. Give each of them a name of its own first`
  if (problem.code === 'other-pounds')
    return `The line that is there has other years in ${poundsWords[problem.basis]}, and the budget has different pounds. Under “Change what the columns are”, choose the same pounds, or choose to blank other years`
  return problemText(problem.problem)
}
