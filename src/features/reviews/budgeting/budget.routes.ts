import { problemText, wholePounds } from '../../../core/forms/index.ts'
import {
  type BudgetLine,
  type BudgetMapping,
  type BudgetTable,
  bothSignsWarning,
  guessMapping,
  mappingProblems,
  optionById,
  optionsOf,
  type ReviewOption,
  type ReviewRecord,
  readBudget,
  readPeriod,
  readTableText,
  tableText,
} from '../../../core/reviews/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { whatIs } from '../money/money.messages.ts'
import { amountsPath, budgetPath, checkBudgetPath, gridPath, takeBudgetPath } from '../money/money.paths.ts'
import { type LinesSaved, saveLines } from '../money/save-lines.ts'
import { openReview } from '../open-review.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import type { Review } from '../reviews.store.ts'
import { readRecord } from '../sheets/read-record.ts'
import {
  effectText,
  mappingProblemText,
  mostBudgetBytes,
  rowProblemText,
  type SentProblem,
  sentProblemText,
} from './budgeting.messages.ts'
import { describeMapping } from './describe-mapping.ts'
import { mappingFields, readMapping } from './mapping-fields.ts'
import { mappingPage } from './pages/mapping.ts'
import { type PreviewRow, previewPage } from './pages/preview.ts'
import { sendPage } from './pages/send.ts'
import { readSentBudget } from './read-sent-budget.ts'

const one = '/reviews/:reference/budget'

/** A budget is sent, then it is said what its columns are, then its lines are looked at; only then anything is saved. */
export const budgetRoutes = (services: Services): Route[] => [
  get(one, 'review:work', async (ask) => showSend(ask, await openPlace(services, ask), [])),
  // Reads what was sent and shows it: nothing is kept.
  post(one, 'review:work', 'none', async (ask) => await readSent(services, ask), {
    files: { count: 1, bytesEach: mostBudgetBytes },
  }),
  // Reads the same once more, with what was said of its columns: nothing is kept.
  post(`${one}/check`, 'review:work', 'none', async (ask) => await check(services, ask)),
  post(`${one}/lines`, 'review:work', 'review.written', async (ask) => await takeOver(services, ask)),
]

type Place = { readonly review: Review; readonly record: ReviewRecord }
type Sent = Place & { readonly option: ReviewOption; readonly table: BudgetTable }
type Mapped = Sent & { readonly mapping: BudgetMapping }

async function openPlace({ db }: Services, ask: Ask): Promise<Place> {
  const { review } = await openReview(db, ask.actor, param(ask, 'reference'), 'write')
  return { review, record: await readRecord(db, review) }
}

const crumbsOf = ({ review }: Place) => [
  ...reviewCrumbs(review),
  { text: 'Amounts of each option', href: amountsPath(review.reference) },
]

function showSend(ask: Ask, place: Place, problems: readonly SentProblem[]): Answer {
  const { review, record } = place
  return show(
    sendPage({
      illustrative: review.illustrative,
      breadcrumbs: crumbsOf(place),
      options: optionsOf(record).map(({ id, title }) => ({ value: id, text: title })),
      typed: {
        option: ask.form.line('option') || (ask.query.get('option') ?? ''),
        sheet: ask.form.line('sheet'),
        pasted: ask.form.text('pasted'),
      },
      errors: problems.map(sentProblemText),
      action: budgetPath(review.reference),
      csrf: ask.csrf,
    }),
    problems.length > 0 ? { status: 400 } : {},
  )
}

async function readSent(services: Services, ask: Ask): Promise<Answer> {
  const place = await openPlace(services, ask)
  const option = optionById(place.record, ask.form.line('option'))
  const read = await readSentBudget(ask)
  if (option === undefined || !read.ok) {
    const missing: readonly SentProblem[] = option === undefined ? [{ code: 'option-missing' }] : []
    return showSend(ask, place, [...missing, ...(read.ok ? [] : read.problems)])
  }
  const table = read.value
  return showMapping(
    ask,
    { ...place, option, table, mapping: guessMapping(table, readPeriod(place.record).years) },
    false,
  )
}

function showMapping(ask: Ask, { mapping, ...sent }: Mapped, checked: boolean): Answer {
  const errors = checked ? mappingProblems(mapping).map(mappingProblemText) : []
  return show(
    mappingPage({
      illustrative: sent.review.illustrative,
      breadcrumbs: crumbsOf(sent),
      ...describeMapping(sent.record, sent.option, sent.table, mapping),
      errors,
      action: checkBudgetPath(sent.review.reference),
      csrf: ask.csrf,
    }),
    errors.length > 0 ? { status: 400 } : {},
  )
}

