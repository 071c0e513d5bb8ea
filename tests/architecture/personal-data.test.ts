import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import {
  type Column,
  describeInventory,
  mayBePersonal,
  notAboutPeople,
  retentionRules,
} from '../../src/core/privacy/index.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { freshDatabase } from '../support/template.ts'

/** Every column of every table of the service, with the table it refers to. */
async function columnsOf(db: Database): Promise<readonly Column[]> {
  const { rows } = await sql<Column>`
    select c.table_name as "table", c.column_name as name, c.data_type as type,
      (select k.confrelid::regclass::text from pg_constraint k
        where k.contype = 'f' and k.conrelid = (quote_ident(c.table_name))::regclass and cardinality(k.conkey) = 1
          and k.conkey[1] = c.ordinal_position limit 1) as references
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1, c.ordinal_position`.execute(db)
  return rows
}

const key = ({ table, name }: Pick<Column, 'table' | 'name'>): string => `${table}.${name}`
const held = retentionRules.flatMap(({ holds }) =>
  Object.entries(holds).flatMap(([table, names]) => names.map((name) => key({ table, name }))),
)

describe('personal data', () => {
  it('has a rule for each column that may be about people, or a word on why it is not', async (t) => {
    const { db } = await freshDatabase(t)
    const known = new Set([...held, ...Object.keys(notAboutPeople)])
    const without = (await columnsOf(db)).filter((column) => mayBePersonal(column) && !known.has(key(column))).map(key)
    const advice = 'add them to a rule in src/core/privacy/rules, or to notAboutPeople, and run "npm run docs"'
    assert.deepEqual(without, [], advice)
  })

  it('names no column in a rule that the database does not have', async (t) => {
    const { db } = await freshDatabase(t)
    const there = new Set((await columnsOf(db)).map(key))
    const named = [...held, ...Object.keys(notAboutPeople), ...sweptColumns()]
    assert.deepEqual([...new Set(named)].filter((name) => !there.has(name)).sort(), [])
  })

  it('keeps names for a reason', () => {
    const silent = retentionRules.filter(({ outcome, because }) => outcome === 'keep' && because === undefined)
    assert.deepEqual(silent, [])
  })

  it('is told in docs/privacy-inventory.md as the rules have it', async () => {
    const written = await readFile(join(import.meta.dirname, '../../docs/privacy-inventory.md'), 'utf8')
    assert.equal(written, describeInventory(), 'run "npm run docs" and commit what it writes')
  })
})

/** The columns by which sweeps find, hold and empty rows. */
function sweptColumns(): readonly string[] {
  return retentionRules.flatMap(({ holds, sweep }) => {
    if (sweep === undefined || sweep.clock === 'person') return []
    const { people = [], blank = [], application, round, fund } = sweep
    const names = [...people, application, round, fund, sweep.clock === 'row' ? sweep.at : undefined]
    const table = Object.keys(holds)[0] ?? ''
    return [...names, ...blank].filter((name) => name !== undefined).map((name) => key({ table, name }))
  })
}
