import type { IdPair } from './case.ts'
import { everyonePairs } from './everyone.ts'
import { anchorsIn, conflictsIn, leaversIn } from './round-case.ts'
import type { RoundInput } from './round-input.ts'

/**
 * The pairs with one more anchor than the rules ask for: the application that would be the next, read by everybody who
 * may.
 *
 * @returns undefined where there is none left
 */
export function withAnotherAnchor(
  input: RoundInput,
  pairs: readonly IdPair[],
): { readonly anchor: string; readonly pairs: readonly IdPair[] } | undefined {
  const anchor = anchorsIn(input, input.anchors + 1)[input.anchors]
  if (anchor === undefined) return undefined
  const assessors = input.assessors.map(({ id }) => ({ id, min: 0, max: 0 }))
  const read = everyonePairs({
    applications: [anchor],
    assessors,
    conflicts: conflictsIn(input),
    fixed: input.fixed,
    left: leaversIn(input),
  })
  return { anchor, pairs: [...pairs.filter(([application]) => application !== anchor), ...read] }
}
