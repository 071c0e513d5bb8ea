import type { FileProblem } from '../../core/files/index.ts'
import type { Services } from '../../platform/services.ts'
import { type KeepFile, keepFile } from './keep-file.ts'

/** A file as it came with a form. */
export type SentFile = {
  readonly name: string
  readonly bytes: number
  readonly path: string
  readonly refused: 'too-large' | 'too-many' | undefined
}

type Keeping = Omit<KeepFile, 'path' | 'name' | 'bytes'> & {
  /** How many there are already, and how many there may be. */
  readonly there: number
  readonly most: number
}

/**
 * Keeps files that came with one form, each by itself: one that will not do takes none of the others with it.
 *
 * @returns how many were kept, and why the others were not
 */
export async function keepSeveral(
  services: Services,
  sent: readonly SentFile[],
  { there, most, ...of }: Keeping,
): Promise<{ readonly kept: number; readonly problems: readonly FileProblem[] }> {
  const problems: FileProblem[] = []
  let kept = 0
  for (const { name, bytes, path, refused } of sent) {
    if (refused === 'too-many' || there + kept >= most)
      problems.push({ code: 'files-too-many', file: name, limit: most })
    else if (refused === 'too-large')
      problems.push({ code: 'file-too-large', file: name, limitBytes: of.rules.mostBytes })
    else {
      const result = await keepFile(services, { ...of, name, bytes, path })
      if (result.ok) kept += 1
      else problems.push(...result.problems)
    }
  }
  return { kept, problems }
}
