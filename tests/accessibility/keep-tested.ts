/**
 * A program: `npm run accessibility-statement -- FILE`. It takes what a run of the tests noted of each page that axe looked
 * at, which stands in .build/accessibility-run.jsonl unless the run named another file, and writes what the service ships and
 * shows on its accessibility statement. Pages that the run did not come to keep what they had.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { everyRoute } from '../../src/commands/write-docs.ts'
import { type TestedPages, testedFile } from '../../src/features/home/accessibility/read-tested.ts'
import { TESTED_FILE, type Tested } from './note-tested.ts'
import { testedPagesOf } from './tested-pages.ts'

const [file = TESTED_FILE] = process.argv.slice(2)
const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
const before = await readFile(testedFile, 'utf8').then(
  (text): TestedPages => JSON.parse(text),
  () => undefined,
)
const kept = testedPagesOf(
  lines.map((line): Tested => JSON.parse(line)),
  everyRoute(),
  before,
)
const { pages, ...run } = kept
// A line for each page, so that a change can be read.
const rows = pages.map((page) => `    ${JSON.stringify(page)}`).join(',\n')
await writeFile(testedFile, `${JSON.stringify(run, null, 2).slice(0, -2)},\n  "pages": [\n${rows}\n  ]\n}\n`)
console.log(`Kept ${pages.length} pages, from ${lines.length} states that were tested.`)
