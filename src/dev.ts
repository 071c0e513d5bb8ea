import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { requireNode } from './require-node.ts'
import { buildAssets } from './ui/assets/build.ts'

/** The service, started again whenever a file of `src` or `database` changes; styles and scripts are built again first. */
requireNode()
const root = join(import.meta.dirname, '..')
let child: ChildProcess | undefined
let waiting: NodeJS.Timeout | undefined
let turn: Promise<void> = Promise.resolve()

for (const folder of ['src', 'database']) {
  watch(join(root, folder), { recursive: true }, (_, name) => {
    // What the build writes must not start it again.
    if (name?.includes('built') === true || name?.endsWith('.test.ts') === true) return
    clearTimeout(waiting)
    waiting = setTimeout(startAgain, 200)
  })
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    turn = turn.then(stop).then(() => process.exit(0))
  })
}
startAgain()

function startAgain(): void {
  turn = turn.then(async () => {
    await stop()
    await buildAssets().catch((error: unknown) => console.error(error))
    child = spawn(process.execPath, [join(root, 'src/web.ts')], { stdio: 'inherit' })
  })
}

async function stop(): Promise<void> {
  if (child === undefined || child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
