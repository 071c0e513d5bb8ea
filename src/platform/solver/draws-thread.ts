/** A thread that works out some of the draws of a portfolio: it says how far it is, then how often each was chosen, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { type DecisionCase, type DrawRange, timesChosen } from '../../core/decisions/index.ts'
import { openHighs } from './highs-solver.ts'

const { given, range }: { readonly given: DecisionCase; readonly range: DrawRange } = workerData
const result = timesChosen(given, range, await openHighs(), (share) =>
  parentPort?.postMessage({ progress: share * 100, doing: '' }),
)
parentPort?.postMessage({ result })
