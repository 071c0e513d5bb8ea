import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const calcProgram = fileURLToPath(new URL('../../src/calc.ts', import.meta.url))

/** Runs the command that anybody replays an assessment with, in a process of its own. */
export async function verifyExported(
  exported: string,
): Promise<{ readonly exit: number | null; readonly output: string }> {
  const child = spawn('npm', ['run', '-s', 'calc', '--', 'verify'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  child.stdin.end(exported)
  return { exit: await ended, output: Buffer.concat(parts).toString('utf8') }
}

/** What the replay of an assessment says. */
export type Verified = {
  readonly ok: boolean
  readonly events: number
  readonly firstBroken: { readonly sequence: number | null; readonly text: string } | null
  readonly tolerance: number
  readonly withheld: {
    readonly values: number
    readonly events: number
    readonly paths: readonly string[]
    readonly committedBy: number | null
  }
  readonly checks: readonly { readonly part: string; readonly same: boolean; readonly text: string }[]
}

/** In a fresh process, without a server or a database. */
export function verify(input: string): Verified {
  const { status, stdout } = spawnSync(process.execPath, [calcProgram, 'verify'], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  assert.equal(status, 0, stdout.slice(0, 500))
  return JSON.parse(stdout)
}
