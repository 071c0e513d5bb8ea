import type { RequestListener } from 'node:http'
import { makeApp } from './app.ts'
import { greeting } from './greeting.ts'
import { type OpenServices, openServices } from './open-services.ts'
import { type Config, readConfig } from './platform/config/config.ts'
import { type Listener, listen } from './platform/http/listen.ts'
import { requireNode } from './require-node.ts'
import { seed } from './seeds/seed.ts'
import { startProblem } from './start-problem.ts'

requireNode()
const read = readConfig(process.env)
if (read.ok) await serve(read.config)
else fail(read.problems.map(({ text }) => text).join('\n'))

/** Listens at once and answers 503 until ready; on SIGTERM or Ctrl-C finishes what is in flight. */
async function serve(config: Config): Promise<void> {
  let handle: RequestListener = starting
  let listener: Listener | undefined
  let open: OpenServices | undefined
  let stopping: Promise<void> | undefined
  const stop = (): void => {
    // A second signal changes nothing: npm passes on a Ctrl-C that the terminal has sent already.
    stopping ??= (async () => {
      await listener?.close()
      await open?.close()
    })()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  try {
    listener = await listen((request, response) => handle(request, response), config.host, config.port)
    open = await openServices(config, { work: true })
    await seed(open.services)
    const app = await makeApp(open.services)
    await app.ready()
    handle = (request, response) => app.routing(request, response)
    console.log(await greeting(open.services, config.publicUrl ?? listener.url))
  } catch (error) {
    stop()
    await stopping
    fail(startProblem(error, config))
  }
}

function starting(...[request, response]: Parameters<RequestListener>): void {
  const alive = request.url === '/healthz'
  response.writeHead(alive ? 200 : 503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' })
  response.end(alive ? 'alive\n' : 'The service is starting. Try again in a few seconds.\n')
}

function fail(text: string): void {
  console.error(text)
  process.exitCode = 1
}
