import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { relative } from 'node:path'
import { describe, it } from 'node:test'
import {
  allRuns,
  filesOfGroup,
  groupFile,
  groupNames,
  longestFirst,
  projectFolder,
  runsOf,
  waitsWhileRead,
} from './groups.ts'

/** Every test file, found by walking the folders instead of by a pattern. */
const testFiles = ['src', 'tests'].flatMap((folder) =>
  readdirSync(`${projectFolder}/${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => relative(projectFolder, `${entry.parentPath}/${entry.name}`)),
)

/** What runs in the end when these files are given to `node --test`. */
const ranBy = (files: readonly string[]): string[] =>
  files.flatMap((file) => {
    const group = groupNames.find((name) => groupFile(name) === file)
    return group === undefined ? [file] : [file, ...filesOfGroup(group)]
  })

describe('the whole run', () => {
  it('runs every test file exactly once', () => {
    assert.deepEqual(ranBy(allRuns()).sort(), [...testFiles].sort())
  })

  it('has a program for every group', () => {
    for (const name of groupNames) assert.ok(testFiles.includes(groupFile(name)), name)
  })

  it('begins with what takes longest, whatever the folder is called', () => {
    const paths = [
      'src/a.test.ts',
      'tests/architecture/b.test.ts',
      'tests/journeys/c.test.ts',
      'tests/together/d.test.ts',
    ]
    const begun = (folder: string) => longestFirst(paths, folder).sort()
    assert.deepEqual(begun('/my projects/it'), [
      '/my projects/it/tests/journeys/c.test.ts',
      '/my projects/it/tests/together/d.test.ts',
      'src/a.test.ts',
      'tests/architecture/b.test.ts',
    ])
    assert.deepEqual(begun('/it [2]'), paths)
  })

  it('runs nothing alone that a group could take, but what waits while it is read', () => {
    const core = ranBy(runsOf(['core'])).filter((path) => path !== groupFile('core'))
    const expected = testFiles.filter((path) => path.startsWith('src/core/') && !path.endsWith('.proof.test.ts'))
    assert.deepEqual(core.sort(), expected.sort())
  })
})

describe('a module that waits while it is read', () => {
  it('has an await outside of every function', () => {
    assert.ok(waitsWhileRead("import x from 'x'\nconst solver = await open()\n"))
    assert.ok(waitsWhileRead('for (const each of await all()) it(each)\n'))
    assert.ok(waitsWhileRead('const { server, round } =\n  await openRound(life)\n'))
  })

  it('is none whose functions wait', () => {
    assert.ok(!waitsWhileRead("it('waits', async () => {\n  await done()\n})\n"))
    assert.ok(!waitsWhileRead("const read = async (id: string) => (await byId(id)) ?? fail('gone')\n"))
    assert.ok(!waitsWhileRead('const read = async () =>\n  await byId()\n'))
    assert.ok(!waitsWhileRead('// await nothing\n/** nor await this */\n'))
  })
})
