import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { describeOnBothEngines } from '../support/both-engines.ts'

describeOnBothEngines('a transaction', (open) => {
  beforeEach(async () => {
    await sql`drop table if exists letter`.execute(open().db)
    await sql`create table letter (text text primary key)`.execute(open().db)
  })

  it('is kept whole or not at all', async () => {
    const { db } = open()
    await assert.rejects(
      db.transaction().execute(async (tx) => {
        await write(tx, 'a')
        throw new RangeError('our own')
      }),
      RangeError,
    )
    await assert.rejects(
      db.transaction().execute(async (tx) => {
        await write(tx, 'b')
        await sql`select 1 / ${0}::int`.execute(tx)
      }),
      { code: '22012' },
    )
    await db.transaction().execute(async (tx) => await write(tx, 'c'))
    assert.deepEqual(await letters(db), ['c'])
  })

  it('that swallowed a refusal does not claim to be kept', async () => {
    const { db } = open()
    const swallowing = db.transaction().execute(async (tx) => {
      await write(tx, 'a')
      await assert.rejects(write(tx, 'a'))
    })
    await assert.rejects(swallowing)
    assert.deepEqual(await letters(db), [])
  })

  it('does not take in a statement from outside it', async () => {
    const { db } = open()
    const reached = Promise.withResolvers<void>()
    const rolledBack = db.transaction().execute(async (tx) => {
      await write(tx, 'inside')
      reached.resolve()
      await sql`select ${1}`.execute(tx)
      throw new RangeError('rolled back')
    })
    await reached.promise
    const outside = write(db, 'outside')
    await assert.rejects(rolledBack, RangeError)
    await outside
    assert.deepEqual(await letters(db), ['outside'])
  })

  it('takes its turn with many others, and none is lost', async () => {
    const { db } = open()
    await sql`create table counter (value integer)`.execute(db)
    await sql`insert into counter values (${0})`.execute(db)
    const increment = () =>
      db.transaction().execute(async (tx) => {
        const { rows } = await sql<{ value: number }>`select value from counter for update`.execute(tx)
        await sql`update counter set value = ${(rows[0]?.value ?? 0) + 1}`.execute(tx)
      })
    await Promise.all(Array.from({ length: 60 }, increment))
    assert.deepEqual((await sql`select value from counter`.execute(db)).rows, [{ value: 60 }])
  })
})

async function write(db: Database, text: string): Promise<void> {
  await sql`insert into letter values (${text})`.execute(db)
}

async function letters(db: Database): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`select text from letter order by text`.execute(db)
  return rows.map(({ text }) => text)
}
