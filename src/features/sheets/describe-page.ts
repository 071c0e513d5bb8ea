import {
  type Answers,
  answerOf,
  answerWords,
  asksForFiles,
  inputWords,
  type Problem,
  type Question,
  whatIsVisible,
} from '../../core/forms/index.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import type { Ask } from '../../platform/http/route.ts'
import { type FileView, questionFields } from '../forms/index.ts'
import type { SheetModel } from './pages/sheet.ts'
import type { EntrySaved } from './save-entry.ts'
import {
  addEntryPath,
  entryHistoryPath,
  entryPath,
  pageUploadsPath,
  removeEntryPath,
  sheetHome,
  sheetPath,
} from './sheets.paths.ts'
import type { OpenSheet } from './sheets-owner.ts'

/** What stands on a page. */
export type PageState = {
  readonly answers: Answers
  readonly seen: number
  readonly found?: readonly Problem[]
  readonly problems?: readonly { readonly text: string; readonly href: string }[]
  /** Questions that are asked since, because of what was chosen. */
  readonly more?: readonly Question[]
  readonly clash?: Extract<EntrySaved, { readonly kind: 'clash' }>
  /** The list question that shows one blank item more. */
  readonly oneMore?: string
  /** What is known of the files in the answers, by id. */
  readonly files: ReadonlyMap<string, FileView>
}

/** A page of a sheet as it is shown: to be written, or only read. @param entry undefined for one that is added */
export function describePage(
  ask: Pick<Ask, 'csrf'>,
  open: OpenSheet,
  entry: string | undefined,
  state: PageState,
): SheetModel {
  const { sheet, home, breadcrumbs, mayWrite } = open
  const form = sheet.form(entry)
  const questions = whatIsVisible(form, state.answers).pages[0]?.questions ?? []
  const isNew = entry === undefined
  const inList = sheet.itemName !== undefined
  return {
    illustrative: open.illustrative,
    breadcrumbs: inList ? [...breadcrumbs, { text: sheet.title, href: sheetHome(home, sheet) }] : breadcrumbs,
    title: titleOf(open, entry),
    what: inList ? undefined : sheet.what,
    guidance: sheet.guidance,
    fields: questionFields({
      form,
      questions,
      answers: state.answers,
      problems: state.found ?? [],
      oneMore: state.oneMore,
      files: state.files,
      // What any version names is kept with the history of the page.
      uploads: mayWrite ? { address: pageUploadsPath(home, sheet.id, entry), forgets: false } : undefined,
    }),
    words: inputWords(questions),
    takesFiles: asksForFiles(form.pages[0]?.questions ?? []),
    asked: questions.map(({ id }) => id),
    problems: state.problems ?? [],
    more: (state.more ?? []).map(({ label }) => label),
    clash: state.clash === undefined ? undefined : clashOf(open, entry, state.clash),
    seen: state.seen,
    readOnly: mayWrite ? undefined : open.whoWrites,
    action: actionOf(open, entry),
    removeHref:
      sheet.list !== undefined && !isNew && mayWrite && open.whyItStays(entry) === undefined
        ? removeEntryPath(home, sheet.id, entry)
        : undefined,
    historyHref: state.seen === 0 || isNew ? undefined : entryHistoryPath(home, sheet.id, entry),
    csrf: ask.csrf,
  }
}

function titleOf({ sheet }: OpenSheet, entry: string | undefined): string {
  if (sheet.itemName === undefined) return sheet.title
  if (sheet.list === undefined) return sheet.pages.find(({ id }) => id === entry)?.title ?? sheet.title
  return `${entry === undefined ? 'Add' : 'Change'} ${sheet.itemName}`
}

function actionOf({ home, sheet }: OpenSheet, entry: string | undefined): string {
  if (sheet.itemName === undefined) return sheetPath(home, sheet.id)
  return entry === undefined ? addEntryPath(home, sheet.id) : entryPath(home, sheet.id, entry)
}

/** What somebody else answered meanwhile, question by question. */
function clashOf(
  { sheet }: OpenSheet,
  entry: string | undefined,
  { clashes, last }: Extract<EntrySaved, { readonly kind: 'clash' }>,
): NonNullable<SheetModel['clash']> {
  const theirs = Object.fromEntries(
    clashes.flatMap(({ question, theirs: answer }) => (answer === undefined ? [] : [[question, answer]])),
  )
  return {
    by: last.by,
    time: ukTime(last.at),
    answers: sheet
      .questions(entry)
      .filter(({ id }) => clashes.some(({ question }) => question === id))
      .map((question) => {
        const answer = answerOf(theirs, question.id)
        return { label: question.label, lines: answer === undefined ? ['No answer'] : answerWords(question, answer) }
      }),
  }
}
