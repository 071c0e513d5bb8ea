import type { Database } from '../../../platform/database/database.ts'
import type { SafeHtml } from '../../../ui/html.ts'
import { type FileOwner, filesOfOwner, type StoredFile } from '../../files/index.ts'
import { fileList } from '../pages/answer-summary.ts'
import type { FileView } from '../pages/fields/field.ts'

/** How a file is shown: its state, and where it can be had once it is clean. */
export const fileView = ({ state, checkedBy }: Pick<StoredFile, 'state' | 'checkedBy'>, href: string): FileView => ({
  state: state === 'clean' && checkedBy === 'none' ? 'not-scanned' : state,
  href: state === 'clean' ? href : undefined,
})

/** The same for some files of an owner, asked for only if there are any. */
export async function viewsOfOwner(
  db: Database,
  owner: FileOwner,
  ids: readonly string[],
  hrefOf: (file: string) => string,
): Promise<ReadonlyMap<string, FileView>> {
  const files = await filesOfOwner(db, owner, ids)
  return new Map([...files].map(([id, file]) => [id, fileView(file, hrefOf(id))]))
}

/** Files that hang on something else than an answer, with their states; undefined where there are none. */
export function storedFileList(files: readonly StoredFile[], hrefOf: (file: string) => string): SafeHtml | undefined {
  const views = new Map(files.map((file) => [file.id, fileView(file, hrefOf(file.id))]))
  return files.length === 0
    ? undefined
    : fileList(
        files.map(({ id, name, bytes }) => ({ id, name, size: bytes })),
        (id) => views.get(id),
      )
}
