import { backup } from '../platform/database/backup.ts'
import { noteBackup } from '../platform/database/last-backup.ts'
import { type Command, only, Refused } from './command.ts'

/** Copies the embedded database, and the files that people sent, to one file. A service that runs is asked for its database. */
export const backupCommand: Command = async (config, given) => {
  const file = only(given, 'npm run backup -- FILE')
  if (config.databaseUrl !== undefined)
    throw new Refused(
      'This is for the embedded database. Back up a PostgreSQL server with pg_dump, and the files as docs/deploy.md says.',
    )
  const { bytes, files } = await backup(config.dataDirectory, file)
  await noteBackup(config.dataDirectory, new Date())
  const kept =
    config.files.kind === 's3' ? 'files not: they are in the bucket' : `${files} ${files === 1 ? 'file' : 'files'}`
  return `Backed up ${config.dataDirectory} to ${file} (${Math.ceil(bytes / 1024)} KB, ${kept}).`
}
