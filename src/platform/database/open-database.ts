import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { columnTypes } from './column-types.ts'
import { namingConnections } from './connections.ts'
import type { Database } from './database.ts'
import { serveDumps } from './dump-socket.ts'
import { openEmbedded } from './embedded.ts'
import { rememberTexts } from './remember-texts.ts'
import { keepTidy } from './tidy.ts'

/** An open database of either engine. Close it once, after whatever uses it has stopped. */
export type OpenDatabase = {
  readonly db: Database
  readonly engine: 'postgresql' | 'embedded'
  /** The same connections without Kysely, for what brings its own SQL: the jobs library. */
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** Where the database is and how it is used. Give a `url`, or a `directory` for the embedded engine. */
export type DatabaseOptions = {
  /** `postgres://…`; a server of version 15 or later. */
  url?: string | undefined
  /** The folder of the embedded database, made if it is not there. Only one process at a time can have it open. */
  directory?: string | undefined
  /** Most connections to a server at once; 10 unless told. The embedded engine always has one. */
  poolSize?: number | undefined
  /** How long a server may take over one statement; 15 seconds unless told, 0 for no limit. */
  statementTimeoutMilliseconds?: number | undefined
  /** How the server lists our connections. */
  applicationName?: string | undefined
  /** Told of what failed while nobody was waiting for it, such as a connection that broke; it is replaced when needed. */
  onFault?: ((error: Error) => void) | undefined
}

/**
 * Opens a PostgreSQL server or an embedded database. A server is first spoken to by the first statement.
 *
 * @throws {TypeError} if it is given neither a url nor a directory
 * @throws {DirectoryInUse} if another process has the directory open
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  if (options.url !== undefined) return openServer(options.url, options)
  if (options.directory !== undefined) return openDirectory(options.directory, options)
  throw new TypeError('a database needs a url or a directory')
}

function openServer(url: string, options: DatabaseOptions): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    types: columnTypes,
    // UTC so that a day taken from a time by SQL is the same day on every machine.
    options: '-c TimeZone=UTC',
    application_name: options.applicationName ?? 'delivering-differently',
    statement_timeout: options.statementTimeoutMilliseconds ?? 15_000,
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
  })
  pool.on('error', (error) => options.onFault?.(error))
  surviveBroken(pool)
  return { db: databaseOn(pool), engine: 'postgresql', pool, close: closerOf(() => pool.end()) }
}

async function openDirectory(directory: string, options: DatabaseOptions): Promise<OpenDatabase> {
  const embedded = await openEmbedded(directory)
  const pool = new pg.Pool({
    stream: () => embedded.socket(),
    user: 'postgres',
    database: 'postgres',
    max: 1,
    types: columnTypes,
    // Whoever waits this long is most likely waiting for itself: it holds the connection as `tx` and asked `db`.
    connectionTimeoutMillis: 60_000,
    idleTimeoutMillis: 0,
  })
  pool.on('error', (error) => options.onFault?.(error))
  const db = databaseOn(pool)
  const stopTidying = keepTidy(db, (error) => options.onFault?.(error))
  const stopDumps = await serveDumps(directory, () => between(pool, embedded.dump))
  const close = closerOf(async () => {
    await stopDumps()
    await stopTidying()
    await pool.end()
    await embedded.close()
  })
  return { db, engine: 'embedded', pool, close }
}

/** Does something while nobody has the one connection, so that no transaction is half done. */
async function between<Value>(pool: pg.Pool, work: () => Promise<Value>): Promise<Value> {
  const client = await pool.connect()
  try {
    return await work()
  } finally {
    client.release()
  }
}

/**
 * A connection that breaks between two statements of a transaction tells it as an event, and an event of an error that
 * nobody listens to ends the process; the pool listens only while a connection is idle. Whoever has the connection learns
 * of it by their next statement, and the pool does not take it back.
 */
function surviveBroken(pool: pg.Pool): void {
  pool.on('connect', (client) => client.on('error', () => undefined))
}

function databaseOn(pool: pg.Pool): Database {
  const postgres = new PostgresDialect({ pool: namingConnections(pool) })
  return new Kysely<unknown>({
    dialect: {
      createDriver: () => postgres.createDriver(),
      createAdapter: () => postgres.createAdapter(),
      createIntrospector: (db) => postgres.createIntrospector(db),
      createQueryCompiler: () => rememberTexts(postgres.createQueryCompiler()),
    },
  })
}

/** Closing twice is closing once: both callers wait for the same end. */
function closerOf(close: () => Promise<void>): () => Promise<void> {
  let closed: Promise<void> | undefined
  return () => {
    closed ??= close()
    return closed
  }
}
