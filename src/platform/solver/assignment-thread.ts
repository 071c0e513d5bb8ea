/** A thread that works out one assignment: it says how far it is, then what came of it, looked at anew, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { brokenInRound, solveRound } from '../../core/assignment/index.ts'
import { openHighs } from './highs-solver.ts'

const solve = await openHighs()
const result = solveRound(workerData, solve, (progress, doing) => parentPort?.postMessage({ progress, doing }))
const broken = brokenInRound(workerData, result)
if (broken !== undefined) throw new Error(`the answer breaks a rule: ${broken}`)
parentPort?.postMessage({ result })
