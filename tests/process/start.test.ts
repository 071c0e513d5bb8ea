import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { freshFolder } from '../support/embedded.ts'
import { lastFirst } from '../support/last-first.ts'
import { emptyDatabase } from '../support/template.ts'
import { freePort, type Program, runCommand, startProgram, startWeb, statusOf, until } from './program.ts'

/** The lock under which migrations are applied, in the words of src/platform/database/migrate.ts. */
const migrationLock = 7_203_114

describe('a first start in an empty folder', () => {
  it('listens, and then says where to go and whom to sign in as', async (t) => {
    const life = lastFirst(t)
    const directory = await freshFolder(life)
    const web = await startWeb(life, { DATA_DIR: directory })

    assert.match(web.out(), /^Delivering Differently is ready at http:\/\/127\.0\.0\.1:\d+ \(embedded database in /)
    assert.ok(web.out().includes(directory))
    assert.ok(web.out().includes(`${web.url}/sign-in`))
    for (const email of ['priya.nair@exbridge.example', 'samira.khan@programme.example', 'alex.morgan@service.example'])
      assert.ok(web.out().includes(email), email)
    assert.equal(web.err(), '')

    assert.equal(await statusOf(`${web.url}/readyz`), 200)
    assert.match(await (await fetch(`${web.url}/`)).text(), /Open round, dated from today/)
    assert.match(await (await fetch(`${web.url}/sign-in`)).text(), /Priya Nair/)
  })
})

describe('while a start is under way', () => {
  it('is alive at once, not ready until the database is, and then ready', async (t) => {
    const life = lastFirst(t)
    const { db, url } = await emptyDatabase(life)
    await db.connection().execute(async (connection) => {
      // Held here, the lock stops the start where it migrates: what is seen meanwhile is not a matter of luck.
      await sql`select pg_advisory_lock(${migrationLock}::int8)`.execute(connection)
      const { program, address } = await startOnFreePort(life, { DATABASE_URL: url, SECRET_KEY: 's'.repeat(40) })
      assert.equal(await statusOf(`${address}/healthz`), 200)
      assert.equal(await statusOf(`${address}/readyz`), 503)
      const page = await fetch(`${address}/`)
      assert.equal(page.status, 503)
      assert.match(await page.text(), /starting/)
      assert.ok(Number(page.headers.get('retry-after')) > 0)
      assert.equal(program.out(), '')

      await sql`select pg_advisory_unlock(${migrationLock}::int8)`.execute(connection)
      const seen = new Set<number | undefined>()
      await until('it is ready', program, async () => {
        const status = await statusOf(`${address}/readyz`)
        seen.add(status)
        return status === 200
      })
      seen.delete(503)
      assert.deepEqual([...seen], [200])
      await until('it said where it is', program, () => program.out().includes(`is ready at ${address} (PostgreSQL)`))
    })
  })
})

/** On a port chosen beforehand; another one if somebody was quicker. */
async function startOnFreePort(
  life: ReturnType<typeof lastFirst>,
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly program: Program; readonly address: string }> {
  for (;;) {
    const port = await freePort()
    const address = `http://127.0.0.1:${port}`
    const program = startProgram(life, 'src/web.ts', { HOST: '127.0.0.1', PORT: String(port), ...environment })
    try {
      await until('it listens', program, async () => (await statusOf(`${address}/healthz`)) === 200)
      if (program.child.exitCode === null) return { program, address }
    } catch (error) {
      if (!program.err().includes('already listens')) throw error
    }
  }
}

describe('a second start', () => {
  it('on the port of the first, or in its folder, says so and ends, and leaves the first alone', async (t) => {
    const life = lastFirst(t)
    const [directory, elsewhere] = [await freshFolder(life), await freshFolder(life)]
    const { program, address } = await startOnFreePort(life, { DATA_DIR: directory })
    await until('it is ready', program, async () => (await statusOf(`${address}/readyz`)) === 200)
    const { port } = new URL(address)

    const samePort = startProgram(life, 'src/web.ts', { HOST: '127.0.0.1', PORT: port, DATA_DIR: elsewhere })
    assert.deepEqual(await samePort.ended(), { code: 1, signal: null })
    assert.match(samePort.err(), new RegExp(`already listens on port ${port}`))

    const sameFolder = startProgram(life, 'src/web.ts', { HOST: '127.0.0.1', PORT: '0', DATA_DIR: directory })
    assert.deepEqual(await sameFolder.ended(), { code: 1, signal: null })
    assert.ok(sameFolder.err().includes(directory), sameFolder.err())
    assert.ok(sameFolder.err().includes(String(program.child.pid)), sameFolder.err())

    const verified = await runCommand(life, { DATA_DIR: directory }, 'audit:verify')
    assert.equal(verified.code, 1)
    assert.ok(verified.err.includes(directory), verified.err)

    for (const said of [samePort.err(), sameFolder.err(), verified.err])
      assert.doesNotMatch(said, /\n\s+at /, 'no trace of the stack')
    assert.equal(await statusOf(`${address}/readyz`), 200)
  })
})

describe('a start that cannot be', () => {
  it('says everything that is wrong with the settings at once', async (t) => {
    const life = lastFirst(t)
    const wrong = { PORT: 'three', SECRET_KEY: 'short', PUBLIC_URL: 'fund.example.org', DATABASE_URL: 'mysql://x' }
    for (const script of ['src/web.ts', 'src/cli.ts']) {
      const program = startProgram(life, script, wrong, script.endsWith('cli.ts') ? ['seed'] : [])
      assert.deepEqual(await program.ended(), { code: 1, signal: null }, script)
      for (const name of Object.keys(wrong)) assert.match(program.err(), new RegExp(`^${name} `, 'm'), script)
      assert.equal(program.out(), '')
    }
  })

  it('says that the database cannot be reached', async (t) => {
    const life = lastFirst(t)
    const url = `postgres://nobody@127.0.0.1:${await freePort()}/nothing`
    const program = startProgram(life, 'src/web.ts', { HOST: '127.0.0.1', PORT: '0', DATABASE_URL: url })
    assert.deepEqual(await program.ended(), { code: 1, signal: null })
    assert.match(program.err(), /Cannot reach the database that DATABASE_URL names/)
  })

  it('says which Node is needed on one that is too old', async (t) => {
    const life = lastFirst(t)
    for (const [version, code] of [
      ['22.18.0', 1],
      ['23.11.1', 1],
      ['24.0.0', 0],
      ['100.1.0', 0],
    ] as const) {
      const program = startProgram(life, 'tests/process/as-another-node.ts', {}, [version])
      assert.deepEqual(await program.ended(), { code, signal: null }, version)
      if (code === 0) assert.equal(program.err(), '')
      else assert.match(program.err(), new RegExp(`Node 24 or later is needed, and this is ${version}.*npm ci`))
    }
  })

  it('of a worker without a database server says what to set', async (t) => {
    const life = lastFirst(t)
    const worker = startProgram(life, 'src/worker.ts', { DATA_DIR: await freshFolder(life) })
    assert.deepEqual(await worker.ended(), { code: 1, signal: null })
    assert.match(worker.err(), /Set DATABASE_URL/)
  })
})

describe('several processes on one PostgreSQL', () => {
  it('start together on an empty database, and each part of the seeds is there once', async (t) => {
    const life = lastFirst(t)
    const { db, url } = await emptyDatabase(life)
    const environment = { DATABASE_URL: url, DATA_DIR: await freshFolder(life) }
    const webs = await Promise.all([1, 2, 3].map(() => startWeb(life, environment)))
    for (const { url: address } of webs) {
      assert.equal(await statusOf(`${address}/readyz`), 200)
      assert.equal(await statusOf(`${address}/funds/delivering-differently/open-round`), 200)
    }
    const { rows } = await sql<{ name: string; times: number }>`
      select object_id as name, count(*) as times from audit_event where action = 'service.seeded' group by 1 order by 1
      `.execute(db)
    assert.deepEqual(rows, [
      { name: 'cohort', times: 1 },
      { name: 'decided-round', times: 1 },
      { name: 'delivering-differently', times: 1 },
      { name: 'finished-round', times: 1 },
      { name: 'grant-fund', times: 1 },
      { name: 'people', times: 1 },
      { name: 'performance', times: 1 },
      { name: 'published-review', times: 1 },
      { name: 'register', times: 1 },
      { name: 'youth-review', times: 1 },
      { name: 'youth-runs', times: 1 },
    ])
  })

  it('a worker does the jobs beside the web server and stops when told to', async (t) => {
    const life = lastFirst(t)
    const { url } = await emptyDatabase(life)
    const environment = { DATABASE_URL: url, SECRET_KEY: 's'.repeat(40) }
    const worker = startProgram(life, 'src/worker.ts', environment)
    await until('the worker is ready', worker, () => worker.out().includes('The worker is ready'))
    worker.child.kill('SIGTERM')
    assert.deepEqual(await worker.ended(), { code: 0, signal: null })
    assert.equal(worker.err(), '')
  })
})
