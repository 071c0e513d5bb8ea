import assert from 'node:assert/strict'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { MIGRATIONS, migrate, readMigrations } from '../../src/platform/database/migrate.ts'
import { describeOnBothEngines } from '../support/both-engines.ts'
import { lastFirst } from '../support/last-first.ts'
import { emptyDatabase } from '../support/template.ts'
import { breaksBetween } from './breaks-between.ts'
import { departures } from './departures.ts'
import { refusedBy } from './prepared.ts'
import { readSchema } from './read-schema.ts'
import { readReleased } from './released.ts'

const life = lastFirst({ after })
const released = await readReleased()

describe('migrations since the last release', () => {
  it('take nothing from its servers, and ask nothing of them that they do not do', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
    life.after(() => rm(folder, { recursive: true }))
    const known = (await readMigrations()).slice(0, released.migrations)
    assert.equal(known.length, released.migrations)
    for (const { name } of known) await cp(join(MIGRATIONS, name), join(folder, name))
    const { db } = await emptyDatabase(life)
    await migrate(db, folder)
    const before = await readSchema(db)
    await migrate(db)
    const breaks = breaksBetween(before, await readSchema(db))
    assert.deepEqual(breaks.toSorted(), Object.keys(departures).toSorted())
  })
})

describeOnBothEngines('statements of the last release', (open) => {
  it('are all understood by the tables of this one', async () => {
    assert.ok(released.statements.length > 1_000, `only ${released.statements.length} were recorded`)
    assert.deepEqual(await refusedBy(open().pool, released.statements), [])
  })

  it('would not be, were a column that they name gone', async () => {
    const { db, pool } = open()
    await sql`alter table session rename column browser to agent`.execute(db)
    const refused = await refusedBy(pool, released.statements)
    await sql`alter table session rename column agent to browser`.execute(db)
    assert.ok(refused.some(({ why }) => why.includes('browser')))
  })
})
