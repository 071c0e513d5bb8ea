import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** LibreOffice, where this machine has it. */
export const libreOffice = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'soffice'))
  .find(existsSync)

/**
 * A workbook of Excel as LibreOffice works it out: what its cells say that a formula comes to is taken out of the file before.
 *
 * @param program where LibreOffice is
 * @returns the rows of each sheet, in full figures, by its name
 */
export async function openInLibreOffice(
  program: string,
  workbook: Uint8Array,
): Promise<ReadonlyMap<string, readonly (readonly string[])[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'test-office-'))
  try {
    await writeFile(join(folder, 'book.xlsx'), withoutResults(workbook))
    // Commas, quotes, UTF-8, from the first line; figures whole and not as they are shown; every sheet.
    const asCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'
    const own = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    await promisify(execFile)(program, [own, '--headless', '--convert-to', asCsv, '--outdir', folder, 'book.xlsx'], {
      cwd: folder,
      timeout: 180_000,
    })
    const sheets = (await readdir(folder)).flatMap((file) => /^book-(.*)\.csv$/.exec(file)?.[1] ?? [])
    return new Map(
      await Promise.all(
        sheets.map(
          async (sheet) => [sheet, rowsIn(await readFile(join(folder, `book-${sheet}.csv`), 'utf8'))] as const,
        ),
      ),
    )
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

const rowsIn = (csv: string): readonly (readonly string[])[] => parse(csv, { relax_column_count: true })

function withoutResults(workbook: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(workbook)).map(([name, content]) => {
    if (!name.startsWith('xl/worksheets/')) return [name, content] as const
    return [name, strToU8(strFromU8(content).replaceAll(/(<\/f>)<v>[^<]*<\/v>/g, '$1'))] as const
  })
  return zipSync(Object.fromEntries(files))
}
