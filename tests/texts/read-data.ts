import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { firstTexts } from '../../src/core/complaints/terms.ts'
import { firstConduct } from '../../src/core/network/conduct.ts'
import { standardLetters } from '../../src/features/decisions/telling/standard-letters.messages.ts'
import { testedFile } from '../../src/features/home/accessibility/read-tested.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { plainWords } from './read-shown.ts'

const root = join(import.meta.dirname, '../..')

/** What is kept and sent as it is written: names of legal forms, columns of files that others define. */
const written = ['src/core/reviews/legal-forms.ts', 'src/core/open-data']

/**
 * Whether some words are data and not a text of ours: they stand in the database, in the guides, form templates and formats
 * that come with the service, or in what a fund begins with until its team writes its own. So is a list of such words, as
 * `Intl` joins it, and whose something is.
 *
 * @param options tables in which our own texts stand
 */
export async function readData(
  db: Database,
  { without = [] }: { readonly without?: readonly string[] } = {},
): Promise<(words: string) => boolean> {
  const data = await readAll(db, without)
  const isData = (words: string): boolean =>
    data.includes(words) ||
    ['’s', '’'].some((ending) => words.endsWith(ending) && isData(words.slice(0, -ending.length))) ||
    (words.startsWith('and ') && isData(words.slice('and '.length))) ||
    [...words.matchAll(/ and /g)].some(
      ({ index }) => isData(words.slice(0, index)) && isData(words.slice(index + ' and '.length)),
    )
  return isData
}

async function readAll(db: Database, without: readonly string[]): Promise<string> {
  const { rows: tables } = await sql<{ readonly name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db)
  const found: string[] = []
  for (const { name } of tables.filter((table) => !without.includes(table.name))) {
    const { rows } = await sql<{
      readonly row: unknown
    }>`select to_jsonb(each) as row from ${sql.table(name)} each`.execute(db)
    for (const { row } of rows) found.push(...stringsIn(row))
  }
  found.push(readFileSync(testedFile, 'utf8'))
  for (const folder of ['docs/guides', 'database/seeds/templates'])
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
      if (/\.(?:md|json)$/.test(name)) found.push(readFileSync(join(root, folder, name), 'utf8'))
  for (const path of written.flatMap(filesIn))
    for (const [, words = ''] of readFileSync(join(root, path), 'utf8').matchAll(/'([^'\n]+)'/g)) found.push(words)
  found.push(...Object.values(firstTexts), ...Object.values(standardLetters), firstConduct)
  return found.flatMap(plainWords).join('\n')
}

const filesIn = (path: string): readonly string[] =>
  path.endsWith('.ts')
    ? [path]
    : readdirSync(join(root, path))
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map((name) => join(path, name))

/** A code such as `round.rules-sealed` is shown with spaces too. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string')
    return /^[a-z]+(?:[.-][a-z]+)+$/.test(value) ? [value, value.replace(/[.-]/g, ' ')] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
