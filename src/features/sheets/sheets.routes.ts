import { notFound } from '../../core/errors.ts'
import { answeredFiles, type PostedFields, withPosted } from '../../core/forms/index.ts'
import type { SheetHere, SheetPage } from '../../core/sheets/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { type Answer, seeOther, show } from '../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { actionField, fieldsWithoutItem, problemLinks, withoutFile } from '../forms/index.ts'
import { describeEntries } from './describe-entries.ts'
import { describePage, type PageState } from './describe-page.ts'
import { sheetFileRoutes } from './files.routes.ts'
import { entryHistoryRoutes } from './history.routes.ts'
import { keepSheetFiles, type SentSheet, sentLimits } from './keep-sheet-files.ts'
import { moveEntry, readMove } from './move-entry.ts'
import { viewsOfSheet, withOwnFiles } from './own-files.ts'
import { entryOf, type PagePlace } from './page-place.ts'
import { entriesPage } from './pages/entries.ts'
import { removeEntryPage } from './pages/remove-entry.ts'
import { askedField, sheetPage } from './pages/sheet.ts'
import { removeEntry } from './remove-entry.ts'
import { type EntrySaved, saveEntry } from './save-entry.ts'
import { addEntryPath, entryPath, moveEntriesPath, removeEntryPath, sheetHome, sheetPath } from './sheets.paths.ts'
import type { OpenSheet, SheetAsked, SheetsOwner } from './sheets-owner.ts'

/** Sheets of an owner: pages of questions, and lists whose entries are such pages. */
export function sheetRoutes(services: Services, owner: SheetsOwner): Route[] {
  const { permission, events } = owner
  const one = `${owner.pattern}/sheets/:sheet`
  const written = `${events.written} or file.uploaded`
  const takes = { files: sentLimits }
  const entry = (ask: Ask): PagePlace => ({ entry: param(ask, 'entry') })
  return [
    get(one, permission, async (ask) => await showSheet(services, owner, ask)),
    post(one, permission, written, async (ask) => await save(services, owner, ask, 'only'), takes),
    get(`${one}/add`, permission, async (ask) => await showPage(services, owner, ask, 'new')),
    post(`${one}/add`, permission, written, async (ask) => await save(services, owner, ask, 'new'), takes),
    post(`${one}/move`, permission, events.moved, async (ask) => await move(services, owner, ask)),
    get(`${one}/:entry`, permission, async (ask) => await showPage(services, owner, ask, entry(ask))),
    post(`${one}/:entry`, permission, written, async (ask) => await save(services, owner, ask, entry(ask)), takes),
    get(`${one}/:entry/remove`, permission, async (ask) => await showRemove(services, owner, ask)),
    post(`${one}/:entry/remove`, permission, events.removed, async (ask) => await remove(services, owner, ask)),
    ...entryHistoryRoutes(services, owner),
    ...sheetFileRoutes(services, owner),
  ]
}

const asked = (ask: Ask): Omit<SheetAsked, 'need'> => ({
  actor: ask.actor,
  reference: param(ask, 'reference'),
  sheet: param(ask, 'sheet'),
})

const changing = (ask: Ask) => ({ ...asked(ask), at: ask.receivedAt })

function pageIn({ pages }: SheetHere, entry: string | undefined): SheetPage {
  const page = pages.find(({ id }) => id === entry)
  if (page === undefined) throw notFound('entry')
  return page
}

async function showSheet({ db }: Services, owner: SheetsOwner, ask: Ask): Promise<Answer> {
  const open = await owner.open(db, { ...asked(ask), need: 'read' })
  return open.sheet.itemName === undefined
    ? await showOpen(db, ask, open, 'only')
    : showEntries(ask, open, open.sheet.itemName)
}

async function showPage({ db }: Services, owner: SheetsOwner, ask: Ask, place: PagePlace): Promise<Answer> {
  return await showOpen(
    db,
    ask,
    await owner.open(db, { ...asked(ask), need: place === 'new' ? 'write' : 'read' }),
    place,
  )
}

