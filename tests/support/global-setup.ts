import { makeSnapshot } from '../../src/platform/database/make-snapshot.ts'
import { type Postgres, SERVER, startPostgres } from './postgres.ts'
import { dropDatabases, RUN, runPrefix } from './template.ts'

let server: Postgres | undefined

/** Before the first test file: one PostgreSQL for all of them, of which they learn from their environment, and a
 * snapshot of the embedded database. */
export async function globalSetup(): Promise<void> {
  runPrefix()
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
