import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { testedFile } from '../../src/features/home/accessibility/read-tested.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { plainWords } from './read-shown.ts'

const root = join(import.meta.dirname, '../..')

/** Everything that is data and not text of ours: the whole database, and the guides and form templates that come with the service. */
export async function readData(db: Database): Promise<string> {
  const { rows: tables } = await sql<{ readonly name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db)
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{
      readonly row: unknown
    }>`select to_jsonb(each) as row from ${sql.table(name)} each`.execute(db)
    for (const { row } of rows) found.push(...stringsIn(row))
  }
  found.push(readFileSync(testedFile, 'utf8'))
  for (const folder of ['docs/guides', 'database/seeds/templates'])
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
      if (/\.(?:md|json)$/.test(name)) found.push(readFileSync(join(root, folder, name), 'utf8'))
  return found.flatMap(plainWords).join('\n')
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
