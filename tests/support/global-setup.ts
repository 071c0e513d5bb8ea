import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeSnapshot } from '../../src/platform/database/make-snapshot.ts'
import { TESTED, TESTED_FILE } from '../accessibility/note-tested.ts'
import { BROWSER } from './browser-program.ts'
import { type Postgres, SERVER, startPostgres } from './postgres.ts'
import { dropDatabases, RUN, runPrefix } from './template.ts'

let server: Postgres | undefined
let browserFolder: string | undefined

/** Where Node keeps the program compiled: each test file is a process of its own, and half of its start was compiling. */
const COMPILED = join(import.meta.dirname, '../../.build/compile-cache-of-tests')

/** Before the first test file: one PostgreSQL for all of them, of which they learn from their environment, a folder for
 * one browser, and a snapshot of the embedded database. */
export async function globalSetup(): Promise<void> {
  process.env.NODE_COMPILE_CACHE ??= COMPILED
  runPrefix()
  browserFolder = await mkdtemp(join(tmpdir(), 'test-browser-of-run-'))
  process.env[BROWSER] = browserFolder
  if (!process.env[TESTED]) {
    await rm(TESTED_FILE, { force: true })
    process.env[TESTED] = TESTED_FILE
  }
  // Here, so that the test files need not all make it at once.
  const snapshot = makeSnapshot()
  if (!process.env.TEST_DATABASE_URL) {
    server = await startPostgres()
    process.env[SERVER] = server.url
  }
  await snapshot
}

/** After the last: nothing is left behind. */
export async function globalTeardown(): Promise<void> {
  if (server) await server.stop()
  else await dropDatabases()
  if (browserFolder !== undefined) await rm(browserFolder, { recursive: true, force: true, maxRetries: 3 })
  delete process.env[SERVER]
  delete process.env[BROWSER]
  delete process.env[RUN]
}
