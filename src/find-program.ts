import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The parts of the program that the web loads once it listens, by the files that they are written in. */
export const programParts = {
  openConfigured: 'platform/database/open-configured.ts',
  openSite: 'open-site.ts',
  startProblem: 'start-problem.ts',
} as const

export type ProgramPart = keyof typeof programParts

/** Where the program stands as a few large files instead of thousands of small ones. */
export const bundleFolder = join(import.meta.dirname, '../.build/program')

/**
 * The address of a part of the program: in the bundle, which takes a quarter less memory, if it was made since each file of
 * the program was last changed, or else as it is written.
 *
 * @example const { openSite } = await import(partOf('openSite', isBundled()))
 */
export const partOf = (part: ProgramPart, bundled: boolean): string =>
  pathToFileURL(bundled ? join(bundleFolder, `${part}.mjs`) : join(import.meta.dirname, programParts[part])).href

/** Whether the bundle is there, and of the files as they are now. */
export function isBundled(folder = bundleFolder): boolean {
  const made = statSync(join(folder, 'openSite.mjs'), { throwIfNoEntry: false })
  if (made === undefined) return false
  const files = globSync('**/*.ts', { cwd: import.meta.dirname, exclude: (name) => name.endsWith('.test.ts') })
  return files.every((file) => statSync(join(import.meta.dirname, file)).mtimeMs < made.mtimeMs)
}
