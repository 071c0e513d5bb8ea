import type { BudgetMapping, BudgetTable, ColumnUse } from '../../../core/reviews/index.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'

/** How a budget is read, as it stands in the fields of a form. */
export function mappingFields({
  headings,
  columns,
  basis,
  thousands,
  otherYears,
}: BudgetMapping): readonly [string, string][] {
  return [
    ['headings', String(headings)],
    ['basis', basis],
    ['unit', thousands ? 'thousands' : 'pounds'],
    ['other-years', otherYears],
    ...columns.map((use, at): [string, string] => [`column-${at}`, String(use)]),
  ]
}

/** The inverse. What is no column of the table or no year of the review is of no use. */
export function readMapping(form: FormBody, table: BudgetTable, years: number): BudgetMapping {
  const headings = Number(form.line('headings'))
  return {
    headings: Number.isInteger(headings) && headings >= -1 && headings < table.length ? headings : 0,
    basis: form.line('basis') === 'real' ? 'real' : 'nominal',
    thousands: form.line('unit') === 'thousands',
    otherYears: form.line('other-years') === 'blanked' ? 'blanked' : 'kept',
    columns: (table[0] ?? []).map((_, at) => useOf(form.line(`column-${at}`), years)),
  }
}

function useOf(text: string, years: number): ColumnUse {
  if (text === 'title') return 'title'
  const year = Number(text)
  return text !== '' && Number.isInteger(year) && year >= 0 && year < years ? year : 'none'
}
