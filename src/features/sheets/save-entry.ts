import { sameJson } from '../../core/canonical/index.ts'
import { notFound } from '../../core/errors.ts'
import {
  type Answers,
  answerOf,
  type Form,
  nameInSentence,
  type PostedFields,
  type Problem,
  type Question,
  validatePage,
  whatIsVisible,
  withPosted,
} from '../../core/forms/index.ts'
import { type AnsweredTwice, mergeAnswers, notForLater, type SheetHere, takenName } from '../../core/sheets/index.ts'
import { isoDay } from '../../core/time/day.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { fileProblems } from '../forms/index.ts'
import { type EntryVersion, versionsOf } from './entries.store.ts'
import { withOwnFiles } from './own-files.ts'
import { entryOf, type PagePlace } from './page-place.ts'
import type { OpenSheet, SheetChange, SheetsOwner } from './sheets-owner.ts'
import { writeVersion } from './write-version.ts'

export type EntryToSave = SheetChange & {
  readonly place: PagePlace
  /** The version from which the page was made; 0 for a new one. */
  readonly seen: number
  /** Ids of the questions that the page had; empty where it did not say. */
  readonly asked: readonly string[]
  readonly fields: PostedFields
}

/** What came of it. Whatever was typed is in `answers`, to be shown again where it was not saved. */
export type EntrySaved = { readonly open: OpenSheet } & (
  | {
      readonly kind: 'saved'
      readonly entry: string
      /** How much of the page is still to be answered, or to be answered otherwise. */
      readonly left: number
    }
  | {
      readonly kind: 'refused'
      readonly answers: Answers
      /** Of what was asked. */
      readonly problems: readonly Problem[]
      /** Questions that must be answered because of what was chosen, and that the page did not have. */
      readonly more: readonly Question[]
    }
  | { readonly kind: 'full'; readonly answers: Answers; readonly most: number }
  | {
      readonly kind: 'clash'
      readonly answers: Answers
      readonly clashes: readonly AnsweredTwice[]
      /** What is there now, and by whom. */
      readonly last: EntryVersion
    }
)

/**
 * Saves a page of a sheet as another version. What somebody else changed meanwhile is kept beside what this person changed;
 * where both answered the same question nothing is saved, and both answers are handed back.
 *
 * @throws {NotFound} if the sheet is not this person's to write, or has no such page
 */
export async function saveEntry(
  services: Services,
  owner: SheetsOwner,
  { place, seen, asked, fields, at, ...whose }: EntryToSave,
): Promise<EntrySaved> {
  return await services.db.transaction().execute(async (tx) => {
    const open = await owner.hold(tx, { ...whose, need: 'write' })
    return await saveIn(tx, services, open, { entry: entryOf(open.sheet, place), seen, asked, fields, at })
  })
}

async function saveIn(
  tx: Tx,
  services: Services,
  open: OpenSheet,
  {
    entry,
    seen,
    asked,
    fields,
    at,
  }: Pick<EntryToSave, 'seen' | 'asked' | 'fields' | 'at'> & { readonly entry: string | undefined },
): Promise<EntrySaved> {
  const { sheet } = open
  const form = sheet.form(entry, isoDay(at))
  const place = { sheet: sheet.id, entry: entry ?? services.newId() }
  const versions = entry === undefined ? [] : await versionsOf(tx, open.entries, place)
  const [last] = versions
  const base = versions.find(({ version }) => version === seen)?.content ?? {}
  if (entry !== undefined && sheet.pages.every(({ id }) => id !== entry)) throw notFound('entry')
  const questions = form.pages[0]?.questions ?? []
  const mine = await withOwnFiles(tx, open, questions, withPosted(base, fields, questions))
  const { answers, clashes } = mergeAnswers(base, last?.content ?? {}, mine)
  const problems = [
    ...problemsOf(sheet, form, mine).filter((problem) => !wasSoBefore(problem, mine, last?.content ?? {})),
    ...unfitIn(sheet, visibleOf(form, mine), mine),
    ...takenName(sheet, entry, answers, questions),
    ...(await fileProblems(tx, open.files, questions, mine)),
  ]
  if (problems.length > 0)
    return { open, kind: 'refused', answers: mine, ...splitByAsked(problems, visibleOf(form, mine), asked) }
  const most = sheet.list?.most ?? 1
  if (entry === undefined && sheet.entries.length >= most) return { open, kind: 'full', answers: mine, most }
  if (last !== undefined && clashes.length > 0) return { open, kind: 'clash', answers, clashes, last }
  await writeVersion(tx, open, { ...place, version: (last?.version ?? 0) + 1, content: answers, at })
  return { open, kind: 'saved', entry: place.entry, left: validatePage(form, answers, form.id, 'submit').length }
}

const visibleOf = (form: Form, answers: Answers): readonly Question[] =>
  whatIsVisible(form, answers).pages[0]?.questions ?? []

/** Nobody is told off for leaving out what the page did not ask yet. */
function splitByAsked(
  problems: readonly Problem[],
  visible: readonly Question[],
  asked: readonly string[],
): { readonly problems: readonly Problem[]; readonly more: readonly Question[] } {
  const unseen = asked.length === 0 ? [] : visible.filter(({ id }) => !asked.includes(id))
  const isNew = ({ question }: Problem): boolean => unseen.some(({ id }) => id === question)
  return {
    problems: problems.filter((problem) => !isNew(problem)),
    more: unseen.filter(({ id }) => problems.some(({ question }) => question === id)),
  }
}

/** What cannot stay as it is written in the questions that are shown. */
const unfitIn = (sheet: SheetHere, visible: readonly Question[], answers: Answers): readonly Problem[] =>
  sheet.unfit(answers).flatMap(({ question, field, text }) => {
    const of = visible.find(({ id }) => id === question)
    return of === undefined
      ? []
      : [{ code: 'check' as const, check: field, text, question, field, name: nameInSentence(of), type: of.type }]
  })

/** Whether a day is over that was still to come when it was written: it stays until somebody writes another. */
function wasSoBefore(problem: Problem, mine: Answers, before: Answers): boolean {
  if (problem.code !== 'check' || problem.check !== 'is-to-come') return false
  return sameJson(answerOf(mine, problem.question), answerOf(before, problem.question))
}

/** An entry of a list is whole; a sheet of one page may be left for later, as long as what is written can stay. */
function problemsOf({ itemName }: SheetHere, form: Form, answers: Answers): readonly Problem[] {
  if (visibleOf(form, answers).length === 0) return []
  return itemName === undefined ? notForLater(form, answers) : validatePage(form, answers, form.id, 'submit')
}
