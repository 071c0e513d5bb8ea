import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export const seedsFolder = join(import.meta.dirname, '../../database/seeds')

/** The text of a file in `database/seeds`. */
export const readSeed = (path: string): Promise<string> => readFile(join(seedsFolder, path), 'utf8')

/** A page as it is written in the seeds: `title:` and `summary:` lines, an empty line, and Markdown. */
export type SeedPage = { readonly title: string; readonly summary: string; readonly body: string }

/**
 * @throws {Error} if the text does not begin with a title and a summary: a fault of ours
 * @example parseSeedPage('title: A\nsummary: B\n\nC') // => { title: 'A', summary: 'B', body: 'C' }
 */
export function parseSeedPage(text: string): SeedPage {
  const match = /^title: (.+)\nsummary: (.+)\n\n([\s\S]*)$/.exec(text)
  if (match === null) throw new Error('a page of the seeds begins with a title, a summary and an empty line')
  const [, title = '', summary = '', body = ''] = match
  return { title, summary, body: body.trim() }
}
