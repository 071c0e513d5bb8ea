import { type Postgres, SERVER, startPostgres } from './postgres.ts'
import { dropDatabases, RUN, runPrefix } from './template.ts'

let server: Postgres | undefined

/** Before the first test file: one PostgreSQL for all of them, of which they learn from their environment. */
export async function globalSetup(): Promise<void> {
  runPrefix()
  if (process.env.TEST_DATABASE_URL) return
  server = await startPostgres()
  process.env[SERVER] = server.url
}

/** After the last: nothing is left behind. */
export async function globalTeardown(): Promise<void> {
  if (server) await server.stop()
  else await dropDatabases()
  delete process.env[SERVER]
  delete process.env[RUN]
}
