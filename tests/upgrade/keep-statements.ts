/**
 * A program, for a release: `npm run record-statements`. It runs the tests of whatever sends statements, notes each text,
 * and keeps in released.json those that a freshly migrated database understands. It takes as long as those tests.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, readMigrations } from '../../src/platform/database/migrate.ts'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import { hasPlan, refusedBy } from './prepared.ts'
import { type Released, releasedFile } from './released.ts'

const senders = ['tests/access/*.test.ts', 'src/features/**/*.test.ts', 'src/seeds/*.test.ts']

async function record(file: string): Promise<void> {
  const recorder = join(import.meta.dirname, 'record-statements.ts')
  const options = ['--test', '--test-timeout=400000', '--test-global-setup=tests/support/global-setup.ts', ...senders]
  const run = spawn(process.execPath, options, {
    stdio: 'inherit',
    env: { ...process.env, RECORD_STATEMENTS: file, NODE_OPTIONS: `--import ${recorder}` },
  })
  const [code] = await once(run, 'exit')
  if (code !== 0) throw new Error('the tests do not pass: nothing is recorded')
}

/** Tests make tables of their own; the jobs library brings its own up to date. Neither is asked of our migrations. */
async function understood(folder: string, texts: readonly string[]): Promise<readonly string[]> {
  const open = await openDatabase({ directory: join(folder, 'database') })
  try {
    await migrate(open.db)
    const ours = texts.filter((text) => hasPlan(text) && !text.includes('pgboss.'))
    const refused = new Set((await refusedBy(open.pool, ours)).map(({ text }) => text))
    return ours.filter((text) => !refused.has(text))
  } finally {
    await open.close()
  }
}

const folder = await mkdtemp(join(tmpdir(), 'statements-'))
try {
  const [given] = process.argv.slice(2)
  const file = given ?? join(folder, 'statements.jsonl')
  if (given === undefined) await record(file)
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
  const texts = [...new Set(lines.map((line): string => JSON.parse(line)))].sort()
  const migrations = (await readMigrations()).length
  const released: Released = { migrations, statements: await understood(folder, texts) }
  await writeFile(releasedFile, `${JSON.stringify(released, null, 2)}\n`)
  console.log(`Kept ${released.statements.length} of ${texts.length} statements, of ${migrations} migrations.`)
} finally {
  await rm(folder, { recursive: true })
}
