import { rm } from 'node:fs/promises'
import { sql } from 'kysely'
import { withDirectory } from '../platform/database/embedded.ts'
import { openDatabase } from '../platform/database/open-database.ts'
import { type Command, Refused } from './command.ts'
import { seedCommand } from './seed.ts'

/** Throws everything away and starts again from the seeds. Only where the environment says that it may. */
export const resetDatabase: Command = async (config, given) => {
  if (process.env.CAN_DROP_DATABASE !== '1')
    throw new Refused('This throws away everything. If that is what you want, set CAN_DROP_DATABASE=1.')
  if (!config.evaluation) throw new Refused('This service is not for evaluation, so its database is not thrown away.')
  if (config.databaseUrl === undefined) {
    // Taking the lock first: a running service must not lose its files under its feet.
    await withDirectory(config.dataDirectory, async () => undefined)
    await rm(config.dataDirectory, { recursive: true, force: true })
  } else {
    const open = await openDatabase({ url: config.databaseUrl })
    await sql`drop schema public cascade; create schema public; drop schema if exists pgboss cascade`.execute(open.db)
    await open.close()
  }
  return await seedCommand(config, given)
}
