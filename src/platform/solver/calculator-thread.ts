/** A thread that runs one calculator on one case, as the command line does, and answers with the text that it would print. */
import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import {
  calculators,
  isCalculatorName,
  isSolverCalculatorName,
  solverCalculators,
} from '../../core/calculators/index.ts'
import { openHighs } from './highs-solver.ts'

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex')

const { name, input }: { readonly name: string; readonly input: unknown } = workerData

const calculation = isCalculatorName(name)
  ? calculators[name](input)
  : isSolverCalculatorName(name)
    ? solverCalculators[name](input, await openHighs(), sha256)
    : undefined
if (calculation === undefined) throw new Error(`there is no calculator ${name}`)
const result = calculation.ok ? { ok: true, text: JSON.stringify(calculation.output) } : calculation
parentPort?.postMessage({ result })
