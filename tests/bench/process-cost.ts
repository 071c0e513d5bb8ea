import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts the time of processes in hundredths of a second (USER_HZ), whatever the clock of its kernel. */
const millisecondsPerTick = 10

/** `reaped`: of its children that have ended. */
type Stat = { readonly parent: number; readonly ticks: number; readonly reaped: number }

/** The fields after the name of the program, which may itself hold spaces and brackets. See proc_pid_stat(5). */
function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const [, parent, , , , , , , , , , own, kernel, reapedOwn, reapedKernel] = fields.map(Number)
    return { parent: parent ?? 0, ticks: (own ?? 0) + (kernel ?? 0), reaped: (reapedOwn ?? 0) + (reapedKernel ?? 0) }
  } catch {
    return undefined
  }
}

/**
 * The time that a process has had on processors so far, in milliseconds to the nearest ten: its own code and the
 * kernel's on its behalf, of all its threads.
 *
 * @throws {Error} if there is no such process
 */
export function cpuMilliseconds(pid: number): number {
  const stat = statOf(pid)
  if (stat === undefined) throw new Error(`there is no process ${pid}`)
  return stat.ticks * millisecondsPerTick
}

/** The same for a process and the children that it has now. */
export function cpuMillisecondsWithChildren(pid: number): number {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger)
  const ticks = pids.map((each) => {
    const stat = statOf(each)
    return stat !== undefined && (each === pid || stat.parent === pid) ? stat.ticks : 0
  })
  return ticks.reduce((sum, each) => sum + each, 0) * millisecondsPerTick
}

/** The same with the children that it has had: 0 if there is no such process. */
export function cpuMillisecondsOfFamily(pid: number): number {
  return cpuMillisecondsWithChildren(pid) + (statOf(pid)?.reaped ?? 0) * millisecondsPerTick
}

/** The parent of a process. */
export const parentOf = (pid: number): number | undefined => statOf(pid)?.parent

/** Memory that a process has in RAM, in bytes. */
export function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes ?? 0) * 1024
}

/** The time for which all cores together were busy since the machine began, in milliseconds, and how many there are. */
export function machineBusy(): { readonly milliseconds: number; readonly cores: number } {
  const lines = readFileSync('/proc/stat', 'utf8').split('\n')
  // user, nice, system, idle, waiting, interrupts, soft interrupts, taken by the host. See proc_stat(5).
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, soft = 0, taken = 0] = (lines[0] ?? '')
    .split(/\s+/)
    .slice(1)
    .map(Number)
  const ticks = user + nice + system + interrupts + soft + taken
  return { milliseconds: ticks * millisecondsPerTick, cores: lines.filter((line) => /^cpu\d/.test(line)).length }
}
