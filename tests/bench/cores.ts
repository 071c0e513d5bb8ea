import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Which core the measured server has to itself, and where all else runs. Undefined where that cannot be arranged. */
export type Cores = { readonly server: number; readonly others: readonly number[] }

/**
 * Moves this process, and so whatever it starts from now on, off the first core it may use, which is left to the server
 * being measured.
 *
 * @returns undefined when there is one core only, or no `taskset`
 */
export function claimCores(): Cores | undefined {
  const [server, ...others] = allowedCores()
  if (server === undefined || others.length === 0) return undefined
  try {
    execFileSync('taskset', ['-a', '-p', '-c', others.join(','), String(process.pid)], { stdio: 'ignore' })
    return { server, others }
  } catch {
    return undefined
  }
}

/** The command that runs a program on the server's core alone. `taskset` becomes the program, so its pid is the program's. */
export function onServerCore(cores: Cores | undefined, command: readonly string[]): readonly string[] {
  return cores === undefined ? command : ['taskset', '-c', String(cores.server), ...command]
}

/** @example coresOf('0-1,4') // => [0, 1, 4] */
export function coresOf(list: string): readonly number[] {
  return list.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  })
}

function allowedCores(): readonly number[] {
  const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  return list === undefined ? [] : coresOf(list)
}
