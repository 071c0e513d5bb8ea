import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** A file for browsers. Its name holds a hash of its content. */
export type Built = { readonly name: string; readonly content: Uint8Array }

/** The same bytes as most browsers take them, as small as they get. */
export type Compressed = { readonly gzip: Uint8Array; readonly brotli: Uint8Array }

export async function compress(content: Uint8Array): Promise<Compressed> {
  const [zipped, brotli] = await Promise.all([
    promisify(gzip)(content, { level: 9 }),
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  ])
  return { gzip: zipped, brotli }
}
