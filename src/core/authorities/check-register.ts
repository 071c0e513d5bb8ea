import type { Authority, Register } from './authority.ts'
import { registerOf } from './authority.ts'

/** What is wrong between the bodies of a register, with the code of the body that says it. */
export type RegisterProblem =
  | { readonly code: 'code-used-twice'; readonly authority: string }
  | { readonly code: 'gss-used-twice'; readonly authority: string; readonly gssCode: string }
  | { readonly code: 'county-missing'; readonly authority: string }
  | { readonly code: 'county-unknown'; readonly authority: string; readonly county: string }
  | { readonly code: 'combined-authority-unknown'; readonly authority: string; readonly combinedAuthority: string }
  | { readonly code: 'successor-unknown'; readonly authority: string; readonly successor: string }
  | { readonly code: 'successor-missing'; readonly authority: string }
  | { readonly code: 'successors-in-a-circle'; readonly authority: string }
  | { readonly code: 'succeeded-before-its-end'; readonly authority: string }

/**
 * Everything that does not hold together in a register of all its files: codes used twice, districts without a county,
 * bodies that are named and not there, and successions that lead nowhere or round in a circle. Empty is good.
 */
export function checkRegister(authorities: readonly Authority[]): readonly RegisterProblem[] {
  const register = registerOf(authorities)
  return [...repeated(authorities), ...authorities.flatMap((authority) => problemsOf(register, authority))]
}

function repeated(authorities: readonly Authority[]): readonly RegisterProblem[] {
  const codes = new Set<string>()
  const gssCodes = new Set<string>()
  const problems: RegisterProblem[] = []
  for (const { code, gssCode, formerGssCodes } of authorities) {
    if (codes.has(code)) problems.push({ code: 'code-used-twice', authority: code })
    codes.add(code)
    for (const each of gssCode === null ? formerGssCodes : [gssCode, ...formerGssCodes]) {
      if (gssCodes.has(each)) problems.push({ code: 'gss-used-twice', authority: code, gssCode: each })
      gssCodes.add(each)
    }
  }
  return problems
}

function problemsOf(register: Register, authority: Authority): readonly RegisterProblem[] {
  const { code, kind, countyCode, combinedAuthorityCode, successorCodes, lastDayOn } = authority
  const problems: RegisterProblem[] = []
  if (kind === 'district' && countyCode === null) problems.push({ code: 'county-missing', authority: code })
  if (countyCode !== null && register.get(countyCode)?.kind !== 'county') {
    problems.push({ code: 'county-unknown', authority: code, county: countyCode })
  }
  const combined = combinedAuthorityCode === null ? undefined : register.get(combinedAuthorityCode)?.kind
  if (combinedAuthorityCode !== null && combined !== 'combined-authority' && combined !== 'greater-london-authority') {
    problems.push({ code: 'combined-authority-unknown', authority: code, combinedAuthority: combinedAuthorityCode })
  }
  for (const successor of successorCodes) {
    if (!register.has(successor)) problems.push({ code: 'successor-unknown', authority: code, successor })
  }
  if (lastDayOn !== null && successorCodes.length === 0) problems.push({ code: 'successor-missing', authority: code })
  if (lastDayOn === null && successorCodes.length > 0) {
    problems.push({ code: 'succeeded-before-its-end', authority: code })
  }
  if (comesBackTo(register, code)) problems.push({ code: 'successors-in-a-circle', authority: code })
  return problems
}

function comesBackTo(register: Register, code: string): boolean {
  const seen = new Set<string>()
  const waiting = [...(register.get(code)?.successorCodes ?? [])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === code) return true
    if (seen.has(next)) continue
    seen.add(next)
    waiting.push(...(register.get(next)?.successorCodes ?? []))
  }
  return false
}
