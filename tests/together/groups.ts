import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the whole project, from which the paths of test files are said. */
export const projectFolder = join(import.meta.dirname, '../..')

/**
 * The test files that one process runs one after the other, by the name of the file here that does. Each process reads the
 * program anew, which takes longer than most of these tests: they change nothing that another would see, and none is long.
 */
export const GROUPS = {
  core: ['src/core/**/!(*.proof).test.ts'],
  ui: ['src/ui/*.test.ts', 'src/ui/components/*.test.ts', 'src/ui/patterns/**/*.test.ts'],
  applications: ['src/features/applications/**/*.test.ts'],
  assessment: ['src/features/assessment/**/*.test.ts'],
  'other-features': ['src/features/!(applications|assessment)/**/*.test.ts'],
} as const satisfies Record<string, readonly string[]>

/** The name of a group. */
export type Group = keyof typeof GROUPS

/** Every name of a group. */
export const groupNames = Object.keys(GROUPS) as Group[]

/** Everything that is a test. */
const EVERYTHING = ['src/**/*.test.ts', 'tests/**/*.test.ts']

/** The program of a group, as a test file. */
export const groupFile = (group: Group): string => `tests/together/${group}.test.ts`

/**
 * Whether a module waits for something while it is read, so that it cannot be read at once within a group.
 *
 * @param source its text, as the formatter leaves it: only what belongs to no function begins a line
 * @example waitsWhileRead("const solver = await openSolver()") // true
 */
export function waitsWhileRead(source: string): boolean {
  const whole = source.replaceAll(/=\n\s+await\b/g, '= await')
  return whole.split('\n').some((line) => /^\w.*\bawait\b/.test(line) && !/\basync\b/.test(line))
}

const matching = (patterns: readonly string[]): string[] => globSync([...patterns], { cwd: projectFolder }).sort()

const isAlone = (path: string): boolean => waitsWhileRead(readFileSync(join(projectFolder, path), 'utf8'))

/** The test files that run in the process of a group. */
export const filesOfGroup = (group: Group): string[] => matching(GROUPS[group]).filter((path) => !isAlone(path))

/** What `node --test` is to be given so that everything of these groups runs. */
export const runsOf = (groups: readonly Group[]): string[] =>
  groups.flatMap((group) => [groupFile(group), ...matching(GROUPS[group]).filter(isAlone)])

/** What takes longest: begun first, so that no process is left alone with it in the end. */
const LONG = ['tests/journeys/', 'tests/together/']

/**
 * The paths that make `node --test` begin with the longest. It sorts what it is given, and a whole path comes before those
 * of the project. Where the folder's own name would be taken for a pattern nothing is begun early.
 *
 * @param folder where the project is
 */
export function longestFirst(paths: readonly string[], folder = projectFolder): string[] {
  const isPattern = /[*?[\]{}()!+@]/.test(folder)
  return paths.map((path) => (!isPattern && LONG.some((long) => path.startsWith(long)) ? join(folder, path) : path))
}

/** What `node --test` is to be given so that every test runs once. */
export function allRuns(): string[] {
  const together = new Set(groupNames.flatMap(filesOfGroup))
  return matching(EVERYTHING).filter((path) => !together.has(path))
}
