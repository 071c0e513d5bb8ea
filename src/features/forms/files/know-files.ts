import type { Json } from '../../../core/canonical/index.ts'
import {
  type AnsweredFile,
  answeredFiles,
  asksForFiles,
  type Question,
  withKnownFiles,
} from '../../../core/forms/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { type FileOwner, filesOfOwner } from '../../files/index.ts'

/** A version of an answer as its history shows it: a file that was deleted since is called so. */
export const withGoneFiles = (question: Question, value: Json, isThere: (file: string) => boolean): Json =>
  withKnownFiles(question, value, (file) =>
    isThere(file.id) ? file : { ...file, name: `${file.name}: file removed` },
  ) ?? null

type Posted = { readonly question: Question; readonly value: Json | undefined }

/**
 * Posted answers with their files as they were kept for this owner and question. What a page says of a file is a stranger's word:
 * one of another owner, or of none, is left out. Asks only if there are files.
 */
export async function knowFiles<Of extends Posted>(
  db: Database | Tx,
  owner: FileOwner,
  posted: readonly Of[],
): Promise<readonly Of[]> {
  const questions = posted.map(({ question }) => question)
  if (!asksForFiles(questions)) return posted
  const answers = Object.fromEntries(posted.map(({ question, value }) => [question.id, value ?? null]))
  const ids = answeredFiles(questions, answers).map(({ file }) => file.id)
  const own = await filesOfOwner(db, owner, ids)
  const known = ({ id }: AnsweredFile, key: string): AnsweredFile | undefined => {
    const file = own.get(id)
    if (file === undefined || file.questionId !== key) return undefined
    return { id, name: file.name, size: file.bytes, sha256: file.sha256 }
  }
  return posted.map((one) => ({ ...one, value: withKnownFiles(one.question, one.value, known) }))
}
