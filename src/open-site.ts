import type { RequestListener } from 'node:http'
import { makeApp } from './app.ts'
import { watchNotices } from './features/funds/index.ts'
import { greeting } from './greeting.ts'
import { languageOf } from './languages/catalogue.ts'
import { openOn } from './open-services.ts'
import type { Config } from './platform/config/config.ts'
import type { OpenDatabase } from './platform/database/open-database.ts'
import { makeLog } from './platform/log/log.ts'
import { seed } from './seeds/seed.ts'

/** The whole service, ready to answer. */
export type OpenSite = {
  readonly handle: RequestListener
  /** What the terminal says, given the address. */
  readonly greeting: (url: string) => string
  readonly close: () => Promise<void>
}

/** Brings the database up to date, writes what a new one starts with, and makes the app. Closing closes the database too. */
export async function openSite(config: Config, database: OpenDatabase): Promise<OpenSite> {
  const languages = config.languages.map(languageOf)
  const open = await openOn(database, config, makeLog(config.logLevel), { work: true, languages })
  try {
    await seed(open.services)
    const app = await makeApp(open.services, { languages })
    const watch = watchNotices(open.services)
    await app.ready()
    return {
      handle: (request, response) => app.routing(request, response),
      greeting: (url) => greeting(open.services, url),
      close: async () => {
        watch.stop()
        await open.close()
      },
    }
  } catch (error) {
    await open.close()
    throw error
  }
}
