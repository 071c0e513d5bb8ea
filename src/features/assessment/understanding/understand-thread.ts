/** A thread that works out what the scores of one round say: it tells how far it is, then what came of it, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { understand } from '../../../core/understanding/index.ts'

/** Of a hundred: allowing for assessors takes nearly all of the time. */
const before = 90
let told = -1

const result = understand(workerData, (doing, share) => {
  const progress = doing === 'calibrating' ? Math.floor(share * before) : before
  if (progress === told) return
  told = progress
  parentPort?.postMessage({ progress, doing })
})
parentPort?.postMessage({ result })
