/** A thread that works out what the scores of one round say: it tells how far it is, then what came of it, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { understand } from '../../../core/understanding/index.ts'

/** Of a hundred, from where to where each part goes: the total, how assessors agree, and criteria, which take as long again. */
const parts = { calibrating: [0, 45], comparing: [45, 50], diagnosing: [50, 99] } as const
let told = -1

const result = understand(workerData, (doing, share) => {
  const [from, to] = parts[doing]
  const progress = Math.floor(from + share * (to - from))
  if (progress === told) return
  told = progress
  parentPort?.postMessage({ progress, doing })
})
parentPort?.postMessage({ result })
