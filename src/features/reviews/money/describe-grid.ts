import {
  type Answers,
  answerOf,
  type PostedFields,
  problemText,
  showAnswer,
  tableTotal,
  wholePounds,
} from '../../../core/forms/index.ts'
import {
  bothSignsWarning,
  entriesOfOption,
  linesSheet,
  type ReviewOption,
  type ReviewRecord,
  readPeriod,
  type StartingLine,
  yearWords,
} from '../../../core/reviews/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { entryPath } from '../reviews.paths.ts'
import { whatIs } from './money.messages.ts'
import type { GridModel, GridRow } from './pages/grid.ts'
import type { LineProblem } from './save-lines.ts'

export type GridState = {
  readonly reference: string
  readonly record: ReviewRecord
  readonly option: ReviewOption
  /** Lines that are offered and not saved yet. */
  readonly offered: readonly StartingLine[]
  /** What was typed, where it was not saved. */
  readonly typed?: PostedFields
  readonly problems?: readonly LineProblem[]
}

/** The fields of one line of the grid, as the form engine knows them. */
export const fieldsOfLine = (fields: PostedFields, key: string): PostedFields => ({
  text: (name) => fields.text(`${key}-${name}`),
  all: (name) => fields.all(`${key}-${name}`),
  has: (name) => fields.has(`${key}-${name}`),
})

/** The question for the amounts of a line. */
export function poundsQuestion(record: ReviewRecord) {
  const question = linesSheet.questions(record, undefined).find(({ type }) => type === 'money-table')
  if (question?.type !== 'money-table') throw new RangeError('a line has amounts')
  return question
}

/** All lines of an option by year, with those that are offered below them. */
export function describeGrid(state: GridState): Pick<GridModel, 'years' | 'rows' | 'problems' | 'warnings'> {
  const { reference, record, option, offered, problems = [] } = state
  const lines = entriesOfOption(record, option.id)
  const saved = lines.map(({ id, version, content }) =>
    rowOf(state, { key: id, content }, { seen: version, href: entryPath(reference, linesSheet.id, id) }),
  )
  const rows = [...saved, ...offered.map((line) => rowOf(state, line, undefined))]
  return {
    years: readPeriod(record).years.map(yearWords),
    rows,
    warnings: lines.flatMap(({ content }) => bothSignsWarning(record, `“${content.title ?? ''}”`, content) ?? []),
    problems: problems.flatMap((problem) => summaryOf(problem, rows.find(({ key }) => key === problem.key)?.title)),
  }
}

function rowOf(
  { record, typed, problems = [] }: GridState,
  { key, content }: { readonly key: string; readonly content: Answers },
  saved: GridRow['saved'],
): GridRow {
  const question = poundsQuestion(record)
  const shown = showAnswer(question, answerOf(content, question.id))
  const wrong = problems.flatMap((problem) =>
    problem.key === key && problem.code === 'not-valid' ? problem.problems : [],
  )
  const cells = (question.rows ?? []).map((_, at) => {
    const field = `${question.id}-${at}-amount`
    const problem = wrong.find((each) => each.field === field)
    return {
      name: `${key}-${field}`,
      value: typed === undefined ? String(shown[field] ?? '') : typed.text(`${key}-${field}`),
      error: problem && (problem.code === 'not-money' ? 'Enter pounds, such as 1,250' : problemText(problem)),
    }
  })
  const title = String(answerOf(content, 'title') ?? '')
  return {
    key,
    title,
    what: whatIs(content),
    saved,
    cells,
    total: saved && wholePounds(tableTotal(question, content.pounds ?? null) ?? 0),
  }
}

function summaryOf(problem: LineProblem, title = 'A line'): GridModel['problems'] {
  const { key } = problem
  if (problem.code === 'not-valid')
    return problem.problems.map((each) => ({
      text: `${title}: ${problemText(each)}`,
      href: each.field.startsWith('pounds-') ? `#${key}-${each.field}` : `#${key}-pounds-0-amount`,
    }))
  if (problem.code === 'removed')
    return [{ text: `${title} was taken out of the list while you had this page open`, href: '#main-content' }]
  const href = `#${key}-pounds-0-amount`
  return problem.code === 'there'
    ? [{ text: `${title} is a line of this option already. Enter its amounts there, and leave these blank`, href }]
    : [{ text: `${title}: ${problem.by} changed it at ${ukTime(problem.at)}, while you had this page open`, href }]
}
