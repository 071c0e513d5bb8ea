/**
 * A program that is made to be killed: it writes rows to the embedded database of a directory, one after another, and
 * says each number when the database has acknowledged it.
 */
import { sql } from 'kysely'
import { openDatabase } from '../../src/platform/database/open-database.ts'

const { db } = await openDatabase({ directory: process.argv[2] })
await sql`create table if not exists acknowledged (number integer primary key, filler text)`.execute(db)
const { rows } = await sql<{ next: number }>`select coalesce(max(number), 0) + 1 as next from acknowledged`.execute(db)
for (let number = rows[0]?.next ?? 1; ; number += 1) {
  await sql`insert into acknowledged values (${number}, ${'x'.repeat(number % 2_000)})`.execute(db)
  process.stdout.write(`${number}\n`)
}
