import type { RequestListener } from 'node:http'
import { isBundled, type ProgramPart, partOf } from './find-program.ts'
import type { OpenSite } from './open-site.ts'
import { type Config, readConfig } from './platform/config/config.ts'
import type { OpenDatabase } from './platform/database/open-database.ts'
import { type Listener, listen } from './platform/http/listen.ts'
import { requireNode } from './require-node.ts'

requireNode()
const read = readConfig(process.env)
if (read.ok) await serve(read.config)
else fail(read.problems.map(({ text }) => text).join('\n'))

/** Listens at once and answers 503 until ready; on SIGTERM or Ctrl-C finishes what is in flight. */
async function serve(config: Config): Promise<void> {
  let handle: RequestListener = starting
  let listener: Listener | undefined
  let opening: Promise<OpenDatabase> | undefined
  let site: OpenSite | undefined
  let stopping: Promise<void> | undefined
  const started = Promise.withResolvers<void>()
  // A language is another program beside this one, with which it shares what says nothing: both are as they are written.
  const bundled = config.languages.length === 0 && isBundled()
  const part = (name: ProgramPart): string => partOf(name, bundled)
  const stop = (): void => {
    // A second signal changes nothing: npm passes on a Ctrl-C that the terminal has sent already.
    stopping ??= (async () => {
      await listener?.close()
      // A start under way is let finish: what it stands on is not taken from under it.
      await started.promise
      await site?.close()
    })()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  try {
    listener = await listen((request, response) => handle(request, response), config.host, config.port)
    // Everything else is loaded only now: whoever asks meanwhile is told to wait, instead of finding nobody there. The
    // embedded database starts in a thread of its own while the rest of the program is read.
    const { openConfigured }: typeof import('./platform/database/open-configured.ts') = await import(
      part('openConfigured')
    )
    opening = openConfigured(config)
    const loading: Promise<typeof import('./open-site.ts')> = import(part('openSite'))
    const [{ openSite }, database] = await Promise.all([loading, opening])
    site = await openSite(config, database)
    started.resolve()
    if (stopping !== undefined) return
    handle = site.handle
    console.log(site.greeting(config.publicUrl ?? listener.url))
  } catch (error) {
    started.resolve()
    stop()
    await stopping?.catch(() => undefined)
    await opening?.then((database) => database.close()).catch(() => undefined)
    const { startProblem }: typeof import('./start-problem.ts') = await import(part('startProblem'))
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
