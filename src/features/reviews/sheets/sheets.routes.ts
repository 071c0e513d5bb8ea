import { notFound } from '../../../core/errors.ts'
import {
  itemNameOf,
  mayIn,
  onlyEntry,
  pagesOf,
  type ReviewRecord,
  type Sheet,
  type SheetPage,
  sheetById,
  writingNeed,
} from '../../../core/reviews/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { problemLinks } from '../../forms/index.ts'
import { openReview } from '../open-review.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import { removalProblemText } from '../reviews.messages.ts'
import { addEntryPath, moveEntriesPath, removeEntryPath, reviewPath, sheetHome, sheetPath } from '../reviews.paths.ts'
import { describeEntries } from './describe-entries.ts'
import { describePage, type PageState } from './describe-page.ts'
import { moveEntry, readMove } from './move-entry.ts'
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
    itemNameOf(sheetOf(ask)) === undefined
      ? await showPage(services, ask, onlyEntry)
      : await showEntries(services, ask),
  ),
  post(one, 'review:work', 'review.written', async (ask) => {
    if (itemNameOf(sheetOf(ask)) !== undefined) throw notFound('sheet')
    return await save(services, ask, onlyEntry)
  }),
  get(`${one}/add`, 'review:work', async (ask) => await showPage(services, ask, undefined)),
  post(`${one}/add`, 'review:work', 'review.written', async (ask) => {
    if (sheetOf(ask).list === undefined) throw notFound('sheet')
    return await save(services, ask, undefined)
  }),
  post(`${one}/move`, 'review:work', 'review.entry-moved', async (ask) => await move(services, ask)),
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

/** A page of a sheet of several: a sheet of one page has no others. */
function entryOf(ask: Ask): string {
  if (itemNameOf(sheetOf(ask)) === undefined) throw notFound('entry')
  return param(ask, 'entry')
}

function pageIn(sheet: Sheet, record: ReviewRecord, entry: string): SheetPage {
  const page = pagesOf(sheet, record).find(({ id }) => id === entry)
  if (page === undefined) throw notFound('entry')
  return page
}

/** @param entry undefined for one that is added */
async function showPage({ db }: Services, ask: Ask, entry: string | undefined): Promise<Answer> {
  const { reference, sheet } = of(ask)
  if (entry === undefined && sheet.list === undefined) throw notFound('sheet')
  const { review } = await openReview(db, ask.actor, reference, entry === undefined ? writingNeed(sheet) : 'read')
  const record = await readRecord(db, review)
  const there = entry === undefined ? undefined : pageIn(sheet, record, entry).entry
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

async function move(services: Services, ask: Ask): Promise<Answer> {
  const { reference, sheet } = of(ask)
  const asked = readMove(ask.form.line('move'))
  if (asked === undefined) throw notFound('entry')
  const moved = await moveEntry(services, ask.actor, { reference, sheet, move: asked, at: ask.receivedAt })
  return seeOther(sheetPath(reference, sheet.id), {
    flash: moved ? 'Moved.' : 'The list was changed meanwhile, and nothing was moved. Look where it stands now.',
  })
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
    const back = itemNameOf(sheet) === undefined ? reviewPath(reference) : sheetHome(reference, sheet)
    return seeOther(back, { flash: 'Saved.' })
  }
  const { review } = await openReview(services.db, ask.actor, reference, writingNeed(sheet))
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
  const changes = sheet.list !== undefined && mayIn(review.roles, writingNeed(sheet))
  return show(
    entriesPage({
      illustrative: review.illustrative,
      breadcrumbs: reviewCrumbs(review),
      title: sheet.title,
      what: sheet.what,
      itemName: itemNameOf(sheet) ?? '',
      ...describeEntries(reference, sheet, record),
      waitsFor: sheet.waitsFor?.(record),
      change: changes
        ? {
            addHref: addEntryPath(reference, sheet.id),
            moveAction: moveEntriesPath(reference, sheet.id),
            csrf: ask.csrf,
          }
        : undefined,
    }),
  )
}

async function showRemove({ db }: Services, ask: Ask, problems: readonly string[]): Promise<Answer> {
  const { reference, sheet } = of(ask)
  const { review } = await openReview(db, ask.actor, reference, writingNeed(sheet))
  const record = await readRecord(db, review)
  if (sheet.list === undefined) throw notFound('entry')
  const entry = pageIn(sheet, record, entryOf(ask))
  return show(
    removeEntryPage({
      illustrative: review.illustrative,
      breadcrumbs: [...reviewCrumbs(review), { text: sheet.title, href: sheetPath(reference, sheet.id) }],
      itemName: sheet.list.itemName,
      title: entry.title,
      problems: problems.map((text) => ({ text, href: '#remove' })),
      action: removeEntryPath(reference, sheet.id, entry.id),
      backHref: sheetPath(reference, sheet.id),
      csrf: ask.csrf,
    }),
    problems.length > 0 ? { status: 400 } : {},
  )
}
