import { type OpenServices, openServices } from '../open-services.ts'
import type { Config } from '../platform/config/config.ts'
import { makeLog } from '../platform/log/log.ts'
import type { Services } from '../platform/services.ts'

/** One command: what was given after its name in, what to print out. */
export type Command = (config: Config, given: readonly string[]) => Promise<string>

/** The command was not carried out; the message says what to do. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

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

/** The one thing that a command is given. */
export function only(given: readonly string[], usage: string): string {
  const [first, ...rest] = given
  if (first === undefined || rest.length > 0) throw new Refused(`Give one thing: ${usage}`)
  return first
}
