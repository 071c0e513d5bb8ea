import { type Reader, redactRow, retentionSections } from '../../../core/privacy/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { mostRows, rowsAbout, tableLinks } from './held.store.ts'

/** What a table holds about somebody, with the rule by which it does. */
export type HeldTable = {
  readonly section: string
  readonly what: string
  readonly table: string
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  /** More than are given here. */
  readonly more: boolean
}

const isAddress = (column: string): boolean => /(^|_)(email|recipient)$/.test(column)

/**
 * Everything that is kept about somebody, table by table as the rules name them: rows that lead to them by their id or
 * their address, and those of a record that is about them alone. Others stand in them as nobody.
 */
export async function readHeld(db: Database, reader: Reader): Promise<readonly HeldTable[]> {
  const links = await tableLinks(db)
  const found: HeldTable[] = []
  const done = new Set<string>()
  for (const { title, rules } of retentionSections) {
    for (const { what, holds } of rules) {
      for (const [table, columns] of Object.entries(holds)) {
        if (done.has(table)) continue
        done.add(table)
        const link = links.get(table) ?? { people: [], through: null }
        const rows = await rowsAbout(db, table, link, columns.filter(isAddress), reader)
        if (rows.length === 0) continue
        const shown = rows.map((row) => redactRow(row, link.people, reader))
        found.push({ section: title, what, table, rows: shown, more: rows.length === mostRows })
      }
    }
  }
  return found
}
