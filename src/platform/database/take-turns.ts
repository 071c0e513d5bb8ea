import pg from 'pg'
import type { OpenDatabase } from './open-database.ts'

/** Any number will do that no other lock of ours has. */
const LOCK = 7_203_115

/**
 * Does what processes that start together must do one after another. The lock has a connection of its own, because the
 * work may need every connection of the pool. The embedded database has one process, so there is nobody to wait for.
 */
export async function takeTurns<Value>(
  { engine, pool }: Pick<OpenDatabase, 'engine' | 'pool'>,
  work: () => Promise<Value>,
): Promise<Value> {
  if (engine === 'embedded') return await work()
  // However long those before us take.
  const client = new pg.Client({ ...pool.options, statement_timeout: 0 })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1::int8)', [LOCK])
    return await work()
  } finally {
    // It lets go of the lock too.
    await client.end()
  }
}
