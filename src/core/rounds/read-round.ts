import { type AuthorityKind, authorityKinds } from '../authorities/authority.ts'
import { done, type Result, refused } from '../result.ts'
import { type FieldProblem, readEmail, readNumber, readSlug, readText, together } from './field-problem.ts'
import type { RoundDetails } from './round.ts'

export type RoundField = keyof RoundDetails

/** The fields of a round as typed; kinds of body as ticked. */
export type RoundTyped = Readonly<Record<Exclude<RoundField, 'eligibleKinds'>, string>> & {
  readonly eligibleKinds: readonly string[]
}

export type RoundProblem =
  | FieldProblem<RoundField>
  | { readonly code: 'slug-taken'; readonly field: 'slug' }
  | { readonly code: 'volumes-not-ascending'; readonly field: 'expected' | 'expectedHigh' }
  | { readonly code: 'too-few-assessors'; readonly field: 'assessors'; readonly needed: number }
  | { readonly code: 'slug-published'; readonly field: 'slug' }

/** Words that stand where a round's name would in addresses of the service itself. */
export const reservedRoundSlugs = ['approvals', 'change', 'funders', 'new-round', 'people'] as const

function readKinds(ticked: readonly string[]): Result<readonly AuthorityKind[], RoundProblem> {
  const field = 'eligibleKinds'
  const kinds = authorityKinds.filter((kind) => ticked.includes(kind))
  if (ticked.length === 0) return refused({ code: 'missing', field })
  return kinds.length < new Set(ticked).size ? refused({ code: 'choice-unknown', field }) : done(kinds)
}

function asAWhole(round: RoundDetails): readonly RoundProblem[] {
  const problems: RoundProblem[] = []
  if (round.expected < round.expectedLow) problems.push({ code: 'volumes-not-ascending', field: 'expected' })
  if (round.expectedHigh < round.expected) problems.push({ code: 'volumes-not-ascending', field: 'expectedHigh' })
  const needed = round.assessorsPerApplication
  if (round.assessors < needed) problems.push({ code: 'too-few-assessors', field: 'assessors', needed })
  return problems
}

/** A round from what was typed, or everything that is wrong with it, in the order of the form. */
export function readRound(typed: RoundTyped): Result<RoundDetails, RoundProblem> {
  const whole = (field: Exclude<RoundField, 'eligibleKinds'>, most: number): Result<number, RoundProblem> =>
    readNumber(field, typed[field], { least: 1, most })
  const fields = together<RoundDetails, RoundProblem>({
    name: readText('name', typed.name, { most: 120, needed: true }),
    slug: readSlug('slug', typed.slug, reservedRoundSlugs),
    contactEmail: readEmail('contactEmail', typed.contactEmail, false),
    eligibleKinds: readKinds(typed.eligibleKinds),
    hoursToApply: readNumber('hoursToApply', typed.hoursToApply, { least: 0.1, most: 1000, decimals: 1 }),
    expectedLow: whole('expectedLow', 100_000),
    expected: whole('expected', 100_000),
    expectedHigh: whole('expectedHigh', 100_000),
    assessors: whole('assessors', 10_000),
    assessorsPerApplication: whole('assessorsPerApplication', 100),
    minutesPerApplication: whole('minutesPerApplication', 10_000),
    panelMembers: whole('panelMembers', 100),
    interviewMinutes: whole('interviewMinutes', 10_000),
  })
  if (!fields.ok) return fields
  const problems = asAWhole(fields.value)
  return problems.length === 0 ? fields : refused(...problems)
}
