import { done, type Result, refused } from '../result.ts'
import { hasSubstance } from '../rules/index.ts'
import type { RequestKind } from './due-on.ts'
import { exemptionOf } from './exemptions.ts'
import { lawOf, type Outcome, outcomesOf, withholds } from './outcomes.ts'
import { longestText } from './read-request.ts'

/** An exemption with why it applies here, and where it is qualified how the public interest was weighed. */
export type Claimed = { readonly id: string; readonly reason: string; readonly publicInterest: string }

export type DraftTyped = { readonly outcome: string; readonly answer: string; readonly claimed: readonly Claimed[] }

export type Draft = { readonly outcome: Outcome; readonly answer: string; readonly claimed: readonly Claimed[] }

/** `place` counts the exemptions from 0, as they were typed. */
export type DraftProblem =
  | { readonly code: 'outcome-missing' | 'answer-missing' | 'answer-too-long' | 'exemption-missing' }
  | { readonly code: 'exemption-of-other-law' | 'exemption-twice' | 'exemption-of-nothing'; readonly place: number }
  | { readonly code: 'reason-too-thin' | 'public-interest-too-thin'; readonly place: number }

/** How many exemptions one answer can claim. */
export const mostExemptions = 4

/**
 * A draft of an answer from what was typed, or everything that is wrong with it: what is withheld names an exemption of the
 * law that the request is under, each with a reason of substance, and a qualified one with the public interest weighed. A
 * place without an exemption is left out.
 */
export function readDraft(kind: RequestKind, typed: DraftTyped): Result<Draft, DraftProblem> {
  const problems: DraftProblem[] = []
  const outcome = outcomesOf(kind).find((each) => each === typed.outcome)
  const answer = typed.answer.trim()
  if (outcome === undefined) problems.push({ code: 'outcome-missing' })
  if (answer === '') problems.push({ code: 'answer-missing' })
  if (answer.length > longestText) problems.push({ code: 'answer-too-long' })
  const claims = typed.claimed.map((each, place) => ({ ...each, place })).filter(({ id }) => id !== '')
  for (const claim of claims) problems.push(...claimProblems(kind, claim, claims))
  const withheld = outcome !== undefined && withholds(outcome)
  if (withheld && claims.length === 0) problems.push({ code: 'exemption-missing' })
  if (outcome !== undefined && !withheld)
    problems.push(...claims.map(({ place }) => ({ code: 'exemption-of-nothing', place }) as const))
  if (outcome === undefined || problems.length > 0) return refused(...problems)
  const claimed = claims.map(({ id, reason, publicInterest }) => ({
    id,
    reason: reason.trim(),
    publicInterest: exemptionOf(id)?.qualified === true ? publicInterest.trim() : '',
  }))
  return done({ outcome, answer, claimed })
}

type Claim = Claimed & { readonly place: number }

function claimProblems(kind: RequestKind, claim: Claim, all: readonly Claim[]): readonly DraftProblem[] {
  const { id, reason, publicInterest, place } = claim
  const exemption = exemptionOf(id)
  if (exemption === undefined || exemption.law !== lawOf(kind)) return [{ code: 'exemption-of-other-law', place }]
  const problems: DraftProblem[] = []
  if (all.some((other) => other.id === id && other.place < place)) problems.push({ code: 'exemption-twice', place })
  if (!hasSubstance(reason)) problems.push({ code: 'reason-too-thin', place })
  if (exemption.qualified && !hasSubstance(publicInterest)) problems.push({ code: 'public-interest-too-thin', place })
  return problems
}
