import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Services } from '../../platform/services.ts'
import type { FileOwner } from './files.store.ts'
import type { SentFile } from './keep-several.ts'
import { partsOf, type Upload, uploadOfOwner } from './uploads.store.ts'

type Brought = {
  readonly owner: FileOwner
  readonly by: string
  readonly questionId: string
  /** The ids that the form carries: text of a stranger. */
  readonly uploads: readonly string[]
  /** One more is marked as too many. */
  readonly most: number
}

/**
 * Has the files that came whole in pieces before a form at hand while it is dealt with, as if they had come with it. What is
 * not whole, of another person or of another form, or was taken already, is not there.
 */
export async function bringUploads<Of>(
  services: Services,
  { owner, by, questionId, uploads, most }: Brought,
  use: (sent: readonly SentFile[]) => Promise<Of>,
): Promise<Of> {
  const folder = await mkdtemp(join(tmpdir(), 'brought-'))
  try {
    const sent: SentFile[] = []
    for (const id of new Set(uploads)) {
      const upload = await uploadOfOwner(services.db, owner, id)
      if (upload === undefined || upload.startedBy !== by || upload.questionId !== questionId || !isWhole(upload))
        continue
      if (sent.length >= most + spare) break
      sent.push(await bring(services, upload, sent.length < most ? join(folder, String(sent.length)) : undefined))
    }
    return await use(sent)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Files beyond the count that are still named, so that the page can say which are too many. */
const spare = 20

const isWhole = ({ received, bytes, fileId }: Upload): boolean => fileId === null && received === bytes

async function bring({ db }: Services, { id, name, bytes }: Upload, path: string | undefined): Promise<SentFile> {
  if (path === undefined) return { name, bytes, path: '', refused: 'too-many', upload: id }
  await pipeline(Readable.from(partsOf(db, id)), createWriteStream(path, { mode: 0o600 }))
  return { name, bytes, path, refused: undefined, upload: id }
}
