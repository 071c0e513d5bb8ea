import { type Json, sameJson } from '../../canonical/index.ts'
import { type Answers, answerWords, type Question } from '../../forms/index.ts'
import { entriesOf, itemNameOf, pagesOf, type SheetEntry } from '../../sheets/index.ts'
import { appraisalOf } from '../money/index.ts'
import type { ReviewRecord } from '../review-record.ts'
import { sheets } from '../sheets/index.ts'
import type { Sheet } from '../sheets/sheet.ts'

/** An answer that differs; no lines where there was none. */
export type AnswerChange = {
  readonly label: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

export type EntryChange = {
  readonly kind: 'added' | 'removed' | 'changed'
  /** What it is called; '' for a sheet of one page. */
  readonly title: string
  readonly answers: readonly AnswerChange[]
}

export type SheetChange = { readonly title: string; readonly entries: readonly EntryChange[] }

/** What an option came to and comes to; null where it had or has no money. Pounds. */
export type FiguresChange = {
  readonly title: string
  readonly npsv: readonly [number | null, number | null]
  readonly financial: readonly [number | null, number | null]
}

export type RecordChange = { readonly sheets: readonly SheetChange[]; readonly figures: readonly FiguresChange[] }

/** What differs between two states of a review: what was written, and what it comes to. */
export const compareRecords = (before: ReviewRecord, after: ReviewRecord): RecordChange => ({
  sheets: sheets.flatMap((sheet) => {
    const entries = entryChanges(sheet, before, after)
    return entries.length === 0 ? [] : [{ title: sheet.title, entries }]
  }),
  figures: figureChanges(before, after),
})

function entryChanges(sheet: Sheet, before: ReviewRecord, after: ReviewRecord): readonly EntryChange[] {
  const [old, now] = [entriesOf(before, sheet.id), entriesOf(after, sheet.id)]
  const changeOf = (id: string): readonly EntryChange[] => {
    const [was, is] = [old, now].map((entries) => entries.find((entry) => entry.id === id))
    const answers = answerChanges(sheet, id, { record: before, entry: was }, { record: after, entry: is })
    const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
    return kind === 'changed' && answers.length === 0
      ? []
      : [{ kind, title: titleOf(sheet, is === undefined ? before : after, id), answers }]
  }
  return [...new Set([...now, ...old].map(({ id }) => id))].flatMap(changeOf)
}

const titleOf = (sheet: Sheet, record: ReviewRecord, id: string): string =>
  itemNameOf(sheet) === undefined ? '' : (pagesOf(sheet, record).find((page) => page.id === id)?.title ?? '')

type Side = { readonly record: ReviewRecord; readonly entry: SheetEntry | undefined }

function answerChanges(sheet: Sheet, entry: string, before: Side, after: Side): readonly AnswerChange[] {
  const [old, now] = [sheet.questions(before.record, entry), sheet.questions(after.record, entry)]
  const byId = new Map([...old, ...now].map((question) => [question.id, question]))
  return [...byId.values()].flatMap(({ id, label }) => {
    const [was, is] = [contentOf(before)[id], contentOf(after)[id]]
    if (sameJson(was, is)) return []
    return [{ label, before: wordsOf(old, id, was), after: wordsOf(now, id, is) }]
  })
}

const contentOf = ({ entry }: Side): Answers => entry?.content ?? {}

function wordsOf(questions: readonly Question[], id: string, answer: Json | undefined): readonly string[] {
  const question = questions.find((each) => each.id === id)
  return question === undefined ? [] : answerWords(question, answer)
}

function figureChanges(before: ReviewRecord, after: ReviewRecord): readonly FiguresChange[] {
  const [old, now] = [before, after].map((record) => appraisalOf(record)?.options ?? [])
  const titles = new Map([...(old ?? []), ...(now ?? [])].map(({ option }) => [option.id, option.title]))
  return [...titles].flatMap(([id, title]) => {
    const [was, is] = [old, now].map((options) => options?.find(({ option }) => option.id === id))
    const change: FiguresChange = {
      title,
      npsv: [was?.economic.npsv ?? null, is?.economic.npsv ?? null],
      financial: [was?.financial ?? null, is?.financial ?? null],
    }
    return [change.npsv, change.financial].every(([one, other]) => one === other) ? [] : [change]
  })
}
