import { isObject, type Json } from '../../canonical/index.ts'
import { type Answers, answerOf, type Problem, validatePage } from '../../forms/index.ts'
import { formOf, plainName } from '../../sheets/index.ts'
import { entriesOfOption } from '../money/start-lines.ts'
import { optionsOf, type ReviewOption } from '../read-options.ts'
import type { ReviewRecord } from '../review-record.ts'
import { linesSheet } from '../sheets/lines.ts'
import { budgetAmount } from './budget-amount.ts'
import type { BudgetMapping } from './budget-mapping.ts'
import { type BudgetTable, columnName } from './budget-table.ts'

/** What keeps a row of a budget from becoming a line. */
export type BudgetRowProblem =
  | { readonly code: 'not-an-amount'; readonly cell: string; readonly text: string }
  | { readonly code: 'title-missing' }
  | { readonly code: 'twice'; readonly row: number }
  | { readonly code: 'not-valid'; readonly problem: Problem }
  /** The option has several lines of that title: which of them is meant is not known. */
  | { readonly code: 'several-there'; readonly lines: number }
  /** Years that are kept are in other pounds than those of the budget. */
  | { readonly code: 'other-pounds'; readonly basis: BudgetMapping['basis'] }

/** A row of a budget as a line of an option. */
export type BudgetLine = {
  /** As the spreadsheet counts it, from 1. */
  readonly row: number
  readonly title: string
  readonly content: Answers
  /** Of all years, those that are kept among them. */
  readonly total: number
  /** How many years of the line that is there stay as they are. */
  readonly kept: number
  /** The line of that title that the option has already. */
  readonly there: { readonly id: string; readonly version: number; readonly content: Answers } | undefined
  /** Whether it looks like a sum of other rows, which would count twice. */
  readonly isTotal: boolean
  readonly problems: readonly BudgetRowProblem[]
}

/** Why nothing can be read with a mapping. */
export type MappingProblem = { readonly code: 'titles-missing' | 'titles-twice' | 'years-missing' | 'year-twice' }

/** All that is wrong with a mapping. */
export function mappingProblems({ columns }: BudgetMapping): readonly MappingProblem[] {
  const titles = columns.filter((use) => use === 'title').length
  const years = columns.filter((use) => typeof use === 'number')
  const problems: (MappingProblem | false)[] = [
    titles === 0 && { code: 'titles-missing' },
    titles > 1 && { code: 'titles-twice' },
    years.length === 0 && { code: 'years-missing' },
    new Set(years).size < years.length && { code: 'year-twice' },
  ]
  return problems.filter((problem) => problem !== false)
}

/**
 * The rows of a budget below its headings as lines of an option. A row whose amounts come to less than nothing, or that is
 * called an income, is one.
 * What a line is otherwise is taken from the line of that title that is there, or is usual for the way of delivery; else it
 * is a resource of the council. Rows without any amount are left out.
 *
 * @param mapping without {@link mappingProblems}
 */
export function readBudget(
  record: ReviewRecord,
  option: ReviewOption,
  table: BudgetTable,
  mapping: BudgetMapping,
): readonly BudgetLine[] {
  const there = entriesOfOption(record, option.id)
  const form = formOf(linesSheet, record)
  const titles = mapping.columns.indexOf('title')
  const seen = new Map<string, number>()
  return table.flatMap((cells, at): readonly BudgetLine[] => {
    if (at <= mapping.headings) return []
    const amounts = amountsIn(cells, at, mapping)
    if (amounts.read.every(({ pounds }) => pounds === 0) && amounts.problems.length === 0) return []
    const title = cells[titles] ?? ''
    const before = seen.get(plainName(title))
    if (before === undefined) seen.set(plainName(title), at + 1)
    const named = there.filter(({ content }) => plainName(answerOf(content, 'title')) === plainName(title))
    const [known] = named
    const kept = keptYears(known?.content, mapping)
    const { content, total } = contentOf(option, known?.content, { title, amounts: amounts.read, kept }, mapping.basis)
    const own: readonly BudgetRowProblem[] = [
      ...(title === '' ? [{ code: 'title-missing' } as const] : []),
      ...(title !== '' && before !== undefined ? [{ code: 'twice', row: before } as const] : []),
      ...(named.length > 1 ? [{ code: 'several-there', lines: named.length } as const] : []),
      ...amounts.problems,
      ...otherPounds(known?.content, kept, mapping),
    ]
    const found = own.length > 0 ? [] : validatePage(form, content, form.id, 'submit')
    return [
      {
        row: at + 1,
        title,
        content,
        total,
        kept: kept.length,
        there: known,
        isTotal: /\b(sub-?total|total|net|sum)\b/i.test(title),
        problems: [...own, ...found.map((problem) => ({ code: 'not-valid', problem }) as const)],
      },
    ]
  })
}

