import { type Answers, answeredFiles, type FrozenApplication, type Question } from '../../../core/forms/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { SafeHtml } from '../../../ui/html.ts'
import { type FileView, fileList, fileView, viewsOfOwner } from '../../forms/index.ts'
import type { FileStates } from '../applications.store.ts'
import { applicationFilePath } from './files.paths.ts'

type HrefOf = (reference: string, file: string) => string

/** How each file is shown: its state, and where it can be had once it is clean. */
export const fileViews = (
  reference: string,
  states: FileStates,
  hrefOf: HrefOf = applicationFilePath,
): ReadonlyMap<string, FileView> =>
  new Map(Object.entries(states).map(([id, file]) => [id, fileView(file, hrefOf(reference, id))]))

/** The same for some files, asked for only if there are any. */
export async function viewsOfFiles(
  db: Database,
  reference: string,
  ids: readonly string[],
  hrefOf: HrefOf = applicationFilePath,
): Promise<ReadonlyMap<string, FileView>> {
  return await viewsOfOwner(db, { type: 'application', id: reference }, ids, (file) => hrefOf(reference, file))
}

/** What came with an application that was keyed in, as a list; undefined when nothing did. */
export const scanList = (
  { keyed }: Pick<FrozenApplication, 'keyed'>,
  views: ReadonlyMap<string, FileView>,
): SafeHtml | undefined =>
  keyed === undefined || keyed.scans.length === 0 ? undefined : fileList(keyed.scans, (id) => views.get(id))

/** The same for the files in some answers. */
export const fileViewsOf = (db: Database, reference: string, questions: readonly Question[], answers: Answers) =>
  viewsOfFiles(
    db,
    reference,
    answeredFiles(questions, answers).map(({ file }) => file.id),
  )
