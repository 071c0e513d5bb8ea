import { spawn } from 'node:child_process'

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