type Amount = { readonly year: number; readonly pounds: number }

function amountsIn(cells: readonly string[], at: number, { columns, thousands }: BudgetMapping) {
  const read: Amount[] = []
  const problems: BudgetRowProblem[] = []
  for (const [column, use] of columns.entries()) {
    if (typeof use !== 'number') continue
    const text = cells[column] ?? ''
    const pounds = budgetAmount(text, thousands)
    if (pounds === undefined) problems.push({ code: 'not-an-amount', cell: `${columnName(column)}${at + 1}`, text })
    else read.push({ year: use, pounds })
  }
  return { read: read.sort((one, other) => one.year - other.year), problems }
}

type YearOfLine = { readonly row: string; readonly amount: number }

/** Amounts of a line that is there in years of which the budget says nothing, where they are to stay. */
function keptYears(there: Answers | undefined, { columns, otherYears }: BudgetMapping): readonly YearOfLine[] {
  const pounds = there === undefined || otherYears === 'blanked' ? undefined : answerOf(there, 'pounds')
  const sent = new Set(columns.filter((use) => typeof use === 'number').map((year) => `year-${year}`))
  return (Array.isArray(pounds) ? pounds : []).flatMap((item: Json) => {
    const { row, amount } = isObject(item) ? item : {}
    return typeof row === 'string' && typeof amount === 'number' && !sent.has(row) ? [{ row, amount }] : []
  })
}

/** A line is in one kind of pounds: years that stay would mean something else in those of the budget. */
function otherPounds(
  there: Answers | undefined,
  kept: readonly YearOfLine[],
  { basis }: BudgetMapping,
): readonly BudgetRowProblem[] {
  const before = there && answerOf(there, 'basis')
  return kept.length > 0 && before !== basis && (before === 'real' || before === 'nominal')
    ? [{ code: 'other-pounds', basis: before }]
    : []
}

type RowOfBudget = {
  readonly title: string
  readonly amounts: readonly Amount[]
  readonly kept: readonly YearOfLine[]
}

/** The line as its page has it: what is known of it stays, and its amounts are those of the budget and those that are kept. */
function contentOf(
  { id, model }: ReviewOption,
  there: Answers | undefined,
  { title, amounts, kept }: RowOfBudget,
  basis: BudgetMapping['basis'],
): { readonly content: Answers; readonly total: number } {
  const sum = amounts.reduce((total, { pounds }) => total + pounds, 0)
  const usual = model.lines.find((line) => plainName(line.title) === plainName(title))
  const kind = (there && answerOf(there, 'kind')) ?? usual?.kind ?? (sum < 0 || isIncome(title) ? 'income' : 'cost')
  const sign = sum < 0 && kind !== 'cost' ? -1 : 1
  const sent = amounts
    .filter((amount) => amount.pounds !== 0)
    .map((amount) => ({ row: `year-${amount.year}`, amount: sign * amount.pounds }))
  const pounds = [...sent, ...kept].sort((one, other) => yearOf(one) - yearOf(other))
  const content: Answers = {
    bearer: usual?.bearer ?? 'council',
    nature: usual?.nature ?? 'resource',
    ...there,
    option: id,
    title: (there && answerOf(there, 'title')) ?? title,
    kind,
    basis,
    pounds,
  }
  return { content, total: pounds.reduce((total, { amount }) => total + amount, 0) }
}

/** A budget may have incomes above nothing, as it calls them so. */
const isIncome = (title: string): boolean => /\bincomes?\b/i.test(title)

const yearOf = ({ row }: YearOfLine): number => Number(row.slice('year-'.length))

/** The option of a review with that id. */
export const optionById = (record: ReviewRecord, id: string): ReviewOption | undefined =>
  optionsOf(record).find((option) => option.id === id)
