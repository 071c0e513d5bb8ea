import { after, before, describe, it, type TestContext } from 'node:test'
import type { OpenDatabase } from '../../src/platform/database/open-database.ts'
import { freshEmbedded } from './embedded.ts'
import { freshDatabase, type Lifetime } from './template.ts'

const ENGINES: readonly (readonly [name: string, open: (lifetime: Lifetime) => Promise<OpenDatabase>])[] = [
  ['PostgreSQL', freshDatabase],
  ['embedded', freshEmbedded],
]

/**
 * Declares a test twice: on a real PostgreSQL and on the embedded engine, each time on a fresh, migrated database.
 *
 * @param name a sentence about behaviour, said of either engine
 */
export function onBothEngines(name: string, test: (open: OpenDatabase, t: TestContext) => Promise<void>): void {
  for (const [engine, fresh] of ENGINES) it(`${name} (${engine})`, async (t) => await test(await fresh(t), t))
}

/**
 * Declares a group of tests twice, each time on one migrated database that its tests share: an embedded one takes a
 * second to open.
 *
 * @param declare declares the tests; `open()` is for inside them
 */
export function describeOnBothEngines(name: string, declare: (open: () => OpenDatabase) => void): void {
  for (const [engine, fresh] of ENGINES) {
    describe(`${name} (${engine})`, () => {
      let shared: OpenDatabase | undefined
      const ends: (() => Promise<void>)[] = []
      before(async () => {
        // Not `{ after }`: inside a hook, that means after the hook.
        shared = await fresh({ after: (end) => ends.push(end) })
      })
      after(async () => {
        for (const end of ends) await end()
      })
      declare(() => {
        if (!shared) throw new Error('the database is opened when the tests begin, not when they are declared')
        return shared
      })
    })
  }
}
