/** A thread that works out what will have been paid for each option by the end of each year, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { type CashCase, cashBand } from '../../core/uncertainty/index.ts'

const given: CashCase = workerData
const result = given.options.flatMap(({ id }) => {
  const band = cashBand(given, id)
  return band === undefined ? [] : [{ id, ...band }]
})
parentPort?.postMessage({ result })
