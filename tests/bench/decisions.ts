import { availableParallelism, loadavg } from 'node:os'
import { openHighs } from '../../src/platform/solver/highs-solver.ts'
import { measureTimetables } from './decisions/measure-timetables.ts'

/** Measures the work of interviews and decisions beside its targets, and checks each answer in another way. */
const rows = measureTimetables(await openHighs())
console.log(
  `Decisions on ${availableParallelism()} cores, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)} at the end\n`,
)
for (const { what, targetMilliseconds: target, milliseconds, cpuMilliseconds, found, holds } of rows) {
  const verdict = milliseconds <= target ? 'within' : 'ABOVE'
  console.log(
    `${what}: ${milliseconds.toFixed(0)} ms, ${verdict} the target of ${target} ms; processor ${cpuMilliseconds.toFixed(0)} ms`,
  )
  console.log(`  ${found}. ${holds ? 'Checked: it keeps every rule.' : 'WRONG: it breaks a rule.'}`)
}
// Times depend on what else the machine does; a wrong answer does not.
process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1
