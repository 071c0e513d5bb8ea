import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { routesOf } from '../../src/app.ts'
import type { Services } from '../../src/platform/services.ts'
import { sourceFiles } from './source-files.ts'

// Making the routes calls nothing of the services.
const routes = routesOf({ config: { serviceName: '', evaluation: true } } as unknown as Services)
const files = sourceFiles('src').filter(({ path }) => !path.endsWith('.test.ts'))
const isRoutes = (path: string): boolean => path.endsWith('.routes.ts')

/** Text that stands in code as a whole literal: what is recorded, where the code is not that of the routes. */
const recorded = files.filter(({ path }) => !isRoutes(path)).map(({ text }) => text)
const isRecorded = (action: string): boolean => recorded.some((text) => text.includes(`'${action}'`))

describe('the audit events that routes name', () => {
  for (const { method, path, audit } of routes.filter((route) => route.method === 'POST')) {
    it(`are recorded somewhere: ${method} ${path}`, () => {
      const missing = audit.split(' or ').filter((action) => action !== 'none' && !isRecorded(action))
      assert.deepEqual(missing, [])
    })
  }

  it('are none only where a comment says why', () => {
    const bare = files
      .filter(({ path }) => isRoutes(path))
      .filter(({ text }) => /(?<!\/\/[^\n]*\n\s*)post\([^)]*?,\s*'[\w:-]+',\s*'none'/.test(text))
    assert.deepEqual(
      bare.map(({ path }) => path),
      [],
    )
  })
})
