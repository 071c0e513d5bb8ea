import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeSnapshot } from '../../src/platform/database/make-snapshot.ts'
import { TESTED, TESTED_FILE } from '../accessibility/note-tested.ts'
import { type Postgres, SERVER, startPostgres } from './postgres.ts'
import { dropDatabases, RUN, runPrefix } from './template.ts'

let server: Postgres | undefined

/** Where Node keeps the program compiled: each test file is a process of its own, and half of its start was compiling. */
const COMPILED = join(import.meta.dirname, '../../.build/compile-cache-of-tests')

/** Before the first test file: one PostgreSQL for all of them, of which they learn from their environment, and a
 * snapshot of the embedded database. */
export async function globalSetup(): Promise<void> {
  process.env.NODE_COMPILE_CACHE ??= COMPILED
  runPrefix()
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
  delete process.env[SERVER]
  delete process.env[RUN]
}
