import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { circlesOf } from './circles.ts'
import { sourceFiles } from './source-files.ts'

const file = (path: string, ...targets: string[]) => ({
  path,
  imports: targets.map((target) => ({ target, ours: true, typesOnly: true })),
})

describe('files that import each other', () => {
  it('are not there', () => {
    assert.deepEqual(circlesOf(sourceFiles('src').filter(({ path }) => !path.endsWith('.test.ts'))), [])
  })

  it('are found, by however many steps they come round', () => {
    const files = [
      file('a', 'b', 'x'),
      file('b', 'c'),
      file('c', 'a', 'd'),
      file('d', 'e'),
      file('e', 'd'),
      file('f', 'a'),
    ]
    assert.deepEqual(circlesOf(files), [
      ['d', 'e'],
      ['a', 'b', 'c'],
    ])
    assert.deepEqual(circlesOf([file('a', 'b', 'c'), file('b', 'd'), file('c', 'd'), file('d')]), [])
  })
})
