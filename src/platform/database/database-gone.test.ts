import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { startPostgres } from '../../../tests/support/postgres.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import type { Database } from './database.ts'
import { isDatabaseGone, waitWhileStarting } from './database-gone.ts'
import { openDatabase } from './open-database.ts'

const connectionOf = async (db: Database): Promise<number> =>
  (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid ?? 0

/** Ends a connection as an administrator of the server would, and waits until the server has no trace of it. */
async function end(db: Database, pid: number): Promise<void> {
  await sql`select pg_terminate_backend(${pid}::int)`.execute(db)
  for (;;) {
    const { rows } = await sql`select from pg_stat_activity where pid = ${pid}::int`.execute(db)
    if (rows.length === 0) return
  }
}

describe('a connection that the server ends', () => {
  it('between two statements of a transaction fails that transaction, and the process goes on', async (t) => {
    const { url, db: other } = await freshDatabase(t)
    const open = await openDatabase({ url })
    t.after(() => open.close())
    await sql`create table kept (id integer)`.execute(other)
    const ended = new Promise((resolve) => open.pool.once('acquire', (client) => client.once('end', resolve)))
    const failed = await open.db
      .transaction()
      .execute(async (tx) => {
        await sql`insert into kept values (1)`.execute(tx)
        await end(other, await connectionOf(tx))
        // Here is the event that nobody waits for: it must end nothing but the transaction.
        await ended
        await sql`insert into kept values (2)`.execute(tx)
      })
      .then(
        () => undefined,
        (error: unknown) => error,
      )
    assert.ok(isDatabaseGone(failed), String(failed))
    assert.deepEqual((await sql`select id from kept`.execute(open.db)).rows, [])
  })

  it('is replaced by another, whether it was idle or at work', async (t) => {
    const { url, db: other } = await freshDatabase(t)
    const open = await openDatabase({ url, poolSize: 1 })
    t.after(() => open.close())
    const idle = await connectionOf(open.db)
    await end(other, idle)
    const removed = open.pool.totalCount === 0 ? undefined : new Promise((resolve) => open.pool.once('remove', resolve))
    await removed
    const busy = await connectionOf(open.db)
    assert.notEqual(busy, idle)
    const sleeping = sql`select pg_sleep(600)`.execute(open.db)
    const failing = assert.rejects(sleeping, isDatabaseGone)
    await end(other, busy)
    await failing
    assert.notEqual(await connectionOf(open.db), busy)
  })
})

describe('a database that is gone', () => {
  it('is told from a statement that is wrong', async (t) => {
    const open = await openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nothing' })
    const missing = await openDatabase({ url: 'postgres://nobody@localhost/nothing?host=/nowhere/at/all' })
    const there = await freshDatabase(t)
    t.after(() => Promise.all([open.close(), missing.close()]).then(() => undefined))
    await assert.rejects(sql`select 1`.execute(open.db), isDatabaseGone)
    await assert.rejects(sql`select 1`.execute(missing.db), isDatabaseGone)
    await assert.rejects(sql`select 1 / 0`.execute(there.db), (error) => !isDatabaseGone(error))
    await assert.rejects(sql`selec 1`.execute(there.db), (error) => !isDatabaseGone(error))
    assert.equal(isDatabaseGone(Object.assign(new Error('no file'), { code: 'ENOENT', syscall: 'open' })), false)
  })

  it('is not waited for when nobody is there, and is when it says that it starts', async (t) => {
    const nobody = await openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nothing' })
    t.after(() => nobody.close())
    await assert.rejects(waitWhileStarting(nobody.db), { code: 'ECONNREFUSED' })
  })
})

it('a server that was stopped in its tracks has all that was committed, and the same pool goes on with it', async (t) => {
  const postgres = await startPostgres({ durable: true })
  t.after(() => postgres.stop())
  const open = await openDatabase({ url: postgres.url, poolSize: 3 })
  t.after(() => open.close())
  await sql`create table kept (id integer)`.execute(open.db)
  await Promise.all([1, 2, 3].map((id) => sql`insert into kept values (${id}::int)`.execute(open.db)))
  const watcher = new pg.Client({ connectionString: postgres.url })
  watcher.on('error', () => undefined)
  await watcher.connect()
  const cutOff = new Promise((resolve) => watcher.once('end', resolve))
  const restarted = postgres.restart()
  await cutOff
  // Whoever asks now is told that it is gone, or has their answer.
  const meanwhile = await sql`select 1`.execute(open.db).then(
    () => undefined,
    (error: unknown) => error,
  )
  assert.ok(meanwhile === undefined || isDatabaseGone(meanwhile), String(meanwhile))
  await restarted
  await waitWhileStarting(open.db)
  const { rows } = await sql`select id from kept order by id`.execute(open.db)
  assert.deepEqual(rows, [{ id: 1 }, { id: 2 }, { id: 3 }])
})
