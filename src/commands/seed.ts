import { seed } from '../seeds/seed.ts'
import type { Command } from './command.ts'
import { withServices } from './with-services.ts'

/** Writes what a new database starts with, as far as it is not there. */
export const seedCommand: Command = (config) =>
  withServices(config, async (services) => {
    const written = await seed(services)
    return written.length === 0 ? 'Nothing to write: every part is there.' : `Written: ${written.join(', ')}.`
  })
