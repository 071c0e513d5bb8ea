import type { IncomingMessage, RequestListener } from 'node:http'
import type { OpenDatabase } from '../../src/platform/database/open-database.ts'
import { listen } from '../../src/platform/http/listen.ts'
import { seedCohort } from '../../src/seeds/cohort/seed-cohort.ts'
import { seedDecidedRound } from '../../src/seeds/decided-round.ts'
import { seedFinishedRound } from '../../src/seeds/finished-round.ts'
import { seedGrantFund } from '../../src/seeds/grants/seed-grant-fund.ts'
import { seed } from '../../src/seeds/seed.ts'
import { seedPerformance } from '../../src/seeds/seed-performance.ts'
import { fillWith } from './fill-with.ts'
import { type TestServer, type TestServerOptions, testServer } from './server.ts'
import { freshDatabase, type Lifetime } from './template.ts'

/** The whole service as a newcomer finds it: seeded, listening, doing its jobs. */
export type Site = TestServer & { readonly url: string }

/** What does not get through to the service: its connection ends without an answer, as when the network is away. */
export type Outage = { stops: (request: IncomingMessage) => boolean }

/** A database with the seeds, in which what they ask for is done: working out the rounds takes seconds of processor. */
export async function seededDatabase(lifetime: Lifetime): Promise<OpenDatabase> {
  return await freshDatabase(lifetime, {
    name: `seeded_${new Date().getUTCDate()}`,
    fill: (open) =>
      fillWith(open, { work: true }, async (services, jobs) => {
        await seed(services)
        await seedFinishedRound(services)
        await seedDecidedRound(services)
        await seedCohort(services)
        await seedGrantFund(services)
        await seedPerformance(services)
        await jobs.idle()
      }),
  })
}

/** @param open empty, or with the seeds: they are written only where they are wanting */
export async function startSite(
  lifetime: Lifetime,
  open: OpenDatabase,
  options: TestServerOptions = {},
  outage?: Outage,
): Promise<Site> {
  const server = await testServer(lifetime, open, { work: true, ...options })
  await seed(server.services)
  return { ...server, url: await serve(lifetime, server, outage) }
}

/** Lets browsers reach a server. @returns where */
export async function serve(lifetime: Lifetime, { app }: TestServer, outage?: Outage): Promise<string> {
  const handle: RequestListener = (request, response) => {
    if (outage?.stops(request) === true) request.socket.destroy()
    else app.routing(request, response)
  }
  const listener = await listen(handle, '127.0.0.1', 0)
  lifetime.after(listener.close)
  return listener.url
}
