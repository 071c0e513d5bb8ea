import { solveRound } from '../assignment/index.ts'
import { contentHash, isObject, type Json } from '../canonical/index.ts'
import { type SealedDocument, seedOf } from '../rules/index.ts'
import { type UnderstandingCase, understand } from '../understanding/index.ts'
import type { AssessmentExport, ExportedRun } from './assessment-export.ts'
import { type Check, check, notChecked, type Tools } from './check.ts'
import { compareNumbers, estimateTolerance } from './same-numbers.ts'

const finished = ['done', 'impossible']

/** A piece of work has its hashes, the seed of its rules, and the same result when it is done again. */
export function checkRun(run: ExportedRun, { sha256, solve }: Tools): readonly Check[] {
  const name = `${run.kind} ${run.number}`
  const hashes = [
    run.withheld === true
      ? notChecked(
          'runs',
          `the case of ${name} is in part withheld: its hash is that of the whole, which the salt would show`,
        )
      : check(
          'runs',
          contentHash(run.input, sha256) === run.inputSha256,
          `the case of ${name} has its hash`,
          `the case of ${name} does not have its hash`,
        ),
  ]
  if (!finished.includes(run.state) || run.resultSha256 === null) return hashes
  const again = solvedAgain(run, solve)
  return [
    ...hashes,
    check(
      'runs',
      contentHash(run.result, sha256) === run.resultSha256,
      `the result of ${name} has its hash`,
      `the result of ${name} does not have its hash`,
    ),
    ...(again === undefined ? [] : [checkAgain(name, run.result, again)]),
  ]
}

/** The seed is the one that the sealed rules of the run give: nobody chose it. */
export function checkSeed(
  { kind, number, rulesSha256, seed, input }: ExportedRun,
  { rules }: AssessmentExport['parts'],
  { sha256 }: Tools,
): readonly Check[] {
  const name = `${kind} ${number}`
  const sealed = rules.find((each) => each.sha256 === rulesSha256)
  if (sealed === undefined)
    return [notChecked('runs', `${name}: the rules it was made by are not here, so its seed is not checked`)]
  const expected = seedOf(JSON.parse(sealed.text) as SealedDocument, sha256)
  return [
    check(
      'runs',
      seed === expected && isObject(input) && input.seed === seed,
      `the seed of ${name} is that of its sealed rules`,
      `the seed of ${name} is not that of its sealed rules`,
    ),
  ]
}

/** Number by number: estimates, chances and intervals within the tolerance, and all else exactly. */
function checkAgain(name: string, kept: Json, again: Json): Check {
  const { numbers, first } = compareNumbers(kept, again)
  return check(
    'runs',
    first === undefined,
    `${name}, worked out again from its case, has the same result: ${numbers} numbers, each within ${estimateTolerance}`,
    `${name}, worked out again from its case, has another result: ${first?.path} is ${first?.kept}, and comes out as ${first?.again}`,
  )
}

/** The result of the case, from first to last; undefined where this program does not know how. */
function solvedAgain({ kind, input }: ExportedRun, solve: Tools['solve']): Json | undefined {
  if (kind === 'assignment')
    return solveRound(input as unknown as Parameters<typeof solveRound>[0], solve) as unknown as Json
  return kind === 'understanding' ? (understand(input as unknown as UnderstandingCase) as unknown as Json) : undefined
}
