import assert from 'node:assert/strict'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { sql } from 'kysely'
import { freshFolder } from '../../../tests/support/embedded.ts'
import { emptyDatabase } from '../../../tests/support/template.ts'
import { MigrationRefused, migrate, readMigrations } from './migrate.ts'
import { openDatabase } from './open-database.ts'

const LETTER = "create table letter (text text primary key);\ninsert into letter values ('a');\n"

describe('migrating', () => {
  it('applies each file once and in order, and says which', async (t) => {
    const { db, folder } = await setUp(t, { '0001-letter.sql': LETTER })
    assert.deepEqual(await migrate(db, folder), { applied: ['0001-letter.sql'], already: 0, ahead: 0 })
    await writeFile(join(folder, '0002-more.sql'), "insert into letter values ('b');")
    await writeFile(join(folder, 'README.md'), 'not a migration')
    assert.deepEqual(await migrate(db, folder), { applied: ['0002-more.sql'], already: 1, ahead: 0 })
    assert.deepEqual(await migrate(db, folder), { applied: [], already: 2, ahead: 0 })
    const { rows } = await sql`select text from letter order by text`.execute(db)
    assert.deepEqual(rows, [{ text: 'a' }, { text: 'b' }])
  })

  it('keeps nothing of a file that fails, and all of those before it', async (t) => {
    const broken = "insert into letter values ('b'); insert into letter values ('a');"
    const { db, folder } = await setUp(t, { '0001-letter.sql': LETTER, '0002-broken.sql': broken })
    await assert.rejects(migrate(db, folder), (error: Error) => {
      assert.ok(error instanceof MigrationRefused)
      assert.match(error.message, /^0002-broken\.sql failed: duplicate key/)
      return true
    })
    assert.deepEqual((await sql`select text from letter`.execute(db)).rows, [{ text: 'a' }])
    await writeFile(join(folder, '0002-broken.sql'), "insert into letter values ('b');")
    assert.deepEqual((await migrate(db, folder)).applied, ['0002-broken.sql'])
  })

  it('refuses a file that has changed since it was applied, but not its line ends', async (t) => {
    const { db, folder } = await setUp(t, { '0001-letter.sql': LETTER })
    await migrate(db, folder)
    await writeFile(join(folder, '0001-letter.sql'), LETTER.replaceAll('\n', '\r\n'))
    assert.equal((await migrate(db, folder)).already, 1)
    await writeFile(join(folder, '0001-letter.sql'), LETTER.replace("'a'", "'b'"))
    await assert.rejects(migrate(db, folder), MigrationRefused)
  })

  it('refuses gaps, doubles and names it cannot read', async (t) => {
    const { db, folder } = await setUp(t, { '0001-letter.sql': LETTER })
    for (const name of ['0003-later.sql', '0001-second.sql', '2-short.sql', '0002_under.sql', '0000-zero.sql']) {
      await writeFile(join(folder, name), 'select 1;')
      await assert.rejects(migrate(db, folder), MigrationRefused, name)
      await rm(join(folder, name))
    }
    assert.equal((await migrate(db, folder)).applied.length, 1)
  })

  it('lets an older release start on a newer database', async (t) => {
    const { db, folder } = await setUp(t, { '0001-letter.sql': LETTER, '0002-more.sql': 'select 1;' })
    await migrate(db, folder)
    await rename(join(folder, '0002-more.sql'), join(folder, 'gone'))
    assert.deepEqual(await migrate(db, folder), { applied: [], already: 1, ahead: 1 })
  })

  it('is done by one of several processes that start at once', async (t) => {
    const { folder, url } = await setUp(t, { '0001-letter.sql': LETTER, '0002-wait.sql': 'select pg_sleep(0.05);' })
    const opened = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ url })))
    try {
      const reports = await Promise.all(opened.map(({ db }) => migrate(db, folder)))
      assert.deepEqual(reports.map(({ applied }) => applied.length).sort(), [0, 0, 0, 2])
    } finally {
      await Promise.all(opened.map((open) => open.close()))
    }
  })

  it('finds the migrations of the product in order', async () => {
    const migrations = await readMigrations()
    assert.ok(migrations.length > 0)
    assert.deepEqual(
      migrations.map(({ number }) => number),
      migrations.map((_, index) => index + 1),
    )
  })
})

async function setUp(t: TestContext, files: Record<string, string>) {
  const folder = await freshFolder(t)
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  const { db, url } = await emptyDatabase(t)
  return { db, folder, url }
}
