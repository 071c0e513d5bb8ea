import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { areas, breach } from './import-law.ts'
import { root, type SourceFile, sourceFiles } from './source-files.ts'

const file = (path: string): SourceFile => ({ path, text: '', imports: [] })
const ours = (target: string, typesOnly = false) => ({ target, ours: true, typesOnly })
const packaged = (target: string) => ({ target, ours: false, typesOnly: false })

describe('the import law', () => {
  for (const each of sourceFiles('src').filter(({ path }) => !path.endsWith('.test.ts'))) {
    it(`holds in ${each.path}`, () => {
      const breaches = each.imports.flatMap((imported) => {
        const why = breach(each, imported)
        return why === undefined ? [] : [`${imported.target}: ${why}`]
      })
      assert.deepEqual(breaches, [])
    })
  }

  it('knows every area', () => {
    assert.deepEqual(readdirSync(join(root, 'src/features')).sort(), [...areas].sort())
  })

  it('refuses what it should', () => {
    const core = file('src/core/forms/validate.ts')
    assert.ok(breach(core, packaged('node:fs')))
    assert.ok(breach(core, ours('src/platform/id.ts')))
    assert.ok(breach(file('src/platform/http/server.ts'), ours('src/ui/page.ts')))
    assert.ok(breach(file('src/ui/page.ts'), ours('src/platform/id.ts')))
    assert.ok(breach(file('src/features/funds/change-fund.ts'), ours('src/platform/http/answer.ts')))
    assert.ok(breach(file('src/features/funds/change-fund.ts'), ours('src/features/accounts/people.store.ts')))
    assert.ok(breach(file('src/features/funds/change-fund.ts'), ours('src/features/applications/index.ts')))
    assert.ok(breach(file('src/features/funds/pages/fund.ts'), ours('src/platform/database/database.ts')))
  })

  it('lets through what it should', () => {
    assert.equal(breach(file('src/core/text/word-diff.ts'), packaged('diff')), undefined)
    assert.equal(breach(file('src/platform/http/server.ts'), ours('src/ui/page.ts', true)), undefined)
    assert.equal(breach(file('src/features/funds/change-fund.ts'), ours('src/features/accounts/index.ts')), undefined)
    assert.equal(breach(file('src/features/funds/funds.routes.ts'), ours('src/platform/http/answer.ts')), undefined)
    assert.equal(breach(file('src/features/funds/pages/fund.ts'), ours('src/ui/page.ts')), undefined)
  })
})
