import { type FileKindId, type FileProblem, judgeFile } from '../../core/files/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Services } from '../../platform/services.ts'
import { findContent } from './find-content.ts'
import { type KeepFile, keepFile } from './keep-file.ts'
import { deleteUpload, takeWaiting } from './uploads.store.ts'

/** A file as it came with a form. */
export type SentFile = {
  readonly name: string
  readonly bytes: number
  readonly path: string
  readonly refused: 'too-large' | 'too-many' | undefined
  /** How it came in pieces before the form, if it did. */
  readonly upload?: string
}

type Keeping = Omit<KeepFile, 'path' | 'name' | 'bytes' | 'kind'> & {
  /** How many there are already, and how many there may be. */
  readonly there: number
  readonly most: number
}

/** A file that will do, with the kind that it was found to be: keeping it does not read it again. */
export type JudgedFile = SentFile & { readonly kind: FileKindId }

/**
 * Judges files that came with one form before anything is made of it: for what cannot be sent again without saying it twice.
 *
 * @returns all of them, to be kept with {@link keepSeveral}, or why some will not do
 */
export async function judgeSeveral(
  sent: readonly SentFile[],
  limits: Limits,
): Promise<Result<readonly JudgedFile[], FileProblem>> {
  const problems: FileProblem[] = []
  const judged: JudgedFile[] = []
  for (const [index, file] of sent.entries()) {
    const refusal = refusalOf(file, index, limits)
    const found = refusal === undefined ? await judgeContent(file, limits) : { problem: refusal }
    if ('problem' in found) problems.push(found.problem)
    else judged.push({ ...file, ...found })
  }
  return problems.length > 0 ? refused(...problems) : done(judged)
}

const judgeContent = async ({ name, bytes, path }: SentFile, { rules }: Limits) =>
  judgeFile({ name, bytes, ...(await findContent(path)) }, rules)

type Limits = Pick<Keeping, 'most' | 'rules'>

/** That a file is too large, or one too many after those before it. */
function refusalOf(
  { name, refused }: Pick<SentFile, 'name' | 'refused'>,
  before: number,
  { most, rules }: Limits,
): FileProblem | undefined {
  if (refused === 'too-many' || before >= most) return { code: 'files-too-many', file: name, limit: most }
  return refused === 'too-large' ? { code: 'file-too-large', file: name, limitBytes: rules.mostBytes } : undefined
}

/**
 * Keeps files that came with one form, each by itself: one that will not do takes none of the others with it.
 *
 * @returns how many were kept, and why the others were not
 */
export async function keepSeveral(
  services: Services,
  sent: readonly (SentFile | JudgedFile)[],
  { there, most, ...of }: Keeping,
): Promise<{ readonly kept: number; readonly problems: readonly FileProblem[] }> {
  const problems: FileProblem[] = []
  let kept = 0
  for (const file of sent) {
    const { name, bytes, path, upload } = file
    const refusal = refusalOf(file, there + kept, { most, rules: of.rules })
    if (refusal !== undefined) problems.push(refusal)
    else {
      const result = await keepOnce(
        services,
        { ...of, name, bytes, path, kind: 'kind' in file ? file.kind : undefined },
        upload,
      )
      if (result.ok) kept += 1
      else problems.push(...result.problems)
    }
  }
  return { kept, problems }
}

/** The form came twice at once: the other made the file. */
class TakenAlready extends Error {
  override readonly name = 'TakenAlready'
}

async function keepOnce(
  services: Services,
  file: KeepFile,
  upload: string | undefined,
): Promise<Result<unknown, FileProblem>> {
  if (upload === undefined) return await keepFile(services, file)
  try {
    const kept = await keepFile(services, file, async (tx) => {
      if (!(await takeWaiting(tx, upload))) throw new TakenAlready()
    })
    // Sent again, it would be refused again.
    if (!kept.ok) await deleteUpload(services.db, upload)
    return kept
  } catch (error) {
    if (error instanceof TakenAlready) return done(undefined)
    throw error
  }
}
