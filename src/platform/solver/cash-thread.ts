/** A thread that works out what will have been paid for some options by the end of each year, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { type CashBand, type CashCase, cashBand } from '../../core/uncertainty/index.ts'

const { given, range: option }: { readonly given: CashCase; readonly range: string } = workerData
const result: CashBand | null = cashBand(given, option) ?? null
parentPort?.postMessage({ result })
