import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Cores, onServerCore } from './cores.ts'
import type { Lifetime } from './lifetime.ts'

/** A server that the benchmark has started. */
export type Program = {
  readonly pid: number
  readonly url: string
  readonly stop: () => Promise<void>
  /** Ends it at once, as a power cut would. */
  readonly kill: () => Promise<void>
  readonly running: () => boolean
}

export type ProgramToStart = {
  readonly name: string
  /** What Node is to run: its own options, and a file from the directory. */
  readonly command: readonly string[]
  readonly directory: string
  readonly environment: Readonly<Record<string, string>>
  /** Answers 200 when the server is ready. */
  readonly readyPath: string
  /** Where what it says of its faults is kept. */
  readonly logFolder: string
}

const longestStart = 60_000

/** Starts a server on a port of its own on this machine alone, on its own core if there is one. */
export async function startProgram(
  lifetime: Lifetime,
  cores: Cores | undefined,
  toStart: ProgramToStart,
): Promise<Program> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const faults = join(toStart.logFolder, `${toStart.name}.log`)
  const [command = '', ...rest] = onServerCore(cores, [process.execPath, ...flags(), ...toStart.command])
  const stderr = openSync(faults, 'w')
  const child = spawn(command, rest, {
    cwd: toStart.directory,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', TZ: 'UTC', ...toStart.environment, PORT: String(port) },
    stdio: ['ignore', 'ignore', stderr],
  })
  closeSync(stderr)
  const stop = (): Promise<void> => stopChild(child)
  lifetime.after(stop)
  await once(child, 'spawn')
  const pid = child.pid
  if (pid === undefined) throw new Error(`${toStart.name} could not be started`)
  if (!(await untilReady(child, url + toStart.readyPath))) {
    throw new Error(`${toStart.name} did not start:\n${readFileSync(faults, 'utf8').slice(-2_000)}`)
  }
  const running = (): boolean => child.exitCode === null && child.signalCode === null
  const kill = async (): Promise<void> => {
    const ended = once(child, 'exit')
    if (!running()) return
    child.kill('SIGKILL')
    await ended
  }
  return { pid, url, stop, kill, running }
}

/** More arguments for the server's Node, for whoever looks for where the time goes: `--cpu-prof` and the like. */
const flags = (): readonly string[] => (process.env.BENCH_NODE_FLAGS ?? '').split(' ').filter(Boolean)

async function untilReady(child: ChildProcess, url: string): Promise<boolean> {
  const until = Date.now() + longestStart
  while (child.exitCode === null && child.signalCode === null && Date.now() < until) {
    const answer = await fetch(url, { redirect: 'manual' }).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.status === 200) return true
    await pause(100)
  }
  return false
}

/** Asks once to end; ends it if it has not in fifteen seconds. */
async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await ended
  clearTimeout(late)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port was free')
  return address.port
}
