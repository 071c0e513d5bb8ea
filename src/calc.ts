/**
 * Runs a calculator: `npm run -s calc -- NAME < case.json`. Prints one JSON object and exits 0, or 2 with `problems` when the
 * input does not fit. Needs no server and no database.
 */

import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import {
  type Calculation,
  type Calculator,
  calculators,
  isCalculatorName,
  isSolverCalculatorName,
  solverCalculators,
} from './core/calculators/index.ts'

const EXIT_REFUSED = 2

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex')

const refused = (text: string): Calculation => ({ ok: false, problems: [{ at: '', text }] })

async function run(name = ''): Promise<Calculation> {
  const calculate = await calculatorOf(name)
  if (calculate === undefined) {
    const names = [...Object.keys(calculators), ...Object.keys(solverCalculators)].sort().join(', ')
    return refused(`${name === '' ? 'name a calculator' : `there is no calculator “${name}”`}. There is: ${names}`)
  }
  const input = parse(await buffer(process.stdin))
  return 'ok' in input ? input : calculate(input.json)
}

/** The solver is loaded for those that need it alone. */
async function calculatorOf(name: string): Promise<Calculator | undefined> {
  if (isCalculatorName(name)) return calculators[name]
  if (!isSolverCalculatorName(name)) return undefined
  const { openHighs } = await import('./platform/solver/highs-solver.ts')
  const solve = await openHighs()
  return (input) => solverCalculators[name](input, solve, sha256)
}

/** JSON in UTF-8. The words of the engine's own errors differ between versions, so they are not repeated. */
function parse(bytes: Uint8Array): { readonly json: unknown } | Calculation {
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return refused('standard input must be one JSON object in UTF-8')
  }
}

const calculation = await run(process.argv[2])
const output = calculation.ok ? calculation.output : { problems: calculation.problems }
process.exitCode = calculation.ok ? 0 : EXIT_REFUSED
process.stdout.write(`${JSON.stringify(output)}\n`)
