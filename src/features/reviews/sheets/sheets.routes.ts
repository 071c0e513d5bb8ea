import { notFound } from '../../../core/errors.ts'
import { entriesOf, mayIn, onlyEntry, type Sheet, sheetById } from '../../../core/reviews/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { problemLinks } from '../../forms/index.ts'
import { openReview } from '../open-review.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import { removalProblemText } from '../reviews.messages.ts'
import { addEntryPath, removeEntryPath, reviewPath, sheetPath } from '../reviews.paths.ts'
import { describeEntry, titleOf } from './describe-entry.ts'
import { describePage, type PageState } from './describe-page.ts'
import { entriesPage } from './pages/entries.ts'
import { removeEntryPage } from './pages/remove-entry.ts'
import { sheetPage } from './pages/sheet.ts'
import { readRecord } from './read-record.ts'
import { removeEntry } from './remove-entry.ts'
import { type EntrySaved, saveEntry } from './save-entry.ts'

const one = '/reviews/:reference/sheets/:sheet'

/** Sheets of a review: pages of questions, and lists whose entries are such pages. */
export const sheetRoutes = (services: Services): Route[] => [
  get(one, 'review:work', async (ask) =>
    sheetOf(ask).list === undefined ? await showPage(services, ask, onlyEntry) : await showEntries(services, ask),
  ),
  post(one, 'review:work', 'review.written', async (ask) => {
    if (sheetOf(ask).list !== undefined) throw notFound('sheet')
    return await save(services, ask, onlyEntry)
  }),
  get(`${one}/add`, 'review:work', async (ask) => await showPage(services, ask, undefined)),
  post(`${one}/add`, 'review:work', 'review.written', async (ask) => {
    if (sheetOf(ask).list === undefined) throw notFound('sheet')
    return await save(services, ask, undefined)
  }),
  get(`${one}/:entry`, 'review:work', async (ask) => await showPage(services, ask, entryOf(ask))),
  post(`${one}/:entry`, 'review:work', 'review.written', async (ask) => await save(services, ask, entryOf(ask))),
  get(`${one}/:entry/remove`, 'review:work', async (ask) => await showRemove(services, ask, [])),
  post(`${one}/:entry/remove`, 'review:work', 'review.entry-removed', async (ask) => {
    const asked = { ...of(ask), entry: entryOf(ask), at: ask.receivedAt }
    const result = await removeEntry(services, ask.actor, asked)
    return result.ok
      ? seeOther(sheetPath(asked.reference, asked.sheet.id), { flash: 'It is taken out of the list.' })
      : await showRemove(services, ask, result.problems.map(removalProblemText))
  }),
]

function sheetOf(ask: Ask): Sheet {
  const sheet = sheetById(param(ask, 'sheet'))
  if (sheet === undefined) throw notFound('sheet')
  return sheet
}

const of = (ask: Ask) => ({ reference: param(ask, 'reference'), sheet: sheetOf(ask) })

/** An entry of a list: a sheet of one page has no others. */
function entryOf(ask: Ask): string {
  if (sheetOf(ask).list === undefined) throw notFound('entry')
  return param(ask, 'entry')
}

/** @param entry undefined for one that is added */
async function showPage({ db }: Services, ask: Ask, entry: string | undefined): Promise<Answer> {
  const { reference, sheet } = of(ask)
  if (entry === undefined && sheet.list === undefined) throw notFound('sheet')
  const { review } = await openReview(db, ask.actor, reference, entry === undefined ? 'write' : 'read')
  const record = await readRecord(db, review)
  const there = entriesOf(record, sheet.id).find(({ id }) => id === entry)
  if (sheet.list !== undefined && entry !== undefined && there === undefined) throw notFound('entry')
  const oneMore = ask.query.get('add') ?? undefined
  return show(
    sheetPage(
      describePage(
        ask,
        { review, record, sheet, entry },
        {
          answers: there?.content ?? {},
          seen: there?.version ?? 0,
          ...(oneMore !== undefined && { oneMore }),
        },
      ),
    ),
  )
}

async function save(services: Services, ask: Ask, entry: string | undefined): Promise<Answer> {
  const { reference, sheet } = of(ask)
  const seen = Number(ask.form.line('seen')) || 0
  const saved = await saveEntry(services, ask.actor, {
    reference,
    sheet,
    entry,
    seen,
    fields: ask.form,
    at: ask.receivedAt,
  })
  if (saved.kind === 'saved') {
    const back = sheet.list === undefined ? reviewPath(reference) : sheetPath(reference, sheet.id)
    return seeOther(back, { flash: 'Saved.' })
  }
  const { review } = await openReview(services.db, ask.actor, reference, 'write')
  const record = await readRecord(services.db, review)
  const place = { review, record, sheet, entry }
  return show(sheetPage(describePage(ask, place, stateAfter(saved, seen))), {
    status: saved.kind === 'clash' ? 409 : 400,
  })
}

/** What is shown of what was not saved, with all that was typed. */
function stateAfter(saved: Exclude<EntrySaved, { readonly kind: 'saved' }>, seen: number): PageState {
  const { answers } = saved
  if (saved.kind === 'clash') return { answers, seen: saved.last.version, clash: saved }
  return saved.kind === 'full'
    ? {
        answers,
        seen,
        problems: [{ text: `There can be no more than ${saved.most}. Remove one first`, href: '#main-content' }],
      }
    : { answers, seen, typed: true, found: saved.problems, problems: problemLinks(saved.problems) }
}

async function showEntries({ db }: Services, ask: Ask): Promise<Answer> {
  const { reference, sheet } = of(ask)
  const { review } = await openReview(db, ask.actor, reference, 'read')
  const record = await readRecord(db, review)
  const writes = mayIn(review.roles, 'write')
  return show(
    entriesPage({
      illustrative: review.illustrative,
      breadcrumbs: reviewCrumbs(review),
      title: sheet.title,
      what: sheet.what,
      itemName: sheet.list?.itemName ?? '',
      ...describeEntry(reference, sheet, record),
      addHref: writes ? addEntryPath(reference, sheet.id) : undefined,
    }),
  )
}

async function showRemove({ db }: Services, ask: Ask, problems: readonly string[]): Promise<Answer> {
  const { reference, sheet } = of(ask)
  const { review } = await openReview(db, ask.actor, reference, 'write')
  const record = await readRecord(db, review)
  const entry = entriesOf(record, sheet.id).find(({ id }) => id === entryOf(ask))
  if (entry === undefined) throw notFound('entry')
  return show(
    removeEntryPage({
      illustrative: review.illustrative,
      breadcrumbs: [...reviewCrumbs(review), { text: sheet.title, href: sheetPath(reference, sheet.id) }],
      itemName: sheet.list?.itemName ?? '',
      title: titleOf(sheet, entry),
      problems: problems.map((text) => ({ text, href: '#remove' })),
      action: removeEntryPath(reference, sheet.id, entry.id),
      backHref: sheetPath(reference, sheet.id),
      csrf: ask.csrf,
    }),
    problems.length > 0 ? { status: 400 } : {},
  )
}
