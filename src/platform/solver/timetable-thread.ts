/** A thread that works out one timetable of interviews, looks at it anew, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { brokenRule, planInterviews } from '../../core/timetable/index.ts'
import { openHighs } from './highs-solver.ts'

const solve = await openHighs()
parentPort?.postMessage({ progress: 10, doing: 'Placing the interviews' })
const result = planInterviews(workerData.case, solve, workerData.nodes, workerData.withinGap)
const broken = brokenRule(workerData.case, result.placed)
if (broken !== undefined) throw new Error(`the answer breaks a rule: ${broken}`)
parentPort?.postMessage({ result })
