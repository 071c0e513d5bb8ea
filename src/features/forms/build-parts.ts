import { type FileKindId, fileKindIds } from '../../core/files/index.ts'
import {
  MOST_FILES,
  MOST_MEGABYTES,
  type MoneyColumn,
  type MoneyRow,
  type Question,
  type QuestionType,
} from '../../core/forms/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { slug } from '../../core/text/slug.ts'
import { isIsoDay } from '../../core/time/day.ts'
import type { FormProblem } from './form-problem.ts'
import { freeName } from './free-name.ts'
import type { LimitName, QuestionTyped } from './question-typed.ts'

type Before = Question | { readonly id: string; readonly type: QuestionType }
type Parts = Pick<
  QuestionTyped,
  | 'limits'
  | 'itemName'
  | 'prefix'
  | 'suffix'
  | 'columns'
  | 'rows'
  | 'moreColumns'
  | 'moreRows'
  | 'firstQuestion'
  | 'accept'
>

/** What a question has besides its words, when nothing was typed. */
export const blankParts: Parts = {
  limits: { minWords: '', min: '', max: '', minItems: '', maxItems: '', maxMegabytes: '' },
  itemName: '',
  prefix: '',
  suffix: '',
  columns: [],
  rows: [],
  moreColumns: '',
  moreRows: '',
  firstQuestion: '',
  accept: [],
}

const texts: readonly string[] = ['short-text', 'long-text', 'email', 'phone', 'url']
const numbers: readonly string[] = ['whole-number', 'number', 'money', 'percentage']

/** The limits that a type of question has. */
export function limitsOf(type: string): readonly LimitName[] {
  if (type === 'short-text' || type === 'long-text') return ['minWords', 'min', 'max']
  if (texts.includes(type) || numbers.includes(type) || type === 'date' || type === 'checkboxes') return ['min', 'max']
  if (type === 'file') return ['min', 'max', 'maxMegabytes']
  if (type === 'money-table') return ['min', 'max', 'minItems', 'maxItems']
  return type === 'repeating-group' ? ['minItems', 'maxItems'] : []
}

export const isList = (type: string): boolean => type === 'money-table' || type === 'repeating-group'
export const isNumber = (type: string): boolean => numbers.includes(type)

/** The parts of a question in the fields of the editor. */
export function typedParts(question: Question): Parts {
  const held: { readonly [key: string]: unknown } = question
  const text = (key: string): string => (held[key] === undefined ? '' : String(held[key]))
  return {
    ...blankParts,
    limits: {
      minWords: text('minWords'),
      min: text('min'),
      max: text('max'),
      minItems: text('minItems'),
      maxItems: text('maxItems'),
      maxMegabytes: text('maxMegabytes'),
    },
    itemName: text('itemName'),
    prefix: text('prefix'),
    suffix: text('suffix'),
    ...(question.type === 'file' && { accept: question.accept ?? [] }),
    ...(question.type === 'money-table' && {
      columns: question.columns.map(({ id, label, type = 'money' }) => ({ id, label, type })),
      rows: (question.rows ?? []).map(({ id, label }) => ({ id, label })),
    }),
  }
}

/** The parts that were typed, over those of the question there is. Undefined takes a part away. */
export function buildParts(
  typed: QuestionTyped,
  before: Before,
): Result<{ readonly [key: string]: unknown }, FormProblem> {
  const { type } = before
  const names = limitsOf(type)
  const limits = names.flatMap((name) => {
    const text = typed.limits[name]
    return text === undefined ? [] : [[name, readLimit(name, type, text)] as const]
  })
  const problems: FormProblem[] = limits.flatMap(([name, value]) => (value === 'wrong' ? [limitWrong(name, type)] : []))
  problems.push(...limitsOfFiles(type, new Map(limits)))
  const columns = type === 'money-table' ? columnsOf(typed, 'columns' in before ? before.columns : []) : undefined
  const rows = type === 'money-table' ? rowsOf(typed, 'columns' in before ? (before.rows ?? []) : []) : undefined
  if (columns?.length === 0) problems.push({ code: 'build-wrong', problem: { code: 'columns-missing' } })
  const isNewGroup = type === 'repeating-group' && !('questions' in before)
  const first = typed.firstQuestion.trim()
  if (isNewGroup && first === '') problems.push({ code: 'build-wrong', problem: { code: 'first-question-missing' } })
  if (problems.length > 0) return refused(...problems)
  const words = (text: string) => (text.trim() === '' ? undefined : text.trim())
  return done({
    ...Object.fromEntries(limits),
    ...(isList(type) && typed.itemName !== undefined && { itemName: words(typed.itemName) }),
    ...(isNumber(type) && typed.prefix !== undefined && { prefix: words(typed.prefix) }),
    ...(isNumber(type) && typed.suffix !== undefined && { suffix: words(typed.suffix) }),
    ...(type === 'file' && typed.accept !== undefined && { accept: acceptOf(typed.accept) }),
    ...(columns !== undefined && { columns }),
    ...(rows !== undefined && { rows: rows.length > 0 ? rows : undefined }),
    ...(isNewGroup && {
      questions: [
        { type: 'short-text', id: `${before.id}-${slug(first, 30) || 'part'}`, label: first, required: true },
      ],
    }),
  })
}

