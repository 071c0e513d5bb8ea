import { NoCatalogue } from './languages/catalogue.ts'
import type { Config } from './platform/config/config.ts'
import { NoDatabase } from './platform/database/backup.ts'
import { DirectoryInUse } from './platform/database/embedded.ts'
import { MigrationRefused } from './platform/database/migrate.ts'
import { DatabaseExists } from './platform/database/restore.ts'

/** Why the program did not start, in words that say what to do; a fault of ours with its trace. */
export function startProblem(error: unknown, { host, port, databaseUrl }: Config): string {
  for (const told of [DirectoryInUse, MigrationRefused, NoDatabase, DatabaseExists, NoCatalogue]) {
    if (error instanceof told) return error.message
  }
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EADDRINUSE')
    return `Something already listens on port ${port}: perhaps this service, started before. Stop it, or set PORT to another number.`
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return `Cannot listen on ${host} port ${port} (${code}). Set HOST and PORT to an address of this machine, and a port above 1023.`
  if (databaseUrl !== undefined && (code === 'ECONNREFUSED' || code === 'ENOTFOUND'))
    return `Cannot reach the database that DATABASE_URL names (${code}). Check that it is running and that the address is right.`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
