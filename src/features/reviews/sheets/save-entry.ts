import { notFound } from '../../../core/errors.ts'
import {
  type Answers,
  type Form,
  type PostedFields,
  type Problem,
  validatePage,
  whatIsVisible,
  withPosted,
} from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import {
  type AnsweredTwice,
  entriesOf,
  formOf,
  itemNameOf,
  mergeAnswers,
  pagesOf,
  type ReviewRecord,
  type Sheet,
  writingNeed,
} from '../../../core/reviews/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { holdReview, type OpenedReview } from '../open-review.ts'
import { type EntryVersion, versionsOf } from './entries.store.ts'
import { readRecord } from './read-record.ts'
import { writeVersion } from './write-version.ts'

export type EntryToSave = {
  readonly reference: string
  readonly sheet: Sheet
  /** Undefined: a new one. */
  readonly entry: string | undefined
  /** The version from which the page was made; 0 for a new one. */
  readonly seen: number
  readonly fields: PostedFields
  readonly at: Date
}

/** What came of it. Whatever was typed is in `answers`, to be shown again where it was not saved. */
export type EntrySaved =
  | { readonly kind: 'saved'; readonly entry: string }
  | { readonly kind: 'refused'; readonly form: Form; readonly answers: Answers; readonly problems: readonly Problem[] }
  | { readonly kind: 'full'; readonly form: Form; readonly answers: Answers; readonly most: number }
  | {
      readonly kind: 'clash'
      readonly form: Form
      readonly answers: Answers
      readonly clashes: readonly AnsweredTwice[]
      /** What is there now, and by whom. */
      readonly last: EntryVersion
    }

/**
 * Saves a page of a sheet as another version. What somebody else changed meanwhile is kept beside what this person changed;
 * where both answered the same question nothing is saved, and both answers are handed back.
 *
 * @throws {NotFound} if the review is not this person's to write, or has no such entry
 */
export async function saveEntry(services: Services, actor: Actor, asked: EntryToSave): Promise<EntrySaved> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdReview(tx, actor, asked.reference, writingNeed(asked.sheet))
    const record = await readRecord(tx, opened.review)
    return await saveIn(tx, services, opened, record, asked)
  })
}

async function saveIn(
  tx: Tx,
  services: Services,
  opened: OpenedReview,
  record: ReviewRecord,
  { sheet, entry, seen, fields, at }: EntryToSave,
): Promise<EntrySaved> {
  const form = formOf(sheet, record, entry)
  const place = { reviewId: opened.review.id, sheet: sheet.id, entry: entry ?? services.newId() }
  const versions = entry === undefined ? [] : await versionsOf(tx, place)
  const [last] = versions
  const base = versions.find(({ version }) => version === seen)?.content ?? {}
  if (entry !== undefined && pagesOf(sheet, record).every(({ id }) => id !== entry)) throw notFound('entry')
  const mine = typedOver(form, base, fields)
  const problems = problemsOf(sheet, form, mine)
  if (problems.length > 0) return { kind: 'refused', form, answers: mine, problems }
  const most = sheet.list?.most ?? 1
  if (entry === undefined && entriesOf(record, sheet.id).length >= most)
    return { kind: 'full', form, answers: mine, most }
  const { answers, clashes } = mergeAnswers(base, last?.content ?? {}, mine)
  if (last !== undefined && clashes.length > 0) return { kind: 'clash', form, answers, clashes, last }
  const version = (last?.version ?? 0) + 1
  await writeVersion(tx, opened, { ...place, version, content: answers }, at)
  return { kind: 'saved', entry: place.entry }
}

const typedOver = (form: Form, base: Answers, fields: PostedFields): Answers =>
  withPosted(base, fields, form.pages[0]?.questions ?? [])

/** An entry of a list is whole; a sheet of one page may be left for later, as long as what is written can be understood. */
function problemsOf(sheet: Sheet, form: Form, answers: Answers): readonly Problem[] {
  const mode = itemNameOf(sheet) === undefined ? 'draft' : 'submit'
  return whatIsVisible(form, answers).pages.length === 0 ? [] : validatePage(form, answers, form.id, mode)
}
