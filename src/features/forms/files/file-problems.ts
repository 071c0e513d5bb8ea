import { type Answers, answeredFiles, type Problem, type Question } from '../../../core/forms/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { type FileOwner, filesOfOwner } from '../../files/index.ts'

/**
 * Files that cannot be sent on: with a virus, that nobody could look at, or that are not there. One that is still to be
 * looked at can be: the deadline does not wait for a scanner, and nobody is given it before it is clean.
 */
export async function fileProblems(
  db: Database | Tx,
  owner: FileOwner,
  questions: readonly Question[],
  answers: Answers,
): Promise<readonly Problem[]> {
  const files = answeredFiles(questions, answers)
  if (files.length === 0) return []
  const ids = files.map(({ file }) => file.id)
  const own = await filesOfOwner(db, owner, ids)
  return files.flatMap(({ file, on, field, name }): readonly Problem[] => {
    const place = { question: on, field, name, type: 'file' as const }
    const state = own.get(file.id)?.state
    if (state === undefined) return [{ code: 'not-a-file', ...place }]
    if (state === 'infected' || state === 'failed') return [{ code: `file-${state}`, file: file.name, ...place }]
    return []
  })
}
