import { type AnsweredFile, type Answers, answerOf, isAnswered, type Question } from '../../core/forms/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { SafeHtml } from '../../ui/html.ts'
import type { FileOwner } from '../files/index.ts'
import { type FileView, fileList, knowFiles, viewsOfOwner } from '../forms/index.ts'
import { sheetFilePath } from './sheets.paths.ts'
import type { OpenSheet } from './sheets-owner.ts'

/** Answers with those of their files that were kept for this owner, as they were kept. */
export async function withOwnFiles(
  db: Database | Tx,
  { files }: Pick<OpenSheet, 'files'>,
  questions: readonly Question[],
  answers: Answers,
): Promise<Answers> {
  const posted = questions.map((question) => ({ question, value: answerOf(answers, question.id) }))
  const known = (await knowFiles(db, files, posted)).map(({ question, value }) => [question.id, value] as const)
  return Object.fromEntries(
    Object.entries({ ...answers, ...Object.fromEntries(known) }).filter(([, value]) => isAnswered(value)),
  ) as Answers
}

/** Where files of a sheet can be had: to what they belong, and below which address. */
export type SheetFilesAt = {
  readonly files: FileOwner
  readonly home: string
  readonly sheet: { readonly id: string }
}

/** How some files are shown, by id: asked for only if there are any. */
export const viewsOfSheet = async (
  db: Database,
  { files, home, sheet }: SheetFilesAt,
  some: readonly Pick<AnsweredFile, 'id'>[],
): Promise<ReadonlyMap<string, FileView>> =>
  await viewsOfOwner(
    db,
    files,
    some.map(({ id }) => id),
    (file) => sheetFilePath(home, sheet.id, file),
  )

/** Writes any of these files as a list, each with its state and where it can be had; nothing where there are none. */
export async function sheetFileLists(
  db: Database,
  at: SheetFilesAt,
  all: readonly AnsweredFile[],
): Promise<(some: readonly AnsweredFile[]) => SafeHtml | undefined> {
  const views = await viewsOfSheet(db, at, all)
  return (some) => (some.length === 0 ? undefined : fileList(some, (id) => views.get(id)))
}
