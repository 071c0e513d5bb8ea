import type { Readable } from 'node:stream'
import { notFound } from '../../core/errors.ts'
import { fileKind } from '../../core/files/index.ts'
import type { Services } from '../../platform/services.ts'
import { type FileOwner, filesOfOwner } from './files.store.ts'

/** A file to give to somebody who may have it. */
export type OpenedFile = {
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly body: Readable
}

/**
 * A file of an owner, if it is clean: what nobody has looked at, what has a virus and what could not be looked at is not
 * there for anybody. Whether somebody may have what belongs to the owner is asked before.
 *
 * @throws {NotFound} if there is none, it belongs to another, or it is not clean
 */
export async function openFile(services: Services, owner: FileOwner, id: string): Promise<OpenedFile> {
  const file = (await filesOfOwner(services.db, owner, [id])).get(id)
  if (file === undefined || file.state !== 'clean') throw notFound('file')
  const body = await services.files.open(file.sha256)
  if (body === undefined) throw new Error(`the content of file ${id} is not where it was kept`)
  return { name: file.name, type: fileKind(file.kind).mediaType, bytes: file.bytes, body }
}
