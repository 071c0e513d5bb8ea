/** A thread that works out how often each option has each rank, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { workOutRanks } from '../../core/reviews/weighing/ranks.ts'

parentPort?.postMessage({ result: workOutRanks(workerData) })