/** What came along from the page before; undefined where it was not what that page had sent. */
async function openSent(services: Services, ask: Ask): Promise<{ readonly place: Place; readonly sent?: Mapped }> {
  const place = await openPlace(services, ask)
  const table = readTableText(ask.form.text('table'))
  const option = optionById(place.record, ask.form.line('option'))
  if (table === undefined || option === undefined) return { place }
  const mapping = readMapping(ask.form, table, readPeriod(place.record).years.length)
  return { place, sent: { ...place, option, table, mapping } }
}

async function check(services: Services, ask: Ask): Promise<Answer> {
  const { place, sent } = await openSent(services, ask)
  if (sent === undefined) return showSend(ask, place, [{ code: 'table-lost' }])
  if (ask.form.line('again') === 'columns') return showMapping(ask, sent, false)
  return mappingProblems(sent.mapping).length > 0
    ? showMapping(ask, sent, true)
    : show(previewOf(ask, sent, linesOf(sent), []))
}

const linesOf = ({ record, option, table, mapping }: Mapped): readonly BudgetLine[] =>
  readBudget(record, option, table, mapping)

async function takeOver(services: Services, ask: Ask): Promise<Answer> {
  const { place, sent } = await openSent(services, ask)
  if (sent === undefined || mappingProblems(sent.mapping).length > 0)
    return showSend(ask, place, [{ code: 'table-lost' }])
  const lines = linesOf(sent)
  const wanted = new Set(ask.form.all('take').map(Number))
  const taken = lines.filter(({ row, problems }) => wanted.has(row) && problems.length === 0)
  if (taken.length === 0) return show(previewOf(ask, sent, lines, ['Select at least one row']), { status: 400 })
  const { reference } = sent.review
  const saved = await saveLines(services, ask.actor, {
    reference,
    at: ask.receivedAt,
    lines: taken.map(({ row, content, there }) => ({
      key: String(row),
      entry: there?.id,
      seen: there?.version ?? 0,
      change: () => content,
    })),
  })
  return saved.kind === 'saved'
    ? seeOther(gridPath(reference, sent.option.id), { flash: `${rowsWords(taken.length)} imported from the budget.` })
    : show(previewOf(ask, sent, lines, refusalTexts(saved)), { status: saved.kind === 'full' ? 400 : 409 })
}

const rowsWords = (count: number): string => (count === 1 ? 'One row was' : `${count} rows were`)

function refusalTexts(saved: Exclude<LinesSaved, { readonly kind: 'saved' }>): readonly string[] {
  if (saved.kind === 'full') return [`A review can have no more than ${saved.most} lines. Select fewer rows`]
  return saved.problems.map((problem) =>
    problem.code === 'not-valid'
      ? `Row ${problem.key}: ${problem.problems.map(problemText).join('. ')}`
      : `Row ${problem.key}: somebody changed this line while you had the page open. Check what happens to it now`,
  )
}

function previewOf(ask: Ask, sent: Mapped, lines: readonly BudgetLine[], problems: readonly string[]) {
  const rows = lines.map((line) => previewRow(line, ask))
  return previewPage({
    illustrative: sent.review.illustrative,
    breadcrumbs: crumbsOf(sent),
    option: sent.option.title,
    good: rows.filter((row) => row.problems.length === 0),
    bad: rows.filter((row) => row.problems.length > 0),
    warnings: lines.flatMap(({ row, title, content, problems: wrong }) =>
      wrong.length > 0 ? [] : (bothSignsWarning(sent.record, `Row ${row}, “${title}”,`, content) ?? []),
    ),
    fields: [['table', tableText(sent.table)], ['option', sent.option.id], ...mappingFields(sent.mapping)],
    problems: problems.map((text) => ({ text, href: '#main-content' })),
    action: takeBudgetPath(sent.review.reference),
    columnsAction: checkBudgetPath(sent.review.reference),
    csrf: ask.csrf,
  })
}

const previewRow = ({ row, title, content, total, isTotal, problems, ...line }: BudgetLine, ask: Ask): PreviewRow => ({
  row,
  title: title === '' ? '(no name)' : title,
  what: whatIs(content),
  total: wholePounds(total),
  effect: effectText(line),
  taken: ask.form.has('take') ? ask.form.all('take').includes(String(row)) : !isTotal,
  problems: problems.map(rowProblemText),
})
