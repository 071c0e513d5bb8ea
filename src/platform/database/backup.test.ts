import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { freshFolder } from '../../../tests/support/embedded.ts'
import { diskFiles, filesIn } from '../files/disk-files.ts'
import { backup, NoDatabase } from './backup.ts'
import type { Database } from './database.ts'
import { askForDump, serveDumps, socketIn } from './dump-socket.ts'
import { DirectoryInUse } from './embedded.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open-database.ts'
import { DatabaseExists, restore } from './restore.ts'

describe('a backup', () => {
  it('restores to a database that is equal, in every table', async (t) => {
    const folder = await freshFolder(t)
    const [from, to, file] = [join(folder, 'from'), join(folder, 'to'), join(folder, 'backup.tar.gz')]
    const before = await used(from, async (db) => {
      await migrate(db)
      await sql`create table mixed (id integer generated always as identity primary key, words text, at timestamptz, doc jsonb, bytes bytea)`.execute(
        db,
      )
      await sql`insert into mixed (words, at, doc, bytes)
        select repeat('Tŷ 🏴 ', n), timestamptz '2014-02-10 17:00Z' + n * interval '1 s', jsonb_build_object('n', n), sha256(n::text::bytea)
        from generate_series(1, ${500}::int) as n`.execute(db)
      return await everything(db)
    })
    assert.ok(Object.keys(before).length > 2)
    assert.equal(before['public.mixed']?.length, 500)

    assert.deepEqual(await backup(from, file), { bytes: (await stat(file)).size, files: 0 })
    await restore(file, to)
    const after = await used(to, async (db) => {
      const restored = await everything(db)
      const { rows } = await sql<{ id: number }>`insert into mixed (words) values ('next') returning id`.execute(db)
      assert.equal(rows[0]?.id, 501)
      return restored
    })
    assert.deepEqual(after, before)
  })

  it('holds the files that people sent, so that tar can read it, and gives them back', async (t) => {
    const folder = await freshFolder(t)
    const [from, to, file] = [join(folder, 'from'), join(folder, 'to'), join(folder, 'backup.tar')]
    await used(from, (db) => sql`select 1`.execute(db))
    const contents = ['', 'one', 'x'.repeat(512), 'y'.repeat(70_001)]
    const names: string[] = []
    for (const content of contents) {
      await writeFile(join(folder, 'sent'), content)
      names.push((await diskFiles(filesIn(from)).put(join(folder, 'sent'))).sha256)
    }
    assert.equal((await backup(from, file)).files, 4)
    const listed = execFileSync('tar', ['-tf', file], { encoding: 'utf8' }).trim().split('\n')
    assert.deepEqual(listed.sort(), ['database.tar.gz', ...names.map((name) => `files/${name}`)].sort())

    await restore(file, to)
    assert.deepEqual(await readdir(to).then((all) => all.sort()), ['files', 'postgresql'])
    const files = diskFiles(filesIn(to))
    for (const [index, name] of names.entries()) {
      const stream = await files.open(name)
      assert.equal(stream && (await text(stream)), contents[index])
    }
    const damaged = await readFile(file)
    damaged[damaged.lastIndexOf('y')] = 0
    await writeFile(file, damaged)
    await assert.rejects(restore(file, join(folder, 'other')), /damaged/)
    assert.deepEqual(
      (await readdir(join(folder, 'other'))).filter((name) => name !== 'files'),
      [],
    )
  })

  it('of the first version, which was the database alone, is still restored', async (t) => {
    const folder = await freshFolder(t)
    const [from, to, file] = [join(folder, 'from'), join(folder, 'to'), join(folder, 'backup.tar')]
    await used(from, (db) => sql`create table letter as select 'old' as text`.execute(db))
    await backup(from, file)
    execFileSync('tar', ['-xf', file, '-C', folder, 'database.tar.gz'])
    await restore(join(folder, 'database.tar.gz'), to)
    assert.deepEqual(await letters(to), ['old'])
  })

  it('does not replace a database unless told to, and then keeps the old one beside it', async (t) => {
    const folder = await freshFolder(t)
    const [directory, file] = [join(folder, 'data'), join(folder, 'backup.tar.gz')]
    await used(directory, (db) => sql`create table letter as select 'old' as text`.execute(db))
    await backup(directory, file)
    await used(directory, (db) => sql`update letter set text = 'new'`.execute(db))

    await assert.rejects(restore(file, directory), DatabaseExists)
    assert.deepEqual(await letters(directory), ['new'])
    await restore(file, directory, { force: true })
    assert.deepEqual(await letters(directory), ['old'])
    assert.deepEqual(await readdir(directory), ['postgresql', 'postgresql.replaced'])
  })

  it('that is damaged changes nothing', async (t) => {
    const folder = await freshFolder(t)
    const [directory, file] = [join(folder, 'data'), join(folder, 'backup.tar.gz')]
    await used(directory, (db) => sql`create table letter as select 'kept' as text`.execute(db))
    await backup(directory, file)
    const whole = await readFile(file)
    for (const damaged of [whole.subarray(0, whole.length / 2), Buffer.from('not a tarball')]) {
      await writeFile(file, damaged)
      await assert.rejects(restore(file, directory, { force: true }))
    }
    await assert.rejects(restore(join(folder, 'nothing'), directory, { force: true }), { code: 'ENOENT' })
    assert.deepEqual(await letters(directory), ['kept'])
    assert.deepEqual(await readdir(directory), ['postgresql'])
  })

  it('can be made while the service runs: all that is committed, and nothing of what is half done', async (t) => {
    const folder = await freshFolder(t)
    const [directory, to, file] = [join(folder, 'data'), join(folder, 'to'), join(folder, 'backup.tar')]
    const during = await used(directory, async (db) => {
      await sql`create table letter as select 'committed' as text`.execute(db)
      const inserted = Promise.withResolvers<void>()
      const rollBack = Promise.withResolvers<void>()
      const transaction = db.transaction().execute(async (tx) => {
        await sql`insert into letter values ('half done')`.execute(tx)
        inserted.resolve()
        await rollBack.promise
        throw new Error('changed my mind')
      })
      const undone = assert.rejects(transaction, /changed my mind/)
      await inserted.promise
      const backedUp = backup(directory, file)
      rollBack.resolve()
      await undone
      assert.equal((await backedUp).bytes, (await stat(file)).size)
      assert.equal((await stat(file)).mode & 0o777, 0o600)
      await sql`insert into letter values ('since')`.execute(db)
      return (await sql<{ text: string }>`select text from letter order by text`.execute(db)).rows
    })
    assert.deepEqual(during, [{ text: 'committed' }, { text: 'since' }], 'the service went on')
    await restore(file, to)
    assert.deepEqual(await letters(to), ['committed'])
    assert.deepEqual(await readdir(directory), ['postgresql'], 'the socket is gone with the service')
  })

  it('is given to the same user alone, and not in part', async (t) => {
    const directory = join(await freshFolder(t), 'data')
    await used(directory, async () => {
      assert.equal((await stat(socketIn(directory))).mode & 0o777, 0o600)
    })
    const close = await serveDumps(directory, async () => {
      throw new Error('no room')
    })
    await assert.rejects(askForDump(directory), /no room/)
    await close()
    assert.equal(await askForDump(directory), undefined)
    const broken = createServer((socket) => socket.end('{"bytes":5}\nfour')).listen(socketIn(directory))
    t.after(() => void broken.close())
    await once(broken, 'listening')
    await assert.rejects(askForDump(directory), /broke off/)
  })

  it('is refused when there is no database, and when it is open where nobody can be asked', async (t) => {
    const folder = await freshFolder(t)
    const [directory, file] = [join(folder, 'data'), join(folder, 'backup.tar.gz')]
    await assert.rejects(backup(directory, file), NoDatabase)
    await writeFile(join(folder, 'other.tar.gz'), '')
    await used(directory, async () => {
      await rm(socketIn(directory))
      await assert.rejects(backup(directory, file), DirectoryInUse)
      await assert.rejects(restore(join(folder, 'other.tar.gz'), directory, { force: true }), DirectoryInUse)
    })
    assert.deepEqual(await readdir(folder), ['data', 'other.tar.gz'])
  })
})

async function used<Value>(directory: string, use: (db: Database) => Promise<Value>): Promise<Value> {
  const open = await openDatabase({ directory })
  try {
    return await use(open.db)
  } finally {
    await open.close()
  }
}

async function letters(directory: string): Promise<string[]> {
  const query = (db: Database) => sql<{ text: string }>`select text from letter`.execute(db)
  return (await used(directory, query)).rows.map(({ text }) => text)
}

/** Every row of every table, as text. */
async function everything(db: Database): Promise<Record<string, string[]>> {
  const tables = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1, 2`.execute(db)
  const all: Record<string, string[]> = {}
  for (const { schema, name } of tables.rows) {
    const { rows } = await sql<{ row: string }>`
      select t::text as row from ${sql.id(schema, name)} as t order by 1`.execute(db)
    all[`${schema}.${name}`] = rows.map(({ row }) => row)
  }
  return all
}
