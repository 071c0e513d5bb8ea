import { type Answers, answeredFiles, type Question } from '../../../core/forms/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { filesOfOwner } from '../../files/index.ts'
import type { FileView } from '../../forms/index.ts'
import type { FileStates } from '../applications.store.ts'
import { applicationFilePath } from './files.paths.ts'

type HrefOf = (reference: string, file: string) => string

/** How each file is shown: its state, and where it can be had once it is clean. */
export const fileViews = (
  reference: string,
  states: FileStates,
  hrefOf: HrefOf = applicationFilePath,
): ReadonlyMap<string, FileView> =>
  new Map(
    Object.entries(states).map(([id, { state, checkedBy }]) => [
      id,
      {
        state: state === 'clean' && checkedBy === 'none' ? 'not-scanned' : state,
        href: state === 'clean' ? hrefOf(reference, id) : undefined,
      },
    ]),
  )

/** The same for some files, asked for only if there are any. */
export async function viewsOfFiles(
  db: Database,
  reference: string,
  ids: readonly string[],
  hrefOf?: HrefOf,
): Promise<ReadonlyMap<string, FileView>> {
  const files = await filesOfOwner(db, { type: 'application', id: reference }, ids)
  return fileViews(reference, Object.fromEntries(files), hrefOf)
}

/** The same for the files in some answers. */
export const fileViewsOf = (db: Database, reference: string, questions: readonly Question[], answers: Answers) =>
  viewsOfFiles(
    db,
    reference,
    answeredFiles(questions, answers).map(({ file }) => file.id),
  )
