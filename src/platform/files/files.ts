import type { Readable } from 'node:stream'

/** What a file holds, named by what it holds. */
export type KeptContent = { readonly sha256: string; readonly bytes: number }

/**
 * Where the content of files is kept. Content is named by its SHA-256 (64 hex digits, small letters), so the same
 * content is kept once however often it is put, and nothing that a stranger chose is ever part of a path.
 *
 * Every driver passes one contract: `files.test.ts`.
 */
export type Files = {
  /** Keeps what lies at a path; it is whole and safe once this returns, and stays where it lay too. */
  readonly put: (path: string) => Promise<KeptContent>
  /** The content as a stream; undefined if there is none. @throws {RangeError} if it is not the name of content */
  readonly open: (sha256: string) => Promise<Readable | undefined>
  readonly stat: (sha256: string) => Promise<KeptContent | undefined>
  /** Forgets content; nothing happens if there is none. */
  readonly remove: (sha256: string) => Promise<void>
}

/** Where they are kept: in the data directory, or at a service that speaks as S3 does. */
export type FilesSettings =
  | { readonly kind: 'disk' }
  | {
      readonly kind: 's3'
      /** The address of the service without the bucket, such as `https://s3.eu-west-2.amazonaws.com`. */
      readonly endpoint: string
      readonly bucket: string
      readonly region: string
      readonly key: string
      readonly secret: string
    }

const contentName = /^[0-9a-f]{64}$/

/** The second lock before a path or key is made of it. @throws {RangeError} if it is not the name of content */
export function checkName(sha256: string): string {
  if (!contentName.test(sha256)) throw new RangeError('not the SHA-256 of content')
  return sha256
}

export const isContentName = (name: string): boolean => contentName.test(name)
