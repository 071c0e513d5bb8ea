import type { SafeHtml } from '../../../ui/html.ts'
import { fileView } from '../../applications/index.ts'
import type { StoredFile } from '../../files/index.ts'
import { fileList } from '../../forms/index.ts'

/** The files of a complaint with their states, as a list; undefined where there are none. */
export function evidenceList(files: readonly StoredFile[], hrefOf: (file: string) => string): SafeHtml | undefined {
  const views = new Map(files.map((file) => [file.id, fileView(file, hrefOf(file.id))]))
  return files.length === 0
    ? undefined
    : fileList(
        files.map(({ id, name, bytes }) => ({ id, name, size: bytes })),
        (id) => views.get(id),
      )
}
