import { type OpenServices, openServices } from '../open-services.ts'
import type { Config } from '../platform/config/config.ts'
import { makeLog } from '../platform/log/log.ts'
import type { Services } from '../platform/services.ts'

/** Opens the services for as long as the work takes; jobs are left to the web server or a worker. */
export async function withServices<Value>(
  config: Config,
  work: (services: Services) => Promise<Value>,
): Promise<Value> {
  const open: OpenServices = await openServices(config, { work: false, log: makeLog('silent') })
  try {
    return await work(open.services)
  } finally {
    await open.close()
  }
}
