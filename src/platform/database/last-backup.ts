import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the commands that back up note when they last did: `deploy/back-up.sh` writes it too. */
const noteIn = (directory: string): string => join(directory, 'last-backup')

/** Notes that what is in this directory was backed up. */
export async function noteBackup(directory: string, at: Date): Promise<void> {
  await writeFile(noteIn(directory), `${at.toISOString()}\n`)
}

/** When it was last backed up by one of our commands; null where none is known. */
export async function lastBackupAt(directory: string): Promise<Date | null> {
  const text = await readFile(noteIn(directory), 'utf8').catch(() => '')
  const at = new Date(text.trim())
  return Number.isNaN(at.getTime()) ? null : at
}
