import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { isDatabaseGone } from './database-gone.ts'
import { hasCode } from './has-code.ts'
import { runNamed, type Shapes } from './named-statement.ts'

/** The error PostgreSQL gives when a prepared statement's columns changed under it, after a migration elsewhere. */
const STALE_PLAN = '0A000'

/** How many texts get a name. A program that writes more than this builds texts from its data: those stay unnamed. */
const MOST_NAMES = 1_000

/**
 * The connections of either engine as Kysely wants them. Each statement that has parameters is given a name, the same
 * for the same text, so that a connection parses it once and after that only binds and runs it.
 *
 * A connection is one person's from `connect` until `release`; those who wait are served in the order they came. On
 * the embedded engine there is one connection, so this queue is also what keeps one transaction out of another.
 */
export function namingConnections(pool: pg.Pool): PostgresPool {
  const nameOf = statementNames()
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    async connect() {
      const client = await pool.connect()
      const connection = known.get(client) ?? namingConnection(client, nameOf)
      known.set(client, connection)
      return connection
    },
    options: pool.options,
    end: () => pool.end(),
  }
}

/** A short name for each text, and none when there are too many. Names count per process, never per connection. */
export function statementNames(most = MOST_NAMES): (text: string) => string | undefined {
  const names = new Map<string, string>()
  return (text) => {
    const name = names.get(text)
    if (name !== undefined || names.size >= most) return name
    const fresh = `s${names.size}`
    names.set(text, fresh)
    return fresh
  }
}

function namingConnection(client: pg.PoolClient, nameOf: (text: string) => string | undefined): PostgresPoolClient {
  const shapes: Shapes = new Map()
  let spent = false

  async function query(text: string, values: readonly unknown[]) {
    try {
      if (values.length === 0) return await client.query(text)
      const name = nameOf(text)
      if (name !== undefined) return await runNamed(client, shapes, { name, text, values })
      return await client.query({ text, values: [...values] })
    } catch (error) {
      // One that the server has ended is not for whoever comes next, even before the pool hears of its end.
      if (hasCode(error, STALE_PLAN) || isDatabaseGone(error)) spent = true
      throw error
    }
  }

  return {
    // Kysely's type has a second form, for cursors, which it does not use unless it is given a cursor library.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy?: boolean) => client.release(destroy === true || spent),
  }
}
