import { done, type Result, refused } from '../result.ts'
import { hasSubstance } from '../rules/index.ts'
import { type DepartureRule, departureRules } from '../shortlist/index.ts'
import { type Finding, findings, type Ground, type GroundFound } from './complaint.ts'
import { longestWords } from './read-complaint.ts'

/** What whoever looked at a complaint types: a finding for each ground, and what is done about it. */
export type ReplyTyped = {
  readonly found: Readonly<Partial<Record<Ground, { readonly finding: string; readonly reasons: string }>>>
  readonly remedy: string
  /** The rule of the departure that a remedy asks for; '' where scores and decisions stay as they are. */
  readonly departure: string
}

export type Reply = {
  readonly found: readonly GroundFound[]
  readonly remedy: string
  readonly departure: DepartureRule | ''
}

export type ReplyProblem =
  | { readonly code: 'finding-missing' | 'reasons-too-thin' | 'reasons-too-long'; readonly ground: Ground }
  | { readonly code: 'remedy-missing' | 'remedy-too-long' }
  | { readonly code: 'departure-of-nothing' }

/**
 * A reply from what was typed. Every ground has a finding with reasons of substance. What is upheld has a remedy, even if it
 * is an apology; where nothing is, no departure is named.
 */
export function readReply(grounds: readonly Ground[], typed: ReplyTyped): Result<Reply, ReplyProblem> {
  const problems: ReplyProblem[] = []
  const found = grounds.flatMap((ground): GroundFound[] => {
    const said = typed.found[ground]
    const finding = findings.find((each) => each === said?.finding)
    const reasons = said?.reasons.trim() ?? ''
    if (finding === undefined) problems.push({ code: 'finding-missing', ground })
    if (!hasSubstance(reasons)) problems.push({ code: 'reasons-too-thin', ground })
    if (reasons.length > longestWords) problems.push({ code: 'reasons-too-long', ground })
    return finding === undefined ? [] : [{ ground, finding, reasons }]
  })
  const remedy = typed.remedy.trim()
  const departure = departureRules.find((each) => each === typed.departure) ?? ''
  const upheld = found.some(({ finding }) => isUpheld(finding))
  if (remedy.length > longestWords) problems.push({ code: 'remedy-too-long' })
  if (upheld && remedy === '') problems.push({ code: 'remedy-missing' })
  if (!upheld && found.length === grounds.length && departure !== '') problems.push({ code: 'departure-of-nothing' })
  return problems.length > 0 ? refused(...problems) : done({ found, remedy, departure })
}

/** Upheld, if only in part. */
export const isUpheld = (finding: Finding): boolean => finding !== 'not-upheld'

/** What a whole reply finds: of several grounds the most that any of them is, in part where they differ. */
export function findingOf(found: readonly Pick<GroundFound, 'finding'>[]): Finding {
  if (found.every(({ finding }) => finding === 'upheld')) return 'upheld'
  return found.some(({ finding }) => isUpheld(finding)) ? 'partly-upheld' : 'not-upheld'
}
