import { restore } from '../platform/database/restore.ts'
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
  await restore(file, config.dataDirectory, { force })
  return `Restored ${file} to ${config.dataDirectory}.`
}
