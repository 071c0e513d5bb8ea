import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from '../../../tests/support/template.ts'
import { statementNames } from './connections.ts'
import type { Database } from './database.ts'
import { openDatabase } from './open-database.ts'

describe('a statement', () => {
  it('has one name for one text, until there are too many', () => {
    const nameOf = statementNames(2)
    const names = ['a', 'b', 'a', 'c', 'b'].map(nameOf)
    assert.equal(names[0], names[2])
    assert.equal(names[1], names[4])
    assert.notEqual(names[0], names[1])
    assert.equal(names[3], undefined)
  })

  it('is parsed once by a connection, whatever its values', async (t) => {
    const { url } = await freshDatabase(t)
    const open = await openDatabase({ url, poolSize: 1 })
    t.after(() => open.close())
    for (let value = 0; value < 9; value += 1) await sql`select ${value}::int + ${1}::int as sum`.execute(open.db)
    const { rows } = await sql<{ text: string }>`
      select statement as text from pg_prepared_statements where statement like ${'%as sum'}`.execute(open.db)
    assert.deepEqual(rows, [{ text: 'select $1::int + $2::int as sum' }])
  })

  it('works again after a migration has changed what it selects', async (t) => {
    const { url } = await freshDatabase(t)
    const open = await openDatabase({ url, poolSize: 1 })
    t.after(() => open.close())
    await sql`create table widening as select 1 as a`.execute(open.db)
    const read = async () => (await sql`select * from widening where a = ${1}`.execute(open.db)).rows
    assert.deepEqual(await read(), [{ a: 1 }])
    await sql`alter table widening add column b integer`.execute(open.db)
    await assert.rejects(read(), { code: '0A000' })
    assert.deepEqual(await read(), [{ a: 1, b: null }])
  })
})

describe('a connection', () => {
  it('that the server ended is replaced', async (t) => {
    const faults: Error[] = []
    const { url, db } = await freshDatabase(t)
    const open = await openDatabase({ url, poolSize: 1, onFault: (error) => faults.push(error) })
    t.after(() => open.close())
    const before = await processOf(open.db)
    const lost = new Promise((resolve) => open.pool.once('error', resolve))
    await sql`select pg_terminate_backend(${before}::int)`.execute(db)
    await lost
    assert.notEqual(await processOf(open.db), before)
    assert.equal(faults.length, 1)
  })

  it('gives up on a statement that takes too long', async (t) => {
    const { url } = await freshDatabase(t)
    const open = await openDatabase({ url, statementTimeoutMilliseconds: 20 })
    t.after(() => open.close())
    await assert.rejects(sql`select pg_sleep(${60}::int)`.execute(open.db), { code: '57014' })
  })
})

async function processOf(db: Database): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
  return rows[0]?.pid ?? 0
}
