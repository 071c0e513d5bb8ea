import { availableParallelism, loadavg } from 'node:os'

/** One target with what was measured, the shortest of its runs, and what an independent check said. */
export type Row = {
  readonly what: string
  readonly targetMilliseconds: number
  readonly milliseconds: number
  /** Of the processor, in the run that took least of it: what a busy machine makes less difference to. */
  readonly cpuMilliseconds: number
  readonly found: string
  /** What was compared with what, and whether it holds. */
  readonly check: string
  readonly holds: boolean
  /** The same work by others in the same run: how many times as much of the processor it took. */
  readonly peers?: readonly { readonly name: string; readonly cpuMilliseconds: number }[]
}

type Timed<Result> = { readonly milliseconds: number; readonly cpuMilliseconds: number; readonly result: Result }

/** The shortest of some runs, after one that is not counted. */
export function shortest<Result>(runs: number, work: () => Result): Timed<Result> {
  let [milliseconds, cpuMilliseconds] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  let result = work()
  for (let run = 0; run < runs; run += 1) {
    const timed = once(work)
    result = timed.result
    milliseconds = Math.min(milliseconds, timed.milliseconds)
    cpuMilliseconds = Math.min(cpuMilliseconds, timed.cpuMilliseconds)
  }
  return { milliseconds, cpuMilliseconds, result }
}

/** One run. */
export function once<Result>(work: () => Result): Timed<Result> {
  const [started, used] = [performance.now(), process.cpuUsage()]
  const result = work()
  const { user, system } = process.cpuUsage(used)
  return { milliseconds: performance.now() - started, cpuMilliseconds: (user + system) / 1_000, result }
}

/** Prints rows beside their targets. Times depend on what else the machine does; a wrong answer does not, and ends with 1. */
export function report(title: string, rows: readonly Row[]): void {
  const load = loadavg()[0]?.toFixed(1)
  console.log(`${title} on ${availableParallelism()} cores, Node ${process.version}, load ${load} at the end\n`)
  for (const { what, targetMilliseconds: target, milliseconds, cpuMilliseconds: cpu, ...row } of rows) {
    const verdict = milliseconds <= target ? 'within' : 'ABOVE'
    const part = (milliseconds / target).toFixed(2)
    console.log(
      `${what}: ${milliseconds.toFixed(0)} ms, ${verdict} the target of ${target} ms (${part} of it); processor ${cpu.toFixed(0)} ms`,
    )
    console.log(`  ${row.found}`)
    for (const { name, cpuMilliseconds } of row.peers ?? [])
      console.log(
        `  ${name}: processor ${cpuMilliseconds.toFixed(0)} ms, ${(cpuMilliseconds / cpu).toFixed(1)} times ours`,
      )
    console.log(`  ${row.holds ? 'Checked' : 'WRONG'}: ${row.check}`)
  }
  process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1
}
