/** A thread that works out one portfolio: it says how far it is, then what came of it, looked at anew, and ends. */

import { parentPort, workerData } from 'node:worker_threads'
import { brokenInPortfolio, workOutPortfolio } from '../../core/decisions/index.ts'
import { openHighs } from './highs-solver.ts'

const solve = await openHighs()
let told = -1
const result = workOutPortfolio(workerData, solve, (percent, doing) => {
  const progress = Math.floor(percent)
  if (progress === told) return
  told = progress
  parentPort?.postMessage({ progress, doing })
})
const broken = brokenInPortfolio(workerData, result)
if (broken !== undefined) throw new Error(`the answer breaks a rule: ${broken}`)
parentPort?.postMessage({ result })
