import { backup } from '../platform/database/backup.ts'
import { type Command, only, Refused } from './command.ts'

/** Copies the embedded database to a file. The service must be stopped: two programs cannot have it open. */
export const backupCommand: Command = async (config, given) => {
  const file = only(given, 'npm run backup -- FILE')
  if (config.databaseUrl !== undefined)
    throw new Refused('This is for the embedded database. Back up a PostgreSQL server with pg_dump.')
  const bytes = await backup(config.dataDirectory, file)
  return `Backed up ${config.dataDirectory} to ${file} (${Math.ceil(bytes / 1024)} KB).`
}
