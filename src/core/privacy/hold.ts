import { done, type Result, refused } from '../result.ts'
import { hasSubstance } from '../rules/index.ts'

/** What can be kept from every rule of retention. */
export const holdKinds = ['person', 'application', 'round', 'fund'] as const
export type HoldKind = (typeof holdKinds)[number]

export type HoldTyped = { readonly kind: string; readonly which: string; readonly reason: string }

export type HoldProblem = {
  readonly code: 'kind-missing' | 'which-missing' | 'not-found' | 'reason-too-thin' | 'held-already'
}

/** What to hold, from what was typed, or everything that is wrong with it. */
export function readHold(
  typed: HoldTyped,
): Result<{ readonly kind: HoldKind; readonly which: string; readonly reason: string }, HoldProblem> {
  const kind = holdKinds.find((each) => each === typed.kind)
  const [which, reason] = [typed.which.trim(), typed.reason.trim()]
  const problems: HoldProblem[] = []
  if (kind === undefined) problems.push({ code: 'kind-missing' })
  if (which === '') problems.push({ code: 'which-missing' })
  if (!hasSubstance(reason)) problems.push({ code: 'reason-too-thin' })
  return kind === undefined || problems.length > 0 ? refused(...problems) : done({ kind, which, reason })
}
