import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { freshFolder } from '../../../tests/support/embedded.ts'
import { DirectoryInUse } from './embedded.ts'
import { openDatabase } from './open-database.ts'

describe('an embedded database', () => {
  it('keeps every row that it acknowledged before it was killed, and names who has it open', async (t) => {
    const directory = await freshFolder(t)
    let acknowledged = 0
    for (const round of [1, 2]) {
      const child = spawn(
        process.execPath,
        [join(import.meta.dirname, '../../../tests/support/write-rows.ts'), directory],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      )
      try {
        for await (const line of createInterface({ input: child.stdout })) {
          acknowledged = Number(line)
          if (acknowledged >= round * 300) break
        }
        await assert.rejects(openDatabase({ directory }), (error) => {
          assert.ok(error instanceof DirectoryInUse)
          assert.equal(error.pid, child.pid)
          return true
        })
      } finally {
        await kill(child)
      }
      const open = await openDatabase({ directory })
      try {
        const { rows } = await sql<{ count: number; last: number }>`
          select count(*) as count, max(number) as last from acknowledged`.execute(open.db)
        const [row] = rows
        assert.ok(row && row.last >= acknowledged, `${row?.last} of ${acknowledged}`)
        assert.equal(row.count, row.last)
      } finally {
        await open.close()
      }
    }
  })

  it('makes itself anew when the first attempt was cut short', async (t) => {
    const directory = await freshFolder(t)
    await mkdir(join(directory, 'postgresql.unfinished', 'base'), { recursive: true })
    await writeFile(join(directory, 'postgresql.unfinished', 'PG_VERSION'), '18')
    const open = await openDatabase({ directory })
    await sql`select 1`.execute(open.db)
    await open.close()
    assert.deepEqual(await readdir(directory), ['postgresql'])
  })

  it('gives a transaction nothing of a client that went away in the middle of another', async (t) => {
    const open = await openDatabase({ directory: await freshFolder(t) })
    try {
      await sql`create table letter (text text)`.execute(open.db)
      const client = await open.pool.connect()
      await client.query('begin')
      await client.query({ name: 's0', text: 'insert into letter values ($1)', values: ['lost'] })
      client.release(true)
      await sql`insert into letter values (${'kept'})`.execute(open.db)
      assert.deepEqual((await sql`select text from letter`.execute(open.db)).rows, [{ text: 'kept' }])
    } finally {
      await open.close()
    }
  })

  it('can be closed twice and not used after', async (t) => {
    const open = await openDatabase({ directory: await freshFolder(t) })
    await Promise.all([open.close(), open.close()])
    await assert.rejects(sql`select 1`.execute(open.db))
  })
})

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
