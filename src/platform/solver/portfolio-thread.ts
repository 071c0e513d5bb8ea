/** A thread that works out one portfolio: it says how far it is, then what came of it, looked at anew, and ends. */

import { parentPort, workerData } from 'node:worker_threads'
import { brokenInPortfolio, chooseAwards, withDraws } from '../../core/decisions/index.ts'
import { drawInThreads } from './draw-in-threads.ts'
import { openHighs } from './highs-solver.ts'

let told = -1
const tell = (percent: number, doing: string): void => {
  const progress = Math.floor(percent)
  if (progress <= told) return
  told = progress
  parentPort?.postMessage({ progress, doing })
}

const drawing = drawInThreads(workerData, (share) => tell(40 + share * 60, 'Drawing scores anew'))
// What fails there fails where it is waited for.
drawing.catch(() => {})
const chosen = chooseAwards(workerData, await openHighs(), tell)
const result = withDraws(workerData, chosen, await drawing)
const broken = brokenInPortfolio(workerData, result)
if (broken !== undefined) throw new Error(`the answer breaks a rule: ${broken}`)
parentPort?.postMessage({ result })
