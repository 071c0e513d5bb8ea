import { createRequire } from 'node:module'
import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Tx } from '../database/database.ts'
import type { OpenDatabase } from '../database/open-database.ts'

/** The jobs library on our own connections, and a way to wait for what it began. */
export type Boss = { readonly boss: PgBoss; settled(): Promise<void> }

/** The schema in which the library keeps its tables. */
export const SCHEMA = 'pgboss'

/**
 * The library with the least of its own timers: once every five minutes it looks for jobs that never ended, and only
 * where a job has a timetable does it look at the clock.
 */
export function createBoss({ pool }: OpenDatabase, options: { supervise: boolean; schedule: boolean }): Boss {
  const { executeSql, settled } = statementsOn(pool)
  const boss = new PgBoss({
    db: { executeSql },
    schema: SCHEMA,
    ...options,
    maintenanceIntervalSeconds: 300,
    cronMonitorIntervalSeconds: 30,
    cronWorkerIntervalSeconds: 30,
    clockMonitorIntervalSeconds: 600,
  })
  return { boss, settled }
}

/** The version of the tables that the library wants, as its package says. */
const { pgboss: wanted } = createRequire(import.meta.url)('pg-boss/package.json') as { pgboss?: { schema?: number } }

/** Whether the library's tables are there and are those that it wants. Two short statements, where making sure takes half a second. */
export async function isInstalled(boss: PgBoss): Promise<boolean> {
  return (await boss.isInstalled()) && (await boss.schemaVersion()) === wanted?.schema
}

/** Makes the library's tables, so that a database that is copied has them. */
export async function installBoss(open: OpenDatabase): Promise<void> {
  const { boss, settled } = createBoss(open, { supervise: false, schedule: false })
  await boss.start()
  await boss.stop({ graceful: false })
  await settled()
}

/** Runs the library's statements inside one of our transactions. */
export function within(tx: Tx): { executeSql(text: string, values: unknown[]): Promise<{ rows: unknown[] }> } {
  return {
    async executeSql(text, values) {
      const { rows } = await tx.executeQuery(CompiledQuery.raw(text, values))
      return { rows }
    },
  }
}

export type Statements = {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
  settled(): Promise<void>
}

/**
 * Some of the library's texts are several statements with `begin` and `commit` between them. Each text has a connection
 * to itself from its first statement to its last. If it fails half-way, its transaction is rolled back before anyone
 * else is given the connection: otherwise theirs would become part of it.
 */
export function statementsOn(pool: pg.Pool): Statements {
  const running = new Set<Promise<unknown>>()

  async function execute(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
    const client = await pool.connect()
    let broken = false
    try {
      const result = (await client.query(text, values)) as pg.QueryResult | pg.QueryResult[]
      // Of several statements the library wants the rows of all, whichever it was that had some.
      return { rows: Array.isArray(result) ? result.flatMap(({ rows }) => rows) : result.rows }
    } catch (error) {
      await client.query('rollback').catch(() => {
        broken = true
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  return {
    executeSql(text, values) {
      const execution = execute(text, values)
      running.add(execution)
      const ended = (): void => {
        running.delete(execution)
      }
      execution.then(ended, ended)
      return execution
    },
    async settled() {
      while (running.size > 0) await Promise.allSettled(running)
    },
  }
}
