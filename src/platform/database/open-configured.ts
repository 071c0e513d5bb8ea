import type { Config } from '../config/config.ts'
import { type OpenDatabase, openDatabase } from './open-database.ts'

/** Opens the database that the settings name: a server, or the embedded one in the data directory. */
export const openConfigured = ({ databaseUrl, databasePool, dataDirectory }: Config): Promise<OpenDatabase> =>
  openDatabase(databaseUrl === undefined ? { directory: dataDirectory } : { url: databaseUrl, poolSize: databasePool })
