import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { describe, it, type TestContext } from 'node:test'
import { sql } from 'kysely'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import { freshFolder } from '../support/embedded.ts'
import { lastFirst } from '../support/last-first.ts'
import { emptyDatabase, type Lifetime } from '../support/template.ts'
import { startProgram, startWeb, until } from './program.ts'
import { holdRequest, isListening } from './raw-request.ts'

const email = 'in.flight@example.org'

/** Asks for a sign-in, tells the server to stop while the form is half sent, twice, and then sends the rest. */
async function stopInFlight(
  life: Lifetime,
  environment: Readonly<Record<string, string>>,
  signal: 'SIGTERM' | 'SIGINT',
): Promise<void> {
  const web = await startWeb(life, environment)
  const request = await holdRequest(`${web.url}/sign-in`, { email })
  web.child.kill(signal)
  await until('it takes no more', web, async () => !(await isListening(web.url)))
  // npm passes on a Ctrl-C that the terminal has sent to both of them already.
  web.child.kill(signal)
  const answer = await request.finish()
  assert.match(answer, /^HTTP\/1\.1 303 /)
  assert.match(answer, /location: \/sign-in\/check-email/i)
  assert.deepEqual(await web.ended(), { code: 0, signal: null })
  assert.equal(web.err(), '')
}

describe('a web server that is told to stop', () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`by ${signal}, twice, finishes what is in flight, and what was done is there (embedded)`, async (t: TestContext) => {
      const life = lastFirst(t)
      const directory = await freshFolder(life)
      await stopInFlight(life, { DATA_DIR: directory }, signal)
      const { db, close } = await openDatabase({ directory })
      const { rows } = await sql`select recipient from message`.execute(db)
      await close()
      assert.deepEqual(rows, [{ recipient: email }])
    })
  }

  it('by SIGTERM, twice, finishes what is in flight, and what was done is there (PostgreSQL)', async (t) => {
    const life = lastFirst(t)
    const { db, url } = await emptyDatabase(life)
    await stopInFlight(life, { DATABASE_URL: url, SECRET_KEY: 's'.repeat(40) }, 'SIGTERM')
    const { rows } = await sql`select recipient from message`.execute(db)
    assert.deepEqual(rows, [{ recipient: email }])
    const unsealed = await sql`select from audit_event where sequence is null`.execute(db)
    assert.equal(unsealed.rows.length, 0, 'what was left has been sealed')
  })

  it('while it starts, ends without having begun to serve', async (t) => {
    const life = lastFirst(t)
    const directory = await freshFolder(life)
    const web = startProgram(life, 'src/web.ts', { HOST: '127.0.0.1', PORT: '0', DATA_DIR: directory })
    await until('it has the folder', web, async () => await hasLock(directory))
    web.child.kill('SIGTERM')
    assert.deepEqual(await web.ended(), { code: 0, signal: null }, web.err())
    assert.equal(web.out(), '')
    // Nothing is left that would keep the next one out.
    const next = await startWeb(life, { DATA_DIR: directory })
    assert.ok(await isListening(next.url))
  })
})

async function hasLock(directory: string): Promise<boolean> {
  return (await readdir(directory)).some((name) => name.includes('lock'))
}