async function showOpen(db: Database, ask: Ask, open: OpenSheet, place: PagePlace): Promise<Answer> {
  const entry = entryOf(open.sheet, place)
  const there = entry === undefined ? undefined : pageIn(open.sheet, entry).entry
  const oneMore = ask.query.get('add') ?? undefined
  const state = { answers: there?.content ?? {}, seen: there?.version ?? 0, ...(oneMore !== undefined && { oneMore }) }
  return await showState(db, ask, { open, place, state, status: 200 })
}

type Shown = {
  readonly open: OpenSheet
  readonly place: PagePlace
  readonly state: Omit<PageState, 'files'>
  readonly status: number
}

async function showState(db: Database, ask: Ask, { open, place, state, status }: Shown): Promise<Answer> {
  const entry = entryOf(open.sheet, place)
  const sent = answeredFiles(open.sheet.questions(entry), state.answers).map(({ file }) => file)
  const files = await viewsOfSheet(db, open, sent)
  return show(sheetPage(describePage(ask, open, entry, { ...state, files })), { status })
}

async function move(services: Services, owner: SheetsOwner, ask: Ask): Promise<Answer> {
  const wanted = readMove(ask.form.line('move'))
  if (wanted === undefined) throw notFound('entry')
  const { reference, sheet } = asked(ask)
  const moved = await moveEntry(services, owner, { ...changing(ask), move: wanted })
  return seeOther(sheetPath(owner.home(reference), sheet), {
    flash: moved ? 'Moved.' : 'Somebody else changed the list, so nothing was moved. Check the order now.',
  })
}

async function save(services: Services, owner: SheetsOwner, ask: Ask, place: PagePlace): Promise<Answer> {
  const seen = Number(ask.form.line('seen')) || 0
  const [verb = '', question = ''] = ask.form.line(actionField).split(':')
  const fields = withoutRemoved(ask)
  const sent = await keepSheetFiles(services, owner, { ...changing(ask), place, fields, files: ask.files })
  const onlyFiles = verb === 'remove-file' || (verb === 'upload' && ask.files.length > 0)
  if (onlyFiles || sent.problems.length > 0) return await showSent(services, ask, { sent, place, seen })
  const questions = ask.form.line(askedField).split(' ').filter(Boolean)
  const saved = await saveEntry(services, owner, {
    ...changing(ask),
    place,
    seen,
    asked: questions,
    fields: sent.fields,
  })
  const { open } = saved
  const change = verb === 'add' || verb === 'remove' ? ({ verb, question } as const) : undefined
  if (change !== undefined && (saved.kind === 'saved' || saved.kind === 'refused'))
    return await showChanged(services, ask, { saved, place, seen, ...change })
  if (saved.kind === 'saved')
    return seeOther(open.sheet.itemName === undefined ? open.home : sheetHome(open.home, open.sheet), {
      flash: savedText(open, saved.left),
    })
  const state = stateAfter(saved, seen)
  return await showState(services.db, ask, { open, place, state, status: saved.kind === 'clash' ? 409 : 400 })
}

/** What was sent, without the file or the item whose button to remove it was pressed. */
function withoutRemoved({ form }: Ask): PostedFields {
  const [verb, question = '', which = ''] = form.line(actionField).split(':')
  if (verb === 'remove-file') return withoutFile(form, question, which)
  return verb === 'remove' ? fieldsWithoutItem(form, question, Number(which)) : form
}

type Changed = {
  readonly saved: Extract<EntrySaved, { readonly kind: 'saved' | 'refused' }>
  readonly place: PagePlace
  readonly seen: number
  readonly verb: 'add' | 'remove'
  readonly question: string
}

