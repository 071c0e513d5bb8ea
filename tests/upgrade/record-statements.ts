/**
 * Loaded before a run (`node --import`), it notes the text of each statement that the program sends, on either engine:
 * both are reached by node-postgres. Each process appends what it has not noted to the file that RECORD_STATEMENTS names,
 * one JSON string a line.
 */
import { appendFileSync } from 'node:fs'
import pg from 'pg'

const file = process.env.RECORD_STATEMENTS
const noted = new Set<string>()

function note(query: unknown): void {
  const text = typeof query === 'string' ? query : (query as { readonly text?: unknown } | null)?.text
  if (file === undefined || typeof text !== 'string' || noted.has(text)) return
  noted.add(text)
  appendFileSync(file, `${JSON.stringify(text)}\n`)
}

const { query } = pg.Client.prototype
pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
  note(given[0])
  return Reflect.apply(query, this, given)
} as typeof query
