import { done, type Result, refused } from '../result.ts'
import { type Authority, type AuthorityKind, principalCouncilKinds, type Register } from './authority.ts'
import { isInBeing, standInsOn, standingOn } from './succession.ts'

/** Who a round lets lead. */
export type LeadRule = {
  readonly kinds: readonly AuthorityKind[]
  /** A council that has been elected but is not formed yet may lead for the area it will have. */
  readonly shadowMayLead: boolean
  /** Made-up authorities may lead in a round that is itself made up, and nowhere else. */
  readonly illustrative: boolean
}

/** Principal councils and shadow authorities: the rule of the 2014 fund, which said "authorities", for today's map. */
export const principalCouncilsMayLead: LeadRule = {
  kinds: principalCouncilKinds,
  shadowMayLead: true,
  illustrative: false,
}

/** Why a body may not lead. */
export type LeadProblem =
  | { readonly code: 'authority-unknown'; readonly authority: string }
  | { readonly code: 'authority-kind-not-eligible'; readonly authority: string; readonly kind: AuthorityKind }
  | { readonly code: 'authority-illustrative'; readonly authority: string }
  | { readonly code: 'authority-not-illustrative'; readonly authority: string }
  | {
      readonly code: 'authority-not-formed'
      readonly authority: string
      readonly formedOn: string | null
      readonly shadowFromOn: string | null
    }
  | {
      readonly code: 'authority-ended'
      readonly authority: string
      readonly lastDayOn: string | null
      /** Codes of those who stand in its place on the day asked about. */
      readonly successors: readonly string[]
    }

/**
 * Whether a body may lead an application on a day, and everything that stops it.
 *
 * @param day `YYYY-MM-DD`, the day in England on which it would be submitted
 */
export function checkLead(
  register: Register,
  code: string,
  rule: LeadRule,
  day: string,
): Result<Authority, LeadProblem> {
  const authority = register.get(code)
  if (authority === undefined) return refused({ code: 'authority-unknown', authority: code })
  const problems: LeadProblem[] = []
  if (!rule.kinds.includes(authority.kind)) {
    problems.push({ code: 'authority-kind-not-eligible', authority: code, kind: authority.kind })
  }
  if (authority.illustrative !== rule.illustrative) {
    problems.push({
      code: authority.illustrative ? 'authority-illustrative' : 'authority-not-illustrative',
      authority: code,
    })
  }
  const standing = standingOn(authority, day)
  if (standing === 'ended') {
    const successors = standInsOn(register, code, day).map((each) => each.code)
    problems.push({ code: 'authority-ended', authority: code, lastDayOn: authority.lastDayOn, successors })
  }
  if (standing === 'not-yet' || (standing === 'shadow' && !rule.shadowMayLead)) {
    const { formedOn, shadowFromOn } = authority
    problems.push({ code: 'authority-not-formed', authority: code, formedOn, shadowFromOn })
  }
  return problems.length === 0 ? done(authority) : refused(...problems)
}

/** Every body that may lead on a day, in the order of the register: those the programme team invites. */
export const mayLeadOn = (register: Register, rule: LeadRule, day: string): readonly Authority[] =>
  [...register.values()].filter((authority) => checkLead(register, authority.code, rule, day).ok)

/**
 * The bodies in being that serve some of the same people and yet count separately: each may put in its own
 * application. For a district these are its county council and combined authority; for a county council its districts
 * and combined authority; for a combined authority its constituents and the districts below them. A district's
 * combined authority is its county's when it is no constituent itself.
 *
 * @param day `YYYY-MM-DD`
 * @returns in the order of the register, without the body itself; empty when it is not in the register
 */
export function sharingAreaOn(register: Register, code: string, day: string): readonly Authority[] {
  const authority = register.get(code)
  if (authority === undefined) return []
  return [...register.values()].filter(
    (other) =>
      other.code !== code &&
      isInBeing(other, day) &&
      (isAbove(register, other, authority) || isAbove(register, authority, other)),
  )
}

const isAbove = (register: Register, upper: Authority, lower: Authority): boolean => {
  const county = lower.countyCode === null ? undefined : register.get(lower.countyCode)
  return (
    lower.countyCode === upper.code ||
    (lower.combinedAuthorityCode ?? county?.combinedAuthorityCode ?? null) === upper.code
  )
}
