import { type Answers, answerOf, answerWords, type Problem, whatIsVisible } from '../../../core/forms/index.ts'
import {
  formOf,
  itemNameOf,
  mayIn,
  pagesOf,
  type ReviewRecord,
  type Sheet,
  writingNeed,
} from '../../../core/reviews/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import type { Ask } from '../../../platform/http/route.ts'
import { questionFields } from '../../forms/index.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import { addEntryPath, entryHistoryPath, entryPath, removeEntryPath, sheetHome, sheetPath } from '../reviews.paths.ts'
import type { Review } from '../reviews.store.ts'
import type { SheetModel } from './pages/sheet.ts'
import type { EntrySaved } from './save-entry.ts'

/** Which page it is. `entry`: undefined for one that is added. */
export type PagePlace = {
  readonly review: Review
  readonly record: ReviewRecord
  readonly sheet: Sheet
  readonly entry: string | undefined
}

/** What stands on it. */
export type PageState = {
  readonly answers: Answers
  readonly seen: number
  readonly typed?: boolean
  readonly found?: readonly Problem[]
  readonly problems?: readonly { readonly text: string; readonly href: string }[]
  readonly clash?: Extract<EntrySaved, { readonly kind: 'clash' }>
  /** The list question that shows one blank item more. */
  readonly oneMore?: string
}

/** A page of a sheet as it is shown: to be written, or only read. */
export function describePage(ask: Pick<Ask, 'csrf'>, place: PagePlace, state: PageState): SheetModel {
  const { review, record, sheet, entry } = place
  const { reference } = review
  const form = formOf(sheet, record, entry)
  const itemName = itemNameOf(sheet)
  const questions = whatIsVisible(form, state.answers).pages[0]?.questions ?? []
  const readOnly = !mayIn(review.roles, writingNeed(sheet))
  const isNew = entry === undefined
  const inList = itemName !== undefined
  const crumbs = reviewCrumbs(review)
  return {
    illustrative: review.illustrative,
    breadcrumbs: inList ? [...crumbs, { text: sheet.title, href: sheetHome(reference, sheet) }] : crumbs,
    title: titleOf(place),
    what: inList ? undefined : sheet.what,
    guidance: sheet.guidance,
    fields: questionFields({
      form,
      questions,
      answers: state.answers,
      problems: state.found ?? [],
      oneMore: state.oneMore,
    }),
    problems: state.problems ?? [],
    clash: state.clash === undefined ? undefined : clashOf(place, state.clash),
    seen: state.seen,
    readOnly,
    action: actionOf(place),
    removeHref:
      sheet.list !== undefined && !isNew && !readOnly ? removeEntryPath(reference, sheet.id, entry) : undefined,
    historyHref: state.seen === 0 || isNew ? undefined : entryHistoryPath(reference, sheet.id, entry),
    csrf: ask.csrf,
  }
}

function titleOf({ record, sheet, entry }: PagePlace): string {
  if (sheet.each !== undefined) return pagesOf(sheet, record).find(({ id }) => id === entry)?.title ?? sheet.title
  return sheet.list === undefined ? sheet.title : `${entry === undefined ? 'Add' : 'Change'} ${sheet.list.itemName}`
}

function actionOf({ review: { reference }, sheet, entry }: PagePlace): string {
  if (itemNameOf(sheet) === undefined) return sheetPath(reference, sheet.id)
  return entry === undefined ? addEntryPath(reference, sheet.id) : entryPath(reference, sheet.id, entry)
}

/** What somebody else answered meanwhile, question by question. */
function clashOf(
  { record, sheet, entry }: PagePlace,
  { clashes, last }: Extract<EntrySaved, { readonly kind: 'clash' }>,
): NonNullable<SheetModel['clash']> {
  const theirs = Object.fromEntries(
    clashes.flatMap(({ question, theirs: answer }) => (answer === undefined ? [] : [[question, answer]])),
  )
  return {
    by: last.by,
    time: ukTime(last.at),
    answers: sheet
      .questions(record, entry)
      .filter(({ id }) => clashes.some(({ question }) => question === id))
      .map((question) => {
        const answer = answerOf(theirs, question.id)
        return { label: question.label, lines: answer === undefined ? ['No answer'] : answerWords(question, answer) }
      }),
  }
}
