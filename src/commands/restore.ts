import { DatabaseExists, restore } from '../platform/database/restore.ts'
import { type Command, only, Refused } from './command.ts'

/** Puts a backup in place of the embedded database; what was there is replaced only with --force. */
export const restoreCommand: Command = async (config, given) => {
  const force = given.includes('--force')
  const file = only(
    given.filter((each) => each !== '--force'),
    'npm run restore -- FILE [--force]',
  )
  if (config.databaseUrl !== undefined)
    throw new Refused('This is for the embedded database. Restore a PostgreSQL server with pg_restore.')
  try {
    await restore(file, config.dataDirectory, { force })
  } catch (error) {
    if (error instanceof DatabaseExists)
      throw new Refused(`${error.message}. To replace it, add --force: what is there stays beside it.`)
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Refused(`Cannot read ${file}. Give the path of a file that "npm run backup" wrote.`)
    throw error
  }
  return `Restored ${file} to ${config.dataDirectory}.`
}
