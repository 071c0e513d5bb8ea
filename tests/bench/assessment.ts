import { availableParallelism, loadavg } from 'node:os'
import { openHighs } from '../../src/platform/solver/highs-solver.ts'
import { measureAssessment } from './assessment/measure-assessment.ts'

/** Measures the work of an assessment beside its targets, and checks each answer in another way. */
const rows = measureAssessment(await openHighs())
console.log(
  `Assessment on ${availableParallelism()} cores, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)} at the end\n`,
)
for (const { what, targetMilliseconds: target, milliseconds, cpuMilliseconds, found, check, holds } of rows) {
  const verdict = milliseconds <= target ? 'within' : 'ABOVE'
  console.log(
    `${what}: ${milliseconds.toFixed(0)} ms, ${verdict} the target of ${target} ms (${(milliseconds / target).toFixed(2)} of it); processor ${cpuMilliseconds.toFixed(0)} ms`,
  )
  console.log(`  ${found}`)
  console.log(`  ${holds ? 'Checked' : 'WRONG'}: ${check}`)
}
// Times depend on what else the machine does; a wrong answer does not.
process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1
