import { NotFound, Unavailable } from '../../core/errors.ts'
import type { ErrorKind } from '../../ui/error-page.ts'
import { isDatabaseGone } from '../database/database-gone.ts'
import { FilesTooLarge } from './receive-files.ts'

/** The status with which each kind of error is answered. */
export const errorStatus: Record<ErrorKind, number> = {
  'bad-request': 400,
  forbidden: 403,
  'not-found': 404,
  'too-large': 413,
  'files-too-large': 413,
  'too-many': 429,
  fault: 500,
  unavailable: 503,
}

/** Of the reader of parts: more files, fields or parts than there can be. */
const fileLimitCodes = new Set(['FST_FILES_LIMIT', 'FST_PARTS_LIMIT', 'FST_FIELDS_LIMIT'])

/** What kind of error people are told of; `fault` is ours. */
export function kindOf(error: unknown): ErrorKind {
  if (error instanceof NotFound) return 'not-found'
  if (error instanceof Unavailable || isDatabaseGone(error)) return 'unavailable'
  if (error instanceof FilesTooLarge) return 'files-too-large'
  const { statusCode: status, code } = error as { statusCode?: number; code?: string }
  if (status === 413 && code !== undefined && fileLimitCodes.has(code)) return 'files-too-large'
  if (status === 413) return 'too-large'
  if (status === 429) return 'too-many'
  return status !== undefined && status >= 400 && status < 500 ? 'bad-request' : 'fault'
}
