import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { routeTable } from '../../src/commands/write-docs.ts'
import { table } from './route-table.ts'

const written = await readFile(join(import.meta.dirname, '../../docs/generated/routes.md'), 'utf8')

describe('docs/generated/routes.md', () => {
  it('is as "npm run docs" would write it', () => {
    assert.equal(written, routeTable(), 'run "npm run docs" and commit what it writes')
  })

  it('has a line for every route that is held to its permission', () => {
    const lines = [...written.matchAll(/^\| (GET|POST) \| `([^`]+)` \|/gm)].map(
      ([, method, path]) => `${method} ${path}`,
    )
    assert.deepEqual(lines.sort(), Object.keys(table).sort())
  })
})
