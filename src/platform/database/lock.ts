import { createHash, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { done, type Result, refused } from '../../core/result.ts'

/** Who holds a lock: a process of a machine. `born` tells it from a later process that got the same number. */
export type Holder = {
  readonly pid: number
  readonly host: string
  readonly born: string | null
  readonly since: string
}

/** A lock that is held until it is released or its process ends. */
export type Lock = { release(): Promise<void> }

export type LockProblem = {
  readonly code: 'in-use'
  readonly pid: number
  readonly host: string
  readonly since: string
}

/** A holder on another machine or in another container cannot be asked, so it shows that it lives by touching the file. */
const TOUCHED_EVERY_MILLISECONDS = 5_000
const SILENT_FOR_MILLISECONDS = 30_000

/**
 * Takes the lock file at a path, for one process at a time. A lock left by a process that was killed is taken over;
 * when several try to at once, one of them gets it.
 *
 * @returns the lock, or who has it
 */
export async function takeLock(path: string): Promise<Result<Lock, LockProblem>> {
  await mkdir(dirname(path), { recursive: true })
  const mine = JSON.stringify({
    pid: process.pid,
    host: hostname(),
    born: await bornOf(process.pid),
    since: new Date().toISOString(),
    nonce: randomUUID(),
  })
  const taken = await take(path, mine)
  if (!taken.ok) return taken

  const touching = setInterval(() => {
    const now = new Date()
    utimes(path, now, now).catch(() => {})
  }, TOUCHED_EVERY_MILLISECONDS)
  touching.unref()

  return done({
    async release() {
      clearInterval(touching)
      if ((await textOf(path)) === mine) await rm(path, { force: true })
    },
  })
}

async function take(path: string, mine: string): Promise<Result<null, LockProblem>> {
  if (await createWith(path, mine)) return done(null)
  const theirs = await textOf(path)
  // Released between the two lines above: the next to try gets it.
  if (theirs === undefined) return take(path, mine)
  const holder = holderIn(theirs)
  if (holder !== undefined && (await isAlive(holder, path))) {
    return refused({ code: 'in-use', pid: holder.pid, host: holder.host, since: holder.since })
  }

  // Only the one who holds the guard named after the dead holder may replace that holder, so no living one is replaced.
  const guard = `${path}.${createHash('sha256').update(theirs).digest('hex').slice(0, 16)}`
  const guarded = await take(guard, mine)
  if (!guarded.ok) return guarded
  try {
    if ((await textOf(path)) === theirs) {
      await rename(await candidate(path, mine), path)
      return done(null)
    }
  } finally {
    await rm(guard, { force: true })
  }
  return take(path, mine)
}

/** Makes the file with its text in one step, so that nobody reads it half written. */
async function createWith(path: string, text: string): Promise<boolean> {
  const temporary = await candidate(path, text)
  try {
    await link(temporary, path)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  } finally {
    await rm(temporary, { force: true })
  }
}

async function candidate(path: string, text: string): Promise<string> {
  const temporary = `${path}.${randomUUID()}`
  await writeFile(temporary, text, { flag: 'wx', mode: 0o600 })
  return temporary
}

async function isAlive(holder: Holder, path: string): Promise<boolean> {
  if (holder.host !== hostname()) {
    const touched = await stat(path).catch(() => undefined)
    return touched !== undefined && Date.now() - touched.mtimeMs < SILENT_FOR_MILLISECONDS
  }
  if (!hasProcess(holder.pid)) return false
  const born = await bornOf(holder.pid)
  return holder.born === null || born === holder.born
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Not allowed to signal it: it is there, and another user's.
    return isCode(error, 'EPERM')
  }
}

/** When a process began, as Linux counts it, with the boot it belongs to; null where that cannot be read or it has ended. */
async function bornOf(pid: number): Promise<string | null> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The name, in brackets, may hold spaces and brackets: the fields after it begin at the last one.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    const [state, ticks] = [fields[0], fields[19]]
    if (state === 'Z' || state === 'X' || ticks === undefined) return null
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    return `${boot.trim()}/${ticks}`
  } catch {
    return null
  }
}

function holderIn(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('pid' in value) || !Number.isInteger(value.pid))
      return undefined
    return value as Holder
  } catch {
    return undefined
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
