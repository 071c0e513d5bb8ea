import { notFound } from '../../../core/errors.ts'
import {
  entriesOfOption,
  linesSheet,
  mayIn,
  optionsOf,
  type ReviewOption,
  type ReviewRecord,
  startingLines,
} from '../../../core/reviews/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { openReview } from '../open-review.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import { addEntryPath } from '../reviews.paths.ts'
import type { Review } from '../reviews.store.ts'
import { readRecord } from '../sheets/read-record.ts'
import { describeGrid, type GridState } from './describe-grid.ts'
import { linesToSave } from './lines-to-save.ts'
import { amountsPath, budgetPath, gridPath } from './money.paths.ts'
import { amountsPage } from './pages/amounts.ts'
import { gridPage } from './pages/grid.ts'
import { type LineProblem, saveLines } from './save-lines.ts'

const one = '/reviews/:reference/amounts'

/** The money of each option, all of it on one page. */
export const amountsRoutes = (services: Services): Route[] => [
  get(one, 'review:work', async (ask) => await showAmounts(services, ask)),
  get(`${one}/:option`, 'review:work', async (ask) => await showGrid(services, ask)),
  post(`${one}/:option`, 'review:work', 'review.written', async (ask) => await saveGrid(services, ask)),
]

async function showAmounts({ db }: Services, ask: Ask): Promise<Answer> {
  const { review } = await openReview(db, ask.actor, param(ask, 'reference'), 'read')
  const record = await readRecord(db, review)
  return show(
    amountsPage({
      illustrative: review.illustrative,
      breadcrumbs: reviewCrumbs(review),
      rows: optionsOf(record).map(({ id, title, model }) => ({
        href: gridPath(review.reference, id),
        title,
        model: model.name,
        lines: entriesOfOption(record, id).length,
      })),
    }),
  )
}

type Opened = { readonly review: Review; readonly record: ReviewRecord; readonly option: ReviewOption }

async function openOption({ db }: Services, ask: Ask, need: 'read' | 'write'): Promise<Opened> {
  const { review } = await openReview(db, ask.actor, param(ask, 'reference'), need)
  const record = await readRecord(db, review)
  const option = optionsOf(record).find(({ id }) => id === param(ask, 'option'))
  if (option === undefined) throw notFound('option')
  return { review, record, option }
}

async function showGrid(services: Services, ask: Ask): Promise<Answer> {
  const opened = await openOption(services, ask, 'read')
  const from = ask.query.get('from') ?? ''
  const offered = startingLines(opened.record, opened.option.id, from).filter(({ there }) => !there)
  return show(gridOf(ask, opened, from, { offered }))
}

async function saveGrid(services: Services, ask: Ask): Promise<Answer> {
  const opened = await openOption(services, ask, 'write')
  const { review, record, option } = opened
  const from = ask.form.line('from')
  const offered = startingLines(record, option.id, from)
  const lines = linesToSave(record, ask.form, offered)
  const typedOf = (problems: readonly LineProblem[]): GridRest => ({
    offered: offered.filter((line) => !line.there || problems.some(({ key }) => key === line.key)),
    typed: ask.form,
    problems,
  })
  const saved = await saveLines(services, ask.actor, { reference: review.reference, lines, at: ask.receivedAt })
  if (saved.kind === 'saved')
    return seeOther(gridPath(review.reference, option.id), {
      flash: saved.changed === 0 ? 'Nothing had changed.' : `Saved. ${linesWords(saved.changed)} changed.`,
    })
  if (saved.kind === 'full')
    return show(gridOf(ask, opened, from, typedOf([]), [fullText(saved.most)]), { status: 400 })
  const clash = saved.problems.some(({ code }) => code === 'changed' || code === 'removed')
  return show(gridOf(ask, opened, from, typedOf(saved.problems)), { status: clash ? 409 : 400 })
}

type GridRest = Pick<GridState, 'offered' | 'typed' | 'problems'>

const linesWords = (count: number): string => (count === 1 ? 'One line' : `${count} lines`)

const fullText = (most: number): string => `A review can have no more than ${most} lines. Remove some first`

function gridOf(ask: Ask, opened: Opened, from: string, rest: GridRest, more: readonly string[] = []) {
  const { review, record, option } = opened
  const { reference } = review
  const { problems, ...described } = describeGrid({ reference, record, option, ...rest })
  const others = optionsOf(record).filter(({ id }) => id !== option.id && entriesOfOption(record, id).length > 0)
  return gridPage({
    illustrative: review.illustrative,
    breadcrumbs: [...reviewCrumbs(review), { text: 'Amounts of each option', href: amountsPath(reference) }],
    title: option.title,
    ...described,
    problems: [...more.map((text) => ({ text, href: '#main-content' })), ...problems],
    sources: [
      {
        text: 'Begin with the lines that are usual for this way of delivery',
        href: gridPath(reference, option.id, 'usual'),
      },
      ...others.map(({ id, title }) => ({
        text: `Copy the lines of “${title}”`,
        href: gridPath(reference, option.id, id),
      })),
    ],
    from,
    importHref: budgetPath(reference, option.id),
    addHref: addEntryPath(reference, linesSheet.id),
    readOnly: !mayIn(review.roles, 'write'),
    action: gridPath(reference, option.id),
    csrf: ask.csrf,
  })
}
