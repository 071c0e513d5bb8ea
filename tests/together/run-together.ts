import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe } from 'node:test'
import { filesOfGroup, type Group, projectFolder } from './groups.ts'

const read = createRequire(import.meta.url)

/**
 * Runs the test files of a group in this process, each as a suite of its own: what it does before and after its tests is
 * done for them alone.
 *
 * A file is read by `require`, which reads it at once, so that its tests know that they belong to its suite. `import` would
 * read it later, when nobody knows.
 */
export function runTogether(group: Group): void {
  for (const path of filesOfGroup(group)) describe(path, () => void read(join(projectFolder, path)))
}
