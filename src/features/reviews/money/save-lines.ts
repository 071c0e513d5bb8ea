import { sameJson } from '../../../core/canonical/index.ts'
import { type Answers, type Form, type Problem, validatePage } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { linesSheet, type ReviewRecord } from '../../../core/reviews/index.ts'
import { entriesOf, formOf, mergeAnswers, takenName } from '../../../core/sheets/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { versionsOf, writeVersion } from '../../sheets/index.ts'
import { holdReview, type OpenedReview } from '../open-review.ts'
import { readRecord } from '../sheets/read-record.ts'
import { reviewEntries } from '../sheets/review-entries.ts'
import { reviewWriter } from '../sheets/review-sheets.ts'

/** A line as it is to be. */
export type LineToSave = {
  /** What whoever asks calls it, to find its problems. */
  readonly key: string
  /** Undefined: a new one. */
  readonly entry: string | undefined
  /** The version from which it was made; 0 for a new one. */
  readonly seen: number
  /** Its content, made of that version. */
  readonly change: (base: Answers) => Answers
}

/**
 * Why a line was not saved. `changed`: somebody else changed the same answer meanwhile. `removed`: or took it away. `there`:
 * the option has one of that title already.
 */
export type LineProblem = { readonly key: string } & (
  | { readonly code: 'not-valid'; readonly problems: readonly Problem[] }
  | { readonly code: 'changed'; readonly by: string; readonly at: Date }
  | { readonly code: 'removed' }
  | { readonly code: 'there' }
)

export type LinesSaved =
  | { readonly kind: 'saved'; readonly changed: number }
  | { readonly kind: 'full'; readonly most: number }
  | { readonly kind: 'refused'; readonly problems: readonly LineProblem[] }

type Judged = {
  readonly key: string
  readonly entry: string
  readonly version: number
  readonly content: Answers
  readonly same: boolean
}

/**
 * Saves several lines of money at once: all of them, or none. What somebody else changed meanwhile in another answer of a
 * line is kept. A line that is as it was stays the version that it is.
 *
 * @throws {NotFound} if the review is not this person's to write
 */
export async function saveLines(
  services: Services,
  actor: Actor,
  { reference, lines, at }: { readonly reference: string; readonly lines: readonly LineToSave[]; readonly at: Date },
): Promise<LinesSaved> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdReview(tx, actor, reference, 'write')
    const record = await readRecord(tx, opened.review)
    const most = linesSheet.list?.most ?? 0
    const added = lines.filter(({ entry }) => entry === undefined).length
    if (added > 0 && entriesOf(record, linesSheet.id).length + added > most) return { kind: 'full', most }
    const form = formOf(linesSheet, record)
    const judged: (Judged | LineProblem)[] = []
    for (const line of lines) judged.push(await judge(tx, services, opened, form, line))
    const problems = [...judged.filter((each) => 'code' in each), ...there(record, judged)]
    if (problems.length > 0) return { kind: 'refused', problems }
    const changes = judged.filter((each) => 'content' in each).filter(({ same }) => !same)
    for (const { entry, version, content } of changes)
      await writeVersion(tx, reviewWriter(opened), { sheet: linesSheet.id, entry, version, content, at })
    return { kind: 'saved', changed: changes.length }
  })
}

/** New lines that would be called as one that is there, or one of those before them. */
function there(record: ReviewRecord, judged: readonly (Judged | LineProblem)[]): readonly LineProblem[] {
  const entries: { readonly id: string; readonly content: Answers }[] = [...entriesOf(record, linesSheet.id)]
  return judged.flatMap((each): readonly LineProblem[] => {
    if ('code' in each) return []
    const taken = takenName({ list: linesSheet.list, entries }, each.entry, each.content, [])
    entries.push({ id: each.entry, content: each.content })
    return taken.map(() => ({ key: each.key, code: 'there' }))
  })
}

async function judge(
  tx: Tx,
  services: Services,
  { review }: OpenedReview,
  form: Form,
  { key, entry, seen, change }: LineToSave,
): Promise<Judged | LineProblem> {
  const versions =
    entry === undefined ? [] : await versionsOf(tx, reviewEntries(review.id), { sheet: linesSheet.id, entry })
  const [last] = versions
  const there = last?.content ?? undefined
  if (entry !== undefined && there === undefined) return { key, code: 'removed' }
  const base = versions.find(({ version }) => version === seen)?.content ?? {}
  const mine = change(base)
  const problems = validatePage(form, mine, form.id, 'submit')
  if (problems.length > 0) return { key, code: 'not-valid', problems }
  const { answers, clashes } = mergeAnswers(base, there ?? {}, mine)
  if (last !== undefined && clashes.length > 0) return { key, code: 'changed', by: last.by, at: last.at }
  return {
    key,
    entry: entry ?? services.newId(),
    version: (last?.version ?? 0) + 1,
    content: answers,
    same: sameJson(answers, there),
  }
}
