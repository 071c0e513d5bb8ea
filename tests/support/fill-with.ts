import { openOn } from '../../src/open-services.ts'
import type { OpenDatabase } from '../../src/platform/database/open-database.ts'
import type { Jobs } from '../../src/platform/jobs/start-jobs.ts'
import { makeLog } from '../../src/platform/log/log.ts'
import type { Services } from '../../src/platform/services.ts'
import { testConfig } from './server.ts'

/** Fills a database with what the program itself writes, for a template: without routes, and closed when it is done. */
export async function fillWith(
  open: OpenDatabase,
  options: { readonly work: boolean; readonly clock?: () => Date },
  fill: (services: Services, jobs: Jobs) => Promise<void>,
): Promise<void> {
  const { services, jobs, close } = await openOn(open, testConfig(), makeLog('silent'), {
    ...options,
    closeDatabase: false,
  })
  try {
    await fill(services, jobs)
  } finally {
    await close()
  }
}
