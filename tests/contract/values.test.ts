import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { describeOnBothEngines } from '../support/both-engines.ts'

/** What SQL makes, and what JavaScript gets. Dates are compared as moments, bytes as bytes. */
const READ: readonly (readonly [sql: string, value: unknown])[] = [
  ['null::text', null],
  ["'Tŷ Cymru 🏴 \u0001'::text", 'Tŷ Cymru 🏴 \u0001'],
  ['true', true],
  ['12::int2', 12],
  ['(-2147483648)::int4', -2_147_483_648],
  ['9007199254740991::int8', 9_007_199_254_740_991],
  ['(select count(*) from (values (1), (2)) as v)', 2],
  ['sum(1::int4)', 1],
  ['array[1, null, 3]::int8[]', [1, null, 3]],
  ['1.50::numeric', '1.50'],
  ['0.1::float8', 0.1],
  ["'2014-02-10'::date", '2014-02-10'],
  ["array['2014-02-10', null]::date[]", ['2014-02-10', null]],
  ["'2014-02-10 17:00:00.123+00'::timestamptz", new Date('2014-02-10T17:00:00.123Z')],
  ["'2014-07-10 17:00:00+01'::timestamptz", new Date('2014-07-10T16:00:00Z')],
  ["'2014-07-10 17:00:00'::timestamp", '2014-07-10 17:00:00'],
  ["'17:00'::time", '17:00:00'],
  ["'1 day 02:00'::interval", '1 day 02:00:00'],
  ["'\\x00ff10'::bytea", Buffer.from([0, 255, 16])],
  ['\'{"a": [1, "b", null, true]}\'::jsonb', { a: [1, 'b', null, true] }],
  ["'3'::jsonb", 3],
  ["array['a', 'b,\"c', null, '']::text[]", ['a', 'b,"c', null, '']],
  ['array[]::text[]', []],
  ["'6ba7b810-9dad-11d1-80b4-00c04fd430c8'::uuid", '6ba7b810-9dad-11d1-80b4-00c04fd430c8'],
  ["current_setting('TimeZone')", 'UTC'],
  ["(timestamptz '2014-07-10 23:30:00+00')::date", '2014-07-10'],
]

/** What JavaScript gives, with the cast it needs, and what SQL makes of it when asked for text. */
const WRITTEN: readonly (readonly [given: RawBuilder<unknown>, text: string | null])[] = [
  [sql`${'Tŷ 🏴'}::text`, 'Tŷ 🏴'],
  [sql`${'it\'s \\ "quoted"'}::text`, 'it\'s \\ "quoted"'],
  [sql`${null}::text`, null],
  [sql`${12}::int`, '12'],
  [sql`${9_007_199_254_740_991}::int8`, '9007199254740991'],
  [sql`${'1.50'}::numeric`, '1.50'],
  [sql`${false}::boolean`, 'false'],
  [sql`${'2014-02-10'}::date`, '2014-02-10'],
  [sql`${new Date('2014-07-10T16:00:00.123Z')}::timestamptz`, '2014-07-10 16:00:00.123+00'],
  [sql`${JSON.stringify({ a: [1] })}::jsonb`, '{"a": [1]}'],
  [sql`${['a', 'b,"c', null, '']}::text[]`, '{a,"b,\\"c",NULL,""}'],
  [sql`${[1, 2]}::int[]`, '{1,2}'],
  [sql`${Uint8Array.of(0, 255)}::bytea`, '\\x00ff'],
]

describeOnBothEngines('values', (open) => {
  it('are read as the same JavaScript', async () => {
    const { db } = open()
    for (const [expression, expected] of READ) {
      const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(db)
      assert.deepEqual(rows, [{ value: expected }], expression)
      // Once more as a named statement, which describes its columns another way.
      const named = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value where ${1}::int = 1`.execute(
        db,
      )
      assert.deepEqual(named.rows, rows, expression)
    }
  })

  it('are written as the same SQL', async () => {
    const { db } = open()
    for (const [given, expected] of WRITTEN) {
      const { rows } = await sql<{ value: unknown }>`select (${given})::text as value`.execute(db)
      assert.deepEqual(rows, [{ value: expected }])
    }
  })

  it('refuse a number that JavaScript would change', async () => {
    const { db } = open()
    await assert.rejects(sql`select 9007199254740993::int8 as value`.execute(db), RangeError)
    assert.deepEqual((await sql`select 1 as value`.execute(db)).rows, [{ value: 1 }])
  })

  it('come in ten megabytes as in ten bytes', async () => {
    const { db } = open()
    const text = 'Cyngor Gwynedd '.repeat(700_000)
    const { rows } = await sql<{ length: number; value: string }>`
      select length(${text}::text) as length, ${text}::text as value`.execute(db)
    assert.equal(rows[0]?.length, text.length)
    assert.ok(rows[0]?.value === text)
  })

  it('say how many rows were changed', async () => {
    const { db } = open()
    await sql`create table counted (id integer primary key)`.execute(db)
    const inserted = await sql`insert into counted select generate_series(1, ${7}::int)`.execute(db)
    assert.equal(inserted.numAffectedRows, 7n)
    assert.equal((await sql`delete from counted where id > ${100}`.execute(db)).numAffectedRows, 0n)
  })
})

describeOnBothEngines('refusals', (open) => {
  it('name the rule that was broken', async () => {
    const { db } = open()
    await sql`create table ruled (id integer constraint ruled_once primary key, x int constraint ruled_positive check (x > 0))`.execute(
      db,
    )
    await insert(db, 1, 1)
    await assert.rejects(insert(db, 1, 1), { code: '23505', constraint: 'ruled_once' })
    await assert.rejects(insert(db, 2, 0), { code: '23514', constraint: 'ruled_positive' })
    await assert.rejects(sql`selec`.execute(db), { code: '42601' })
    await assert.rejects(sql`select ${'x'}::int`.execute(db), { code: '22P02' })
    await assert.rejects(sql`select ${'a\u0000b'}::text`.execute(db), { code: '22021' })
    await insert(db, 3, 3)
  })
})

async function insert(db: Database, id: number, x: number): Promise<void> {
  await sql`insert into ruled values (${id}, ${x})`.execute(db)
}
