import assert from 'node:assert/strict'
import { cp, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { lastBackupAt } from '../../src/platform/database/last-backup.ts'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import { freshFolder } from '../support/embedded.ts'
import { lastFirst } from '../support/last-first.ts'
import type { Lifetime } from '../support/template.ts'
import { runCommand } from './program.ts'

/** A file in the columns of the published register: one body that there was not, and the rest not mentioned. */
const upstream = [
  'local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by,nation,region,local-authority-type,county-la,combined-authority',
  'NVL,Nowhere Vale Council,Nowhere Vale,E06999999,2024-04-01,,,England,North East,UA,,',
  '',
].join('\n')

/** Runs a command that must succeed. @returns what it said */
async function run(life: Lifetime, environment: Readonly<Record<string, string>>, ...given: readonly string[]) {
  const { code, out, err } = await runCommand(life, environment, ...given)
  assert.equal(code, 0, `${given.join(' ')}: ${out}${err}`)
  assert.equal(err, '')
  return out
}

/** Runs a command that must refuse, in words and without a trace. @returns what it said */
async function refusal(life: Lifetime, environment: Readonly<Record<string, string>>, ...given: readonly string[]) {
  const { code, out, err } = await runCommand(life, environment, ...given)
  assert.equal(code, 1, `${given.join(' ')}: ${out}${err}`)
  assert.doesNotMatch(err, /\n\s+at /, 'no trace of the stack')
  return err
}

/** Statements on the database of a folder that no program has open. @returns the rows of each */
async function query(directory: string, ...statements: readonly RawBuilder<unknown>[]): Promise<readonly unknown[]> {
  const { db, close } = await openDatabase({ directory })
  try {
    const found: unknown[] = []
    for (const statement of statements) found.push((await statement.execute(db)).rows)
    return found
  } finally {
    await close()
  }
}

/** Whatever in a database tells one from another. */
const contents = sql`select (select jsonb_agg(hash order by sequence) from audit_event) as chain,
  (select md5(string_agg(organisation::text, ' ' order by id)) from organisation) as organisations,
  (select md5(string_agg(submission::text, ' ' order by id)) from submission) as submissions,
  (select md5(string_agg(role_assignment::text, ' ' order by id)) from role_assignment) as roles`

describe('the command line', () => {
  const ends: (() => Promise<void>)[] = []
  const shared = lastFirst({ after: (end) => ends.push(end) })
  let seeded = ''
  let whole = ''

  before(async () => {
    seeded = join(await freshFolder(shared), 'data')
    assert.match(await run(shared, { DATA_DIR: seeded }, 'seed'), /^Written: register, people, /)
    whole = await run(shared, { DATA_DIR: seeded }, 'audit:verify')
  })
  after(async () => {
    for (const end of ends) await end()
  })

  /** What a first start writes, in a folder that a test may change. */
  async function copied(life: Lifetime): Promise<{ readonly folder: string; readonly here: { DATA_DIR: string } }> {
    const folder = await freshFolder(life)
    const here = { DATA_DIR: join(folder, 'data') }
    await cp(seeded, here.DATA_DIR, { recursive: true })
    return { folder, here }
  }

  it('writes what a new database starts with once', async (t) => {
    const life = lastFirst(t)
    const { here } = await copied(life)
    assert.match(whole, /^The audit log is whole: \d+ events, the last with hash [0-9a-f]{64}\.\n$/)
    assert.match(await run(life, here, 'seed'), /^Nothing to write/)
  })

  it('makes somebody the first administrator, once', async (t) => {
    const life = lastFirst(t)
    const { here } = await copied(life)
    assert.match(await run(life, here, 'administrator:add', 'Chief@Service.Example'), /chief@service\.example is now/)
    assert.match(await run(life, here, 'administrator:add', 'chief@service.example'), /already/)
    assert.match(await refusal(life, here, 'administrator:add', 'chief'), /not an email address/)
    const [rows] = await query(
      here.DATA_DIR,
      sql`select email from role_assignment
      join person on person.id = person_id where role = 'administrator' and ended_at is null order by email`,
    )
    assert.deepEqual(rows, [{ email: 'alex.morgan@service.example' }, { email: 'chief@service.example' }])
  })

  it('brings a database to where it was, from a backup, over what has come since only when told to', async (t) => {
    const life = lastFirst(t)
    const folder = await freshFolder(life)
    const there = { DATA_DIR: join(folder, 'restored') }
    const file = join(folder, 'backup.tar')
    assert.match(await run(life, { DATA_DIR: seeded }, 'backup', file), /Backed up/)
    assert.ok(await lastBackupAt(seeded), 'when it was made is noted')
    assert.match(await run(life, there, 'restore', file), /Restored/)
    assert.equal(await run(life, there, 'audit:verify'), whole)
    const change = sql`update organisation set contact_email = 'since@example.org' where id = 'HPL'`
    const [before, , since] = await query(there.DATA_DIR, contents, change, contents)
    assert.deepEqual(await query(seeded, contents), [before])
    assert.notDeepEqual(since, before)

    assert.match(await refusal(life, there, 'restore', file), /--force/)
    assert.match(await refusal(life, there, 'restore', join(folder, 'none.tar'), '--force'), /Cannot read/)
    assert.match(await run(life, there, 'restore', file, '--force'), /Restored/)
    assert.deepEqual(await query(there.DATA_DIR, contents), [before])
  })

  it('says where the audit log has been tampered with', async (t) => {
    const life = lastFirst(t)
    const { here } = await copied(life)
    await query(
      here.DATA_DIR,
      sql`alter table audit_event disable trigger all`,
      sql`update audit_event set facts = '{"number": 9}' where sequence = 3`,
    )
    assert.match(await refusal(life, here, 'audit:verify'), /broken.*2 events before it are whole/)
  })

  it('brings the register up to date from a file, all of it or nothing', async (t) => {
    const life = lastFirst(t)
    const { folder, here } = await copied(life)
    const [wrong, right] = [join(folder, 'wrong.csv'), join(folder, 'right.csv')]
    await writeFile(
      wrong,
      upstream.replace('NVL', 'NVM').concat('ODD,Oddland,Oddland,E06999998,,,,England,North East,CASTLE,,\n'),
    )
    assert.match(await refusal(life, here, 'authorities:import', wrong), /CASTLE/)
    assert.match(await refusal(life, here, 'authorities:import', join(folder, 'none.csv')), /Cannot read/)
    await writeFile(right, upstream)
    assert.match(await run(life, here, 'authorities:import', right), /NVL/)
    const [rows] = await query(here.DATA_DIR, sql`select id, name from organisation where name like 'Nowhere%'`)
    assert.deepEqual(rows, [{ id: 'NVL', name: 'Nowhere Vale Council' }], 'the good row of the wrong file is not there')
  })

  it('says what commands there are, and refuses what would throw data away', async (t) => {
    const life = lastFirst(t)
    const here = { DATA_DIR: await freshFolder(life) }
    assert.match(await refusal(life, here, 'frobnicate'), /There is no command "frobnicate".*backup.*restore/)
    assert.match(await refusal(life, here, 'db:reset'), /CAN_DROP_DATABASE=1/)
    const published = { CAN_DROP_DATABASE: '1', PUBLIC_URL: 'https://fund.example.org', SECRET_KEY: 's'.repeat(40) }
    assert.match(await refusal(life, { ...here, ...published }, 'db:reset'), /not for evaluation/)
    assert.deepEqual(await readdir(here.DATA_DIR), [])
  })
})
