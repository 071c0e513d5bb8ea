import { createReadStream } from 'node:fs'
import type { FoundFile } from '../../core/files/index.ts'

/**
 * What a file holds: its type by its first bytes (of a document that is a ZIP, by what is in it), and whether it is text.
 * The library is loaded when the first file comes.
 */
export async function findContent(path: string): Promise<Pick<FoundFile, 'content' | 'isText'>> {
  const { fileTypeFromFile } = await import('file-type')
  // A damaged document is one of no known type.
  const found = await fileTypeFromFile(path).catch(() => undefined)
  return { content: found?.mime, isText: await isText(path) }
}

/** Below space, all but tab, line feed, form feed and carriage return; and delete. In text of any 8-bit encoding. */
const isControl = (byte: number): boolean =>
  (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) || byte === 0x7f

async function isText(path: string): Promise<boolean> {
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) if (chunk.some(isControl)) return false
  return true
}
