import { parentPort, workerData } from 'node:worker_threads'
import { drawOptions, type OptionsCase } from '../../core/uncertainty/index.ts'

const { given, range } = workerData as {
  readonly given: OptionsCase
  readonly range: Parameters<typeof drawOptions>[1]
}
parentPort?.postMessage({ result: drawOptions(given, range) ?? null })