/** What a limit is called at the start of a sentence. */
export const limitNames: { readonly [Name in LimitName]: string } = {
  minWords: 'The fewest words',
  min: 'The least',
  max: 'The most',
  minItems: 'The fewest entries',
  maxItems: 'The most entries',
  maxMegabytes: 'The largest size',
}

/** What no file could keep, said beside its field. */
function limitsOfFiles(
  type: string,
  limits: ReadonlyMap<LimitName, number | string | undefined>,
): readonly FormProblem[] {
  if (type !== 'file') return []
  const most = { min: MOST_FILES, max: MOST_FILES, maxMegabytes: MOST_MEGABYTES } as const
  return (['min', 'max', 'maxMegabytes'] as const).flatMap((field): readonly FormProblem[] => {
    const value = limits.get(field)
    const least = field === 'min' ? 0 : 1
    if (typeof value !== 'number' || (value >= least && value <= most[field])) return []
    const what = `${limitNames[field]} must be from ${least} to ${most[field]}`
    return [{ code: 'build-wrong', problem: { code: 'limit-wrong', field, what } }]
  })
}

/** The kinds that are taken, in the order in which they are always said; all of them is as good as none. */
function acceptOf(typed: readonly string[]): readonly FileKindId[] | undefined {
  const chosen = fileKindIds.filter((kind) => typed.includes(kind))
  return chosen.length === 0 || chosen.length === fileKindIds.length ? undefined : chosen
}

const limitWrong = (field: LimitName, type: string): FormProblem => ({
  code: 'build-wrong',
  problem: {
    code: 'limit-wrong',
    field,
    what: `${type === 'date' ? (field === 'min' ? 'The first day' : 'The last day') : limitNames[field]} must be ${type === 'date' ? 'a real date written as year, month and day, like 2026-02-10' : 'a number'}`,
  },
})

/** A number or a day; undefined when blank. */
function readLimit(name: LimitName, type: string, typed: string): number | string | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  if (type === 'date') return isIsoDay(text) ? text : 'wrong'
  const bare = text.replaceAll(/[£%,\s]/g, '')
  const whole = name !== 'min' && name !== 'max' ? true : !(isNumber(type) || type === 'money-table')
  return (whole ? /^\d{1,7}$/ : /^-?\d{1,12}(?:\.\d{1,4})?$/).test(bare) ? Number(bare) : 'wrong'
}

/** Lines that are not blank, each with an id that nothing has. */
function added(lines: string, taken: Set<string>, otherwise: string): readonly { id: string; label: string }[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((label) => {
      const id = freeName(slug(label, 40) || otherwise, taken)
      taken.add(id)
      return { id, label }
    })
}

function columnsOf(typed: QuestionTyped, before: readonly MoneyColumn[]): readonly MoneyColumn[] {
  const kept = typed.columns
    .filter(({ label }) => label.trim() !== '')
    .map(({ id, label, type }): MoneyColumn => {
      const { type: _, ...old } = before.find((column) => column.id === id) ?? { id }
      return {
        ...old,
        id,
        label: label.trim(),
        ...((type === 'text' || type === 'whole-number' || type === 'number') && { type }),
      }
    })
  // No column is called `row`: that is where a row keeps its own name.
  const taken = new Set(['row', ...before.map(({ id }) => id), ...kept.map(({ id }) => id)])
  return [...kept, ...added(typed.moreColumns, taken, 'column')]
}

function rowsOf(typed: QuestionTyped, before: readonly MoneyRow[]): readonly MoneyRow[] {
  const kept = typed.rows
    .filter(({ label }) => label.trim() !== '')
    .map(({ id, label }) => ({ ...before.find((row) => row.id === id), id, label: label.trim() }))
  const taken = new Set([...before, ...kept].map(({ id }) => id))
  return [...kept, ...added(typed.moreRows, taken, 'row')]
}
