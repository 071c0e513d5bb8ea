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

/** What is wrong with numbers beside one another, of those that could be read. */
function asAWhole(numbers: Readonly<Record<'low' | 'expected' | 'high' | 'assessors' | 'each', Read>>): RoundProblem[] {
  const problems: RoundProblem[] = []
  const { low, expected, high, assessors, each } = numbers
  if (isLess(expected, low)) problems.push({ code: 'volumes-not-ascending', field: 'expected' })
  if (isLess(high, expected)) problems.push({ code: 'volumes-not-ascending', field: 'expectedHigh' })
  if (each.ok && isLess(assessors, each)) {
    problems.push({ code: 'too-few-assessors', field: 'assessors', needed: each.value })
  }
  return problems
}

type Read = Result<number, RoundProblem>

const isLess = (one: Read, other: Read): boolean => one.ok && other.ok && one.value < other.value

/** A round from what was typed, or everything that is wrong with it. */
export function readRound(typed: RoundTyped): Result<RoundDetails, RoundProblem> {
  const whole = (field: Exclude<RoundField, 'eligibleKinds'>, most: number): Result<number, RoundProblem> =>
    readNumber(field, typed[field], { least: 1, most })
  const low = whole('expectedLow', 100_000)
  const expected = whole('expected', 100_000)
  const high = whole('expectedHigh', 100_000)
  const assessors = whole('assessors', 10_000)
  const each = whole('assessorsPerApplication', 100)
  const fields = together<RoundDetails, RoundProblem>({
    name: readText('name', typed.name, { most: 120, needed: true }),
    slug: readSlug('slug', typed.slug, reservedRoundSlugs),
    contactEmail: readEmail('contactEmail', typed.contactEmail, false),
    eligibleKinds: readKinds(typed.eligibleKinds),
    hoursToApply: readNumber('hoursToApply', typed.hoursToApply, { least: 0.1, most: 1000, decimals: 1 }),
    expectedLow: low,
    expected,
    expectedHigh: high,
    assessors,
    assessorsPerApplication: each,
    minutesPerApplication: whole('minutesPerApplication', 10_000),
    panelMembers: whole('panelMembers', 100),
    interviewMinutes: whole('interviewMinutes', 10_000),
  })
  const problems = [...(fields.ok ? [] : fields.problems), ...asAWhole({ low, expected, high, assessors, each })]
  return fields.ok && problems.length === 0 ? fields : refused(...problems)
}
