import { assessmentPath } from '../assessment.paths.ts'

export const siftPath = (fund: string, round: string): string => `${assessmentPath(fund, round)}/sift`

/** An address of the sift that leads back to the same part of its list, with the same filter. */
export const withListed = (path: string, query: URLSearchParams): string => {
  const listed = new URLSearchParams(['standing', 'from', 'scope'].flatMap((name) => named(query, name)))
  return listed.size === 0 ? path : `${path}?${listed}`
}

const named = (query: URLSearchParams, name: string): [string, string][] => {
  const value = query.get(name)
  return value === null ? [] : [[name, value]]
}

export const siftCsvPath = (fund: string, round: string): string => `${siftPath(fund, round)}.csv`

/** Sifts everything by the eligibility rules at once. */
export const siftByRulesPath = (fund: string, round: string): string => `${siftPath(fund, round)}/by-rules`

/** Finds several in scope at once. */
export const siftInScopePath = (fund: string, round: string): string => `${siftPath(fund, round)}/in-scope`

export const siftOnePath = (fund: string, round: string, reference: string): string =>
  `${siftPath(fund, round)}/applications/${reference}`