/** The page again with an item of a list more or less. An entry that is not whole yet is shown as it was typed: nobody is told off before saving it. */
async function showChanged(
  services: Services,
  ask: Ask,
  { saved, place, seen, verb, question }: Changed,
): Promise<Answer> {
  const { open } = saved
  const oneMore = verb === 'add' ? question : undefined
  if (saved.kind === 'saved') {
    const { sheet, home } = open
    const page = place === 'only' ? sheetPath(home, sheet.id) : entryPath(home, sheet.id, saved.entry)
    return seeOther(`${page}${oneMore === undefined ? '' : `?add=${encodeURIComponent(oneMore)}`}#${question}`)
  }
  const whole = stateAfter(saved, seen)
  const state = open.sheet.itemName === undefined ? whole : { answers: saved.answers, seen }
  const status = state.found === undefined ? 200 : 400
  return await showState(services.db, ask, {
    open,
    place,
    state: { ...state, ...(oneMore !== undefined && { oneMore }) },
    status,
  })
}

/** What a page still asks is said when it is left, not only found out on the way to the report. */
const savedText = ({ sheet }: OpenSheet, left: number): string =>
  left === 0 ? 'Saved.' : `Saved. ${left} still to answer in “${sheet.title}”.`

type Sent = { readonly sent: SentSheet; readonly place: PagePlace; readonly seen: number }

/** The page as it was typed, with its files: nothing of it is saved yet. */
async function showSent({ db }: Services, ask: Ask, { sent, place, seen }: Sent): Promise<Answer> {
  const { open, questions, fields, problems: found } = sent
  const answers = await withOwnFiles(db, open, questions, withPosted({}, fields, questions))
  const state = { answers, seen, found, problems: problemLinks(found) }
  return await showState(db, ask, { open, place, state, status: found.length === 0 ? 200 : 400 })
}

/** What is shown of what was not saved, with all that was typed. */
function stateAfter(saved: Exclude<EntrySaved, { readonly kind: 'saved' }>, seen: number): Omit<PageState, 'files'> {
  const { answers } = saved
  if (saved.kind === 'clash') return { answers, seen: saved.last.version, clash: saved }
  return saved.kind === 'full'
    ? {
        answers,
        seen,
        problems: [{ text: `There can be no more than ${saved.most}. Remove one first`, href: '#main-content' }],
      }
    : { answers, seen, found: saved.problems, problems: problemLinks(saved.problems), more: saved.more }
}

function showEntries(ask: Ask, open: OpenSheet, itemName: string): Answer {
  const { sheet, home, illustrative, breadcrumbs, mayWrite } = open
  return show(
    entriesPage({
      illustrative,
      breadcrumbs,
      title: sheet.title,
      what: sheet.what,
      itemName,
      ...describeEntries(open),
      waitsFor: sheet.waitsFor,
      readOnly: mayWrite ? undefined : open.whoWrites,
      change:
        sheet.list !== undefined && mayWrite
          ? { addHref: addEntryPath(home, sheet.id), moveAction: moveEntriesPath(home, sheet.id), csrf: ask.csrf }
          : undefined,
    }),
  )
}

async function remove(services: Services, owner: SheetsOwner, ask: Ask): Promise<Answer> {
  const why = await removeEntry(services, owner, { ...changing(ask), entry: param(ask, 'entry') })
  if (why !== undefined) return await showRemove(services, owner, ask, why)
  const { reference, sheet } = asked(ask)
  return seeOther(sheetPath(owner.home(reference), sheet), { flash: 'Removed from the list.' })
}

/** @param why it stays; undefined before anybody tried */
async function showRemove({ db }: Services, owner: SheetsOwner, ask: Ask, why?: string): Promise<Answer> {
  const { sheet, home, illustrative, breadcrumbs } = await owner.open(db, { ...asked(ask), need: 'write' })
  if (sheet.list === undefined) throw notFound('entry')
  const entry = pageIn(sheet, param(ask, 'entry'))
  return show(
    removeEntryPage({
      illustrative,
      breadcrumbs: [...breadcrumbs, { text: sheet.title, href: sheetPath(home, sheet.id) }],
      itemName: sheet.list.itemName,
      title: entry.title,
      problems: why === undefined ? [] : [{ text: why, href: '#remove' }],
      action: removeEntryPath(home, sheet.id, entry.id),
      backHref: sheetPath(home, sheet.id),
      csrf: ask.csrf,
    }),
    why === undefined ? {} : { status: 400 },
  )
}
