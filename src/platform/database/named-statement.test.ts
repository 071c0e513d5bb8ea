import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from '../../../tests/support/template.ts'
import { type OpenDatabase, openDatabase } from './open-database.ts'

async function oneConnection(t: TestContext): Promise<OpenDatabase> {
  const { url } = await freshDatabase(t)
  const open = await openDatabase({ url, poolSize: 1 })
  t.after(() => open.close())
  return open
}

/** Counts how often the one connection asks the server what rows are like. */
async function countDescribes({ pool }: OpenDatabase): Promise<() => number> {
  const client = await pool.connect()
  const { connection } = client as unknown as { readonly connection: { describe: (what: object) => void } }
  const describe = connection.describe.bind(connection)
  let count = 0
  connection.describe = (what) => {
    count += 1
    describe(what)
  }
  client.release()
  return () => count
}

describe('a statement with a name', () => {
  it('asks once what its rows are like, and gives the same each time', async (t) => {
    const open = await oneConnection(t)
    const asked = await countDescribes(open)
    const read = async (list: string) =>
      (
        await sql`select id::int, id * 1.5 as half, null::text as nothing, '2026-07-01T10:00:00Z'::timestamptz as at
          from jsonb_array_elements_text(${list}::jsonb) as t (n), lateral (select n::int as id) i`.execute(open.db)
      ).rows
    const row = (id: number) => ({
      id,
      half: (id * 1.5).toFixed(1),
      nothing: null,
      at: new Date('2026-07-01T10:00:00Z'),
    })
    assert.deepEqual(await read('[1, 2]'), [row(1), row(2)])
    assert.deepEqual(await read('[]'), [])
    assert.deepEqual(await read('[3]'), [row(3)])
    assert.equal(asked(), 1)
  })

  it('says each time how many rows it changed, when it gives none', async (t) => {
    const open = await oneConnection(t)
    await sql`create table counted as select generate_series(1, 9) as id`.execute(open.db)
    const asked = await countDescribes(open)
    const change = async (least: number) => {
      const { rows, numAffectedRows } = await sql`update counted set id = id where id >= ${least}`.execute(open.db)
      return { rows, numAffectedRows }
    }
    assert.deepEqual(await change(1), { rows: [], numAffectedRows: 9n })
    assert.deepEqual(await change(8), { rows: [], numAffectedRows: 2n })
    assert.deepEqual(await change(10), { rows: [], numAffectedRows: 0n })
    assert.equal(asked(), 1)
  })

  it('fails by itself when a row cannot be read or a value not be sent', async (t) => {
    const open = await oneConnection(t)
    const read = async (number: string) =>
      (await sql`select ${number}::int8 as n from generate_series(1, 3)`.execute(open.db)).rows
    await assert.rejects(read('9007199254740993'), RangeError)
    assert.deepEqual(await read('5'), [{ n: 5 }, { n: 5 }, { n: 5 }])
    const circle: { self?: object } = {}
    circle.self = circle
    await assert.rejects(sql`select ${circle}::jsonb as a`.execute(open.db), TypeError)
    await assert.rejects(read('much'), { code: '22P02' })
    assert.deepEqual(await read('6'), [{ n: 6 }, { n: 6 }, { n: 6 }])
  })

  it('writes a time as the instant it is, in every year that PostgreSQL knows', async (t) => {
    const open = await oneConnection(t)
    const years = [
      '2026-07-01T10:00:00.123Z',
      '0001-01-01T00:00:00Z',
      '-000044-03-15T12:00:00Z',
      '+012026-01-01T00:00:00Z',
    ]
    for (const text of years) {
      const at = new Date(text)
      const { rows } = await sql<{ seconds: string }>`
        select extract(epoch from ${at}::timestamptz)::text as seconds`.execute(open.db)
      assert.equal(Number(rows[0]?.seconds), at.getTime() / 1000, text)
    }
  })
})
