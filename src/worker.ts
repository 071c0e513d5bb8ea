import { openServices } from './open-services.ts'
import { readConfig } from './platform/config/config.ts'
import { requireNode } from './require-node.ts'
import { startProblem } from './start-problem.ts'

/** Does jobs beside the web servers, as many at once as are started. Needs PostgreSQL: the embedded database has one user. */
requireNode()
const read = readConfig(process.env)
if (!read.ok || read.config.databaseUrl === undefined) {
  const wrong = read.ok
    ? 'Set DATABASE_URL: with the embedded database the web server does the jobs.'
    : read.problems.map(({ text }) => text).join('\n')
  console.error(wrong)
  process.exitCode = 1
} else {
  const { config } = read
  try {
    const open = await openServices(config, { work: true })
    // Work done by timers and connections alone would not keep the process alive on every platform.
    const alive = setInterval(() => undefined, 60_000)
    let stopping = false
    const stop = (): void => {
      clearInterval(alive)
      if (!stopping) void open.close()
      stopping = true
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
    console.log('The worker is ready. Stop with Ctrl-C.')
  } catch (error) {
    console.error(startProblem(error, config))
    process.exitCode = 1
  }
}
